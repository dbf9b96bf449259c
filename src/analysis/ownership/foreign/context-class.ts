import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { isNothing } from "../../../ast/nothing.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { argumentAt, parameterOf } from "../../../scope/parameters.ts";
import { constantValue, functionOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { elementName, isClass, selfAt, type ClassNode } from "../functions/self.ts";
import { isOfLibrary } from "./own-context.ts";
import { endMember, type LibraryUse, type Wrapper } from "./wrapper.ts";

/** The class of this file that a node is, or names in an expression or a type; `undefined` for any other. */
export function classOfName(sourceCode: SourceCode, name: TSESTree.Node): ClassNode | undefined {
  const passed = new Set<Variable>();
  let node = unwrap(name);
  for (;;) {
    if (isClass(node)) return node;
    const variable = variableOf(sourceCode, node);
    // `<C extends D, D extends C>`
    if (!variable || passed.has(variable)) return undefined;
    passed.add(variable);
    const bound = boundOf(variable);
    if (!bound) return classOfVariable(variable);
    node = bound;
  }
}

/** `Session` of `C extends Session`: whatever is given is one. */
function boundOf({ defs: [def] }: Variable): TSESTree.EntityName | undefined {
  const bound = def && "constraint" in def.node ? def.node.constraint : undefined;
  return bound?.type === "TSTypeReference" ? bound.typeName : undefined;
}

function classOfVariable(variable: Variable): ClassNode | undefined {
  const def = variable.defs[0];
  if (def?.type === "ClassName") return def.node;
  const value = constantValue(variable);
  return value?.type === "ClassExpression" ? value : undefined;
}

/** The class that an expression is an instance of, being `this` or a name for it; `undefined` for any other. */
export function classOfThis(sourceCode: SourceCode, expression: TSESTree.Node): ClassNode | undefined {
  const self = selfAt(sourceCode, expression);
  return self && !self.isStatic && isClass(self.node) ? self.node : undefined;
}

/**
 * The wrapper that an instance of a class is: one that is no class of the library, nor may extend one.
 *
 * @param name the class, its name, or the call of a mixin
 */
export function wrapperOfClass(use: LibraryUse, name: TSESTree.Node): Wrapper | undefined {
  const chain = classChain(use, name);
  const node = chain?.[0];
  return node && { form: "class", node, name: node.id?.name, endless: chain.some(hasNoEnd) };
}

/**
 * A class and what it extends, the bodies that mixins of this file add included.
 *
 * @returns `undefined` when it may be a class of the library: it extends one, or what is not known here. A class that
 *   says `implements` with a type of the library is none of the library's own
 */
export function classChain(use: LibraryUse, name: TSESTree.Node): readonly ClassNode[] | undefined {
  const chain: ClassNode[] = [];
  let at: TSESTree.Node | undefined = name;
  while (at) {
    const found: ClassNode | undefined = classOfName(use.sourceCode, at);
    if (found && !chain.includes(found)) {
      chain.push(found);
      at = found.superClass ?? undefined;
      continue;
    }
    const mixin = mixinOf(use, at);
    if (!mixin || chain.includes(mixin.body)) break;
    chain.push(mixin.body);
    at = mixin.base;
  }
  if (!at) return chain;
  return chain.some((each) => isDeclaredAs(use, each)) && !isOfLibrary(use, at) ? chain : undefined;
}

/** `Traced(Base)`, or its name, where `Traced` is a function of this file that gives `class extends` its parameter. */
function mixinOf(
  { sourceCode }: LibraryUse,
  node: TSESTree.Node,
): { body: ClassNode; base: TSESTree.Node } | undefined {
  const call = unwrap(constantValue(variableOf(sourceCode, node)) ?? node);
  if (call.type !== "CallExpression") return undefined;
  const fn = functionOf(variableOf(sourceCode, call.callee));
  if (!fn) return undefined;
  const given = fn.body.type === "BlockStatement" ? fn.body.body.at(-1) : fn.body;
  const body = given?.type === "ReturnStatement" ? given.argument : given;
  if (body?.type !== "ClassExpression") return undefined;
  const extended = parameterOf(sourceCode, body.superClass ?? undefined);
  const base = extended?.fn === fn ? argumentAt(call, extended.index) : undefined;
  return base && { body, base };
}

/** Does a class say `implements` with a type of the library? Without TypeScript's parser there is no such list. */
export function isDeclaredAs(use: LibraryUse, node: ClassNode): boolean {
  const types = (node.implements as ClassNode["implements"] | undefined) ?? [];
  return types.some(({ expression }) => isOfLibrary(use, expression));
}

/** Does a class say itself that it has no end: `done() { return null; }`? */
function hasNoEnd(node: ClassNode): boolean {
  return membersNamed(node, /^(?:[dD]one|signal|canceler)$/).some(({ value }) => givesNothing(value));
}

/** Does a class say itself how it ends? */
export function hasEnd(node: ClassNode): boolean {
  return membersNamed(node, endMember).some((member) => !member.static);
}

function membersNamed({ body }: ClassNode, name: RegExp): (TSESTree.MethodDefinition | TSESTree.PropertyDefinition)[] {
  return body.body.flatMap((member) => {
    if (member.type !== "MethodDefinition" && member.type !== "PropertyDefinition") return [];
    return name.test(elementName(member) ?? "") ? member : [];
  });
}

/** Is it nothing, or a function that gives nothing? */
export function givesNothing(value: TSESTree.Node | null): boolean {
  const node = value && unwrap(value);
  if (!isFunction(node)) return node !== null && isNothing(node);
  if (node.body.type !== "BlockStatement") return givesNothing(node.body);
  const [first] = node.body.body;
  return !first || (first.type === "ReturnStatement" && givesNothing(first.argument));
}

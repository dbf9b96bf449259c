import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, functionOf, variableOf } from "../../../scope/variables.ts";
import { isOfLibrary } from "./own-context.ts";
import type { Scene, Wrapper } from "./wrapper.ts";

export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** The class of this file that a name stands for, in an expression or a type; `undefined` for any other. */
export function classNamed({ sourceCode }: Pick<Scene, "sourceCode">, name: TSESTree.Node): ClassNode | undefined {
  const node = unwrap(name);
  if (node.type === "ClassExpression") return node;
  const variable = node.type === "Identifier" ? variableOf(sourceCode, node) : undefined;
  const def = variable?.defs[0];
  if (def?.type === "ClassName") return def.node;
  const value = variable && constantValue(variable);
  return value?.type === "ClassExpression" ? value : undefined;
}

/** The class around an expression that says `this`; `undefined` in a function of its own and in a static member. */
export function classOfThis(node: TSESTree.Node): ClassNode | undefined {
  for (let at = node.parent; at; at = at.parent) {
    const isOwnThis = at.type === "FunctionDeclaration" || at.type === "FunctionExpression";
    if (at.type === "StaticBlock") return undefined;
    if (!isOwnThis && at.type !== "PropertyDefinition") continue;
    const member = at.type === "PropertyDefinition" ? at : at.parent;
    const isMember = member?.type === "PropertyDefinition" || member?.type === "MethodDefinition";
    return isMember && !member.static ? member.parent.parent : undefined;
  }
  return undefined;
}

/** The wrapper that an instance of a class is: one that is no class of the library, nor may extend one. */
export function wrapperOfClass(scene: Scene, node: ClassNode): Wrapper | undefined {
  const chain = classChain(scene, node);
  if (!chain) return undefined;
  return { form: "class", node, name: node.id?.name, endless: chain.some(hasNoEnd) };
}

/**
 * A class and what it extends, the bodies that mixins of this file add included.
 *
 * @returns `undefined` when it may be a class of the library: it extends one, or what is not known here. A class that
 *   says `implements` with a type of the library is none of the library's own
 */
export function classChain(scene: Scene, node: ClassNode): readonly ClassNode[] | undefined {
  const chain: ClassNode[] = [];
  let at: TSESTree.Node | undefined = node;
  while (at) {
    const found: ClassNode | undefined = classNamed(scene, at) ?? asClass(at);
    if (found && !chain.includes(found)) {
      chain.push(found);
      at = found.superClass ?? undefined;
      continue;
    }
    const mixin = mixinOf(scene, at);
    if (!mixin || chain.includes(mixin.body)) break;
    chain.push(mixin.body);
    at = mixin.base;
  }
  if (!at) return chain;
  const isDeclared = chain.some((each) => each.implements.some(({ expression }) => isOfLibrary(scene, expression)));
  return isDeclared && !isOfLibrary(scene, at) ? chain : undefined;
}

function asClass(node: TSESTree.Node): ClassNode | undefined {
  return node.type === "ClassDeclaration" ? node : undefined;
}

/** `Traced(Base)`, where `Traced` is a function of this file that gives `class extends` its parameter. */
function mixinOf({ sourceCode }: Scene, node: TSESTree.Node): { body: ClassNode; base: TSESTree.Node } | undefined {
  const call = unwrap(node);
  if (call.type !== "CallExpression" || call.callee.type !== "Identifier") return undefined;
  const variable = variableOf(sourceCode, call.callee);
  const fn = variable && functionOf(variable);
  const given = fn?.body.type === "BlockStatement" ? fn.body.body.at(-1) : fn?.body;
  const value = given?.type === "ReturnStatement" ? given.argument : given;
  const body = value?.type === "ClassExpression" ? value : undefined;
  const index = fn?.params.findIndex(
    (param) =>
      param.type === "Identifier" && body?.superClass?.type === "Identifier" && param.name === body.superClass.name,
  );
  const base = index === undefined ? undefined : call.arguments[index];
  return body && base ? { body, base } : undefined;
}

/** Does a class say itself that it has no end: `done() { return null; }`? */
function hasNoEnd({ body }: ClassNode): boolean {
  return body.body.some((member) => {
    if (member.type !== "MethodDefinition" && member.type !== "PropertyDefinition") return false;
    const { key, value } = member;
    return key.type === "Identifier" && /^(?:[dD]one|signal|canceler)$/.test(key.name) && givesNothing(value);
  });
}

/** Is it nothing, or a function that gives nothing? */
export function givesNothing(value: TSESTree.Node | null): boolean {
  if (value?.type === "Literal") return value.value === null;
  if (value?.type === "Identifier") return value.name === "undefined";
  if (!isFunction(value)) return false;
  if (value.body.type !== "BlockStatement") return givesNothing(unwrap(value.body));
  const [only, ...more] = value.body.body;
  return more.length === 0 && only?.type === "ReturnStatement" && givesNothing(only.argument && unwrap(only.argument));
}

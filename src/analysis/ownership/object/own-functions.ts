import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberName, propertyName } from "../../../ast/names.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { functionOf, variableOf } from "../../../scope/variables.ts";
import { elementName, ownerOfMember, type Self } from "./self.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/** A function that an object has under a name. */
export interface OwnFunction {
  readonly name: string;
  readonly fn: FunctionNode;
  readonly kind: "method" | "get" | "set" | "constructor";
}

const known = new WeakMap<Self["node"], Map<boolean, readonly OwnFunction[]>>();

/** The functions that an object has as members, accessors and the constructor among them. */
export function ownFunctionsOf(self: Self): readonly OwnFunction[] {
  const ofNode = known.get(self.node) ?? new Map<boolean, readonly OwnFunction[]>();
  known.set(self.node, ofNode);
  const functions = ofNode.get(self.isStatic) ?? findOwnFunctions(self);
  ofNode.set(self.isStatic, functions);
  return functions;
}

function findOwnFunctions({ node, isStatic }: Self): readonly OwnFunction[] {
  if (node.type === "ObjectExpression") return node.properties.flatMap(ofProperty);
  if (node.type !== "ClassDeclaration" && node.type !== "ClassExpression") return [];
  return node.body.body.flatMap((element): OwnFunction[] => {
    const name = elementName(element) ?? symbolName(element);
    if (name === undefined || !("static" in element) || element.static !== isStatic) return [];
    const fn = "value" in element && element.value ? unwrap(element.value) : undefined;
    if (!isFunction(fn)) return [];
    return [{ name, fn, kind: element.type === "MethodDefinition" ? element.kind : "method" }];
  });
}

function ofProperty(property: TSESTree.ObjectLiteralElement): OwnFunction[] {
  if (property.type !== "Property") return [];
  const name = propertyName(property) ?? symbolName(property);
  const fn = unwrap(property.value);
  const kind = property.kind === "init" ? "method" : property.kind;
  return name !== undefined && isFunction(fn) ? [{ name, fn, kind }] : [];
}

/** `[Symbol.dispose]`, as it is written. */
function symbolName(element: TSESTree.ClassElement | TSESTree.Property): string | undefined {
  if (!("key" in element) || !element.computed) return undefined;
  const key = unwrap(element.key);
  if (key.type !== "MemberExpression" || key.object.type !== "Identifier" || key.object.name !== "Symbol")
    return undefined;
  return `Symbol.${memberName(key) ?? ""}`;
}

/**
 * The function of this file that an expression surely is: a literal, a local function, a member of the object, each
 * perhaps bound. `undefined` when it is another's.
 */
export function functionAt(sourceCode: SourceCode, expression: TSESTree.Node): FunctionNode | undefined {
  const node = unwrap(expression);
  if (isFunction(node)) return node;
  if (node.type === "Identifier") {
    const variable = variableOf(sourceCode, node);
    return variable && functionOf(variable);
  }
  if (node.type === "CallExpression") {
    const callee = unwrap(node.callee);
    const isBind = callee.type === "MemberExpression" && memberName(callee) === "bind";
    return isBind ? functionAt(sourceCode, callee.object) : undefined;
  }
  if (node.type !== "MemberExpression") return undefined;
  const owner = ownerOfMember(sourceCode, node);
  const name = memberName(node);
  return owner && name !== undefined ? callableOf(owner).get(name) : undefined;
}

const callable = new WeakMap<readonly OwnFunction[], ReadonlyMap<string, FunctionNode>>();

/** What reading a member of the object gives or runs; of two with one name, the first. */
function callableOf(self: Self): ReadonlyMap<string, FunctionNode> {
  const functions = ownFunctionsOf(self);
  let byName = callable.get(functions);
  if (!byName) {
    const read = functions.filter(({ kind }) => kind !== "set").reverse();
    callable.set(functions, (byName = new Map(read.map(({ name, fn }) => [name, fn]))));
  }
  return byName;
}

/** Is it a member of the object or of its base class that this file does not show: it may do anything to the object? */
export function isUnknownOwnCall(sourceCode: SourceCode, call: TSESTree.CallExpression, self: Self): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === "Super") return true;
  if (callee.type !== "MemberExpression") return false;
  if (callee.object.type === "Super") return true;
  const owner = ownerOfMember(sourceCode, callee);
  return owner?.node === self.node && functionAt(sourceCode, callee) === undefined;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isMemberNamed, isMemberOf, memberName, propertyName } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { elementName, isClass, ownerOfMember, type ObjectNode, type Self } from "./self.ts";

/** A function that an object has under a name. */
export interface OwnFunction {
  readonly name: string;
  readonly fn: FunctionNode;
  readonly kind: "method" | "get" | "set" | "constructor";
}

/** The functions that an object has as members, accessors and the constructor among them. */
export function ownFunctionsOf({ node, isStatic }: Self): readonly OwnFunction[] {
  return membersOf(node, isStatic);
}

const membersOf = oncePer((node: ObjectNode, isStatic: boolean): readonly OwnFunction[] => {
  if (node.type === "ObjectExpression") return node.properties.flatMap(ofProperty);
  if (!isClass(node)) return [];
  return node.body.body.flatMap((element): OwnFunction[] => {
    const name = elementName(element) ?? symbolName(element);
    if (name === undefined || !("static" in element) || element.static !== isStatic) return [];
    const fn = "value" in element && element.value ? unwrap(element.value) : undefined;
    if (!isFunction(fn)) return [];
    return [{ name, fn, kind: element.type === "MethodDefinition" ? element.kind : "method" }];
  });
});

/** The functions by which a read of a member may be answered; of two, the first counts. */
const readableOf = oncePer((node: ObjectNode, isStatic: boolean): ReadonlyMap<string, FunctionNode> => {
  const readable = membersOf(node, isStatic).filter(({ kind }) => kind !== "set");
  return new Map(readable.toReversed().map(({ name, fn }) => [name, fn]));
});

function ofProperty(property: TSESTree.ObjectLiteralElement): OwnFunction[] {
  if (property.type !== "Property") return [];
  const name = propertyName(property) ?? symbolName(property);
  const fn = unwrap(property.value);
  const kind = property.kind === "init" ? "method" : property.kind;
  return name !== undefined && isFunction(fn) ? [{ name, fn, kind }] : [];
}

/** `[Symbol.dispose]`, as it is written. */
function symbolName(element: TSESTree.ClassElement | TSESTree.Property): string | undefined {
  if (!("key" in element)) return undefined;
  const key = unwrap(element.key);
  return isMemberOf(key, "Symbol") ? `Symbol.${memberName(key) ?? ""}` : undefined;
}

/**
 * The function of this file that an expression surely is: a literal, a local function, a member of the object, each
 * perhaps bound. `undefined` when it is another's.
 */
export function ownFunctionAt(sourceCode: SourceCode, expression: TSESTree.Node): FunctionNode | undefined {
  const node = unwrap(expression);
  if (node.type === "CallExpression") {
    const callee = unwrap(node.callee);
    const isBind = isMemberNamed(callee, "bind");
    return isBind ? ownFunctionAt(sourceCode, callee.object) : undefined;
  }
  if (node.type !== "MemberExpression") return functionAt(sourceCode, node);
  const owner = ownerOfMember(sourceCode, node);
  const name = memberName(node);
  return owner && name !== undefined ? readableOf(owner.node, owner.isStatic).get(name) : undefined;
}

/** Is it a member of the object or of its base class that this file does not show: it may do anything to the object? */
export function isUnknownOwnCall(sourceCode: SourceCode, call: TSESTree.CallExpression, self: Self): boolean {
  const callee = unwrap(call.callee);
  if (callee.type === "Super") return true;
  if (callee.type !== "MemberExpression") return false;
  if (callee.object.type === "Super") return true;
  const owner = ownerOfMember(sourceCode, callee);
  return owner?.node === self.node && ownFunctionAt(sourceCode, callee) === undefined;
}

/** Is it a method that only its class calls, and what extends that: `#wait`, `private`, `protected`? */
export function isOwnMethod({ parent }: FunctionNode): boolean {
  if (parent.type !== "MethodDefinition" && parent.type !== "PropertyDefinition") return false;
  return parent.key.type === "PrivateIdentifier" || /^(?:private|protected)$/.test(parent.accessibility ?? "");
}

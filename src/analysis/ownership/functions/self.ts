import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";

/** A class, with a name or without. */
export type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Is it a class? */
export function isClass(node: TSESTree.Node): node is ClassNode {
  return node.type === "ClassDeclaration" || node.type === "ClassExpression";
}

/** What makes an object: a class, an object literal, or a function whose variables its closures share (a factory). */
export type ObjectNode = ClassNode | TSESTree.ObjectExpression | FunctionNode;

/** An object as code inside of it sees it: an instance, or the class itself. */
export interface Self {
  readonly node: ObjectNode;
  readonly isStatic: boolean;
}

/**
 * The object that an expression surely is: `this`, `self` after `const self = this`, the name of a class or of a
 * constant object literal. `undefined` for all else, `this` of a plain function among it.
 */
export function selfAt(sourceCode: SourceCode, expression: TSESTree.Node): Self | undefined {
  const node = unwrap(expression);
  if (node.type === "ThisExpression") return thisAt(node);
  const variable = variableOf(sourceCode, node);
  const definition = variable?.defs[0];
  if (definition?.type === "ClassName") return { node: definition.node, isStatic: true };
  const init = constantValue(variable);
  const value = init && unwrap(init);
  if (value?.type === "ObjectExpression") return { node: value, isStatic: false };
  return value?.type === "ThisExpression" ? thisAt(value) : undefined;
}

function thisAt(node: TSESTree.Node): Self | undefined {
  let child = node;
  for (let at = node.parent; at; child = at, at = at.parent) {
    switch (at.type) {
      case "FunctionDeclaration":
        return undefined;
      case "FunctionExpression":
        return objectOfMethod(at);
      case "StaticBlock":
        return { node: at.parent.parent, isStatic: true };
      case "PropertyDefinition":
      case "AccessorProperty":
        if (at.value === child) return { node: at.parent.parent, isStatic: at.static };
    }
  }
  return undefined;
}

function objectOfMethod(fn: TSESTree.FunctionExpression): Self | undefined {
  const { parent } = fn;
  if (parent.type === "MethodDefinition") return { node: parent.parent.parent, isStatic: parent.static };
  const isMethod = parent.type === "Property" && parent.value === fn && parent.parent.type === "ObjectExpression";
  // In Vue's options, and wherever else objects are nested, `this` may be the outer one.
  const isNested = isMethod && parent.parent.parent.type === "Property";
  return isMethod && !isNested ? { node: parent.parent as TSESTree.ObjectExpression, isStatic: false } : undefined;
}

/** The object a member expression takes a member of. A private name tells by itself: only its class knows it. */
export function ownerOfMember(sourceCode: SourceCode, member: TSESTree.MemberExpression): Self | undefined {
  const name = memberName(member);
  if (name === undefined) return undefined;
  if (!name.startsWith("#") || member.computed) return selfAt(sourceCode, member.object);
  for (let at = member.parent as TSESTree.Node | undefined; at; at = at.parent) {
    if (at.type !== "ClassBody") continue;
    const declared = at.body.find((element) => elementName(element) === name);
    if (declared) return { node: at.parent, isStatic: "static" in declared && declared.static };
  }
  return undefined;
}

/** The name of a class element as `memberName` writes it; `undefined` when it is computed. */
export function elementName(element: TSESTree.ClassElement): string | undefined {
  if (!("key" in element)) return undefined;
  const { key } = element;
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  if (key.type === "Literal") return String(key.value);
  if (element.computed) return undefined;
  return key.type === "Identifier" ? key.name : undefined;
}

/**
 * A field that its class declares without `private` or `#` may be read and cleared by anybody who has the object. Code
 * without such declarations says it by an underscore at most, and is believed.
 */
export function isOpen({ node }: Self, key: string): boolean {
  if (/^[#_]/.test(key) || !isClass(node)) return false;
  const declared = node.body.body.find((element) => elementName(element) === key);
  if (!declared) return node.superClass !== null;
  return "accessibility" in declared && declared.accessibility !== "private";
}

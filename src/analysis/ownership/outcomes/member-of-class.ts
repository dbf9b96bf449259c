import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";

/** A method or field of a class. */
export type ClassMember = TSESTree.MethodDefinition | TSESTree.PropertyDefinition;

/** The name of a member: `send`, `#send`; `undefined` for a computed one. */
export function keyOf({ key, computed }: ClassMember): string | undefined {
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  return key.type === "Identifier" && !computed ? key.name : undefined;
}

/**
 * What `this.name` or `super.name` is, written in a class of this file: a member of that class, or else of one in this
 * file that it extends. A subclass may have another; it is taken to be of the same kind.
 */
export function memberOfClass(
  sourceCode: SourceCode,
  node: TSESTree.MemberExpression,
  name: string | undefined,
): ClassMember | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at && at.type !== "ClassBody") at = at.parent;
  if (!at) return undefined;
  return memberIn(sourceCode, node.object.type === "Super" ? baseOf(sourceCode, at) : at, name, maxBases);
}

/** A class with more bases than this is not followed further. */
const maxBases = 10;

function memberIn(
  sourceCode: SourceCode,
  body: TSESTree.ClassBody | undefined,
  name: string | undefined,
  depth: number,
): ClassMember | undefined {
  if (!body || depth === 0) return undefined;
  const own = body.body.find((member): member is ClassMember => isMember(member) && keyOf(member) === name);
  return own ?? memberIn(sourceCode, baseOf(sourceCode, body), name, depth - 1);
}

function isMember(element: TSESTree.ClassElement): element is ClassMember {
  return element.type === "MethodDefinition" || element.type === "PropertyDefinition";
}

/** The body of the class that another one extends, if that stands in this file. */
function baseOf(sourceCode: SourceCode, { parent }: TSESTree.ClassBody): TSESTree.ClassBody | undefined {
  const { superClass } = parent;
  const definition = superClass ? variableOf(sourceCode, unwrap(superClass))?.defs[0]?.node : undefined;
  return definition?.type === "ClassDeclaration" ? definition.body : undefined;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isOnlyTested } from "../../../ast/tested.ts";
import { memberNamedBy } from "../../../ast/members.ts";
import { calleeWord, memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, type InnerNode } from "../../../ast/transparent.ts";
import type { Resource } from "../../../resources/resource.ts";
import { ownerOfMember, type Self } from "../functions/self.ts";

/** What one mention of a field does. */
export interface FieldUse {
  /**
   * `release`: the handle is stopped; `test`: it is looked at; `write`: the field gets another value; `other`: anything
   * else, by which somebody may have it.
   */
  readonly kind: "release" | "test" | "write" | "other";
  readonly node: TSESTree.Node;
  /** The event of the graph that does it. */
  readonly event: TSESTree.Node;
}

interface Mention {
  readonly mention: InnerNode;
  readonly self: Self;
  readonly resource: Resource;
}

/** What a mention of a field's name does with the field; `undefined` when it is something else of that name. */
export function useOf(sourceCode: SourceCode, given: Mention): FieldUse | undefined {
  const { mention, self, resource } = given;
  const member = memberNamedBy(mention);
  if (member) {
    const owner = ownerOfMember(sourceCode, member);
    if (owner && !isRelated(owner, self)) return undefined;
    return owner?.node === self.node ? readUse(member, resource) : { kind: "other", node: member, event: member };
  }
  if (mention.type === "Literal")
    return isElsewhere(mention) ? undefined : { kind: "other", node: mention, event: mention };
  const { parent } = mention;
  if (parent.type === "Property" && parent.parent.type === "ObjectPattern")
    return self.node.type.startsWith("Class") && parent.key === mention
      ? { kind: "other", node: mention, event: mention }
      : undefined;
  return undefined;
}

/** Strings that name no member: an event, a type, an import. */
function isElsewhere({ parent }: InnerNode): boolean {
  return parent.type === "TSLiteralType" || parent.type === "ImportDeclaration" || parent.type === "Property";
}

/** The same class, or one that derives from it. */
function isRelated(owner: Self, self: Self): boolean {
  if (owner.node === self.node) return owner.isStatic === self.isStatic;
  const base = "superClass" in owner.node ? owner.node.superClass : null;
  return base?.type === "Identifier" && "id" in self.node && self.node.id?.name === base.name;
}

/** What an expression that stands for the place of a handle does with it: `this.timer`, `timer`, `timer.current`. */
export function readUse(reference: TSESTree.Node, resource: Resource): FieldUse {
  const node = outermost(reference);
  const { parent } = node;
  const use = (kind: FieldUse["kind"], event: TSESTree.Node = node): FieldUse => ({ kind, node: reference, event });
  switch (parent.type) {
    case "AssignmentExpression":
      return parent.left === node ? use("write", parent) : use("other");
    case "VariableDeclarator":
      return parent.id === node ? use("write", parent) : use("other");
    case "CallExpression":
      return parent.callee !== node && isRelease(parent, resource) ? use("release", parent) : use("other");
    case "MemberExpression":
      return parent.object === node ? readMethod(parent, resource, use) : use("other");
    case "UnaryExpression":
      return parent.operator === "delete" ? use("write", parent) : use("test");
    default:
      return isOnlyTested(node) ? use("test") : use("other");
  }
}

function isRelease(call: TSESTree.CallExpression, { release }: Resource): boolean {
  return release.by === "argument" && release.of.includes(calleeWord(call) ?? "");
}

const harmless = /^(?:unref|ref|hasRef|refresh)$/;

function readMethod(
  member: TSESTree.MemberExpression,
  { release }: Resource,
  use: (kind: FieldUse["kind"], event?: TSESTree.Node) => FieldUse,
): FieldUse {
  const name = memberName(member) ?? "";
  const call = outermost(member).parent;
  if (call.type !== "CallExpression") return harmless.test(name) ? use("test") : use("other");
  if (harmless.test(name)) return use("test", call);
  return release.by === "argument" && release.methods?.includes(name) ? use("release", call) : use("other");
}

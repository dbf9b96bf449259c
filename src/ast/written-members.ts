import type { TSESTree } from "@typescript-eslint/utils";
import { isMemberNamed } from "./names.ts";
import { nodeAt } from "./node-at.ts";
import { placesOfName } from "./occurrences.ts";
import type { SourceCode } from "./source-code.ts";
import { outermost } from "./transparent.ts";

/** The members of a name, as `memberName` writes it, that anything in a file gives a value to, in whatever form. */
export function writtenMembers(sourceCode: SourceCode, name: string): TSESTree.MemberExpression[] {
  const word = name.replace(/^#/, "");
  return placesOfName(sourceCode.text, word, word).flatMap((at) => {
    const { parent: member } = nodeAt(sourceCode, at);
    return isMemberNamed(member, name) && member.object.range[1] <= at && isTarget(member) ? [member] : [];
  });
}

/** Is it given a value: by an assignment, as a part of a pattern, by a loop, or taken away? */
export function isTarget(member: TSESTree.MemberExpression): boolean {
  const node = outermost(member);
  const { parent } = node;
  switch (parent.type) {
    case "AssignmentExpression":
    case "AssignmentPattern":
    case "ForInStatement":
    case "ForOfStatement":
      return parent.left === node;
    case "Property":
      return parent.value === node && parent.parent.type === "ObjectPattern";
    case "UnaryExpression":
      return parent.operator === "delete";
    default:
      return /^(?:ArrayPattern|RestElement|UpdateExpression)$/.test(parent.type);
  }
}

import type { TSESTree } from "@typescript-eslint/utils";
import { memberNamedBy } from "../../../ast/members.ts";
import { memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { mentionsOf } from "./mentions.ts";

/** A member that is given a value. */
export interface MemberWrite {
  readonly member: TSESTree.MemberExpression;
  /** What it is given; `undefined` where no expression has it: by a pattern, a loop, `+=`, `++`, `delete`. */
  readonly value: TSESTree.Expression | undefined;
}

/** All that a file puts into members of a name, as `memberName` writes it, whatever their object is. */
export function writesOfMember(sourceCode: SourceCode, name: string): MemberWrite[] {
  return mentionsOf(sourceCode, name).flatMap((mention) => {
    const member = memberNamedBy(mention);
    return member && memberName(member) === name ? (writeTo(member) ?? []) : [];
  });
}

function writeTo(member: TSESTree.MemberExpression): MemberWrite | undefined {
  const node = outermost(member);
  const { parent } = node;
  switch (parent.type) {
    case "AssignmentExpression":
      return parent.left === node ? { member, value: plainValue(parent) } : undefined;
    case "AssignmentPattern":
    case "ForInStatement":
    case "ForOfStatement":
      return parent.left === node ? { member, value: undefined } : undefined;
    case "Property":
      return parent.value === node && parent.parent.type === "ObjectPattern" ? { member, value: undefined } : undefined;
    case "UnaryExpression":
      return parent.operator === "delete" ? { member, value: undefined } : undefined;
    case "ArrayPattern":
    case "RestElement":
    case "UpdateExpression":
      return { member, value: undefined };
    default:
      return undefined;
  }
}

function plainValue({ operator, right }: TSESTree.AssignmentExpression): TSESTree.Expression | undefined {
  return /^(?:\?\?|\|\||&&)?=$/.test(operator) ? right : undefined;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { memberNamedBy } from "../../../ast/members.ts";
import { memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { InnerNode } from "../../../ast/transparent.ts";
import { mentionsOf } from "./mentions.ts";

/**
 * All that the file puts into members of this name, but for literals in objects, which are of other kinds of objects:
 * `scope.drained ??= new Promise(…)`, `{ drained: late.promise }`.
 */
export function valuesOfMember(sourceCode: SourceCode, member: TSESTree.MemberExpression): TSESTree.Node[] {
  const name = memberName(member);
  if (name === undefined || member.computed) return [];
  return mentionsOf(sourceCode, name).flatMap((mention) => valueAt(mention) ?? []);
}

function valueAt(mention: InnerNode): TSESTree.Node | undefined {
  const { parent } = mention;
  if (parent.type === "Property" && parent.key === mention && parent.parent.type === "ObjectExpression")
    return parent.value.type === "Literal" ? undefined : parent.value;
  const target = memberNamedBy(mention);
  const assignment = target?.parent;
  return assignment?.type === "AssignmentExpression" && assignment.left === target ? assignment.right : undefined;
}

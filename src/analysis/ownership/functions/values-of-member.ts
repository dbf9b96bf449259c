import type { TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { InnerNode } from "../../../ast/transparent.ts";
import { writesOfMember } from "./member-writes.ts";
import { mentionsOf } from "./mentions.ts";

/**
 * All that the file puts into members of this name, but for literals in objects, which are of other kinds of objects:
 * `scope.drained ??= new Promise(…)`, `{ drained: late.promise }`. What fields begin with is not among them.
 */
export function valuesOfMember(sourceCode: SourceCode, member: TSESTree.MemberExpression): TSESTree.Node[] {
  const name = memberName(member);
  if (name === undefined || member.computed) return [];
  const assigned = writesOfMember(sourceCode, name).flatMap(({ value }) => value ?? []);
  return [...assigned, ...mentionsOf(sourceCode, name).flatMap((mention) => valueIn(mention) ?? [])];
}

function valueIn(mention: InnerNode): TSESTree.Node | undefined {
  const { parent } = mention;
  if (parent.type !== "Property" || parent.key !== mention || parent.parent.type !== "ObjectExpression")
    return undefined;
  return parent.value.type === "Literal" ? undefined : parent.value;
}

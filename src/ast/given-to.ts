import type { TSESTree } from "@typescript-eslint/utils";
import { outermost } from "./transparent.ts";

/**
 * The expression that a name or a member is given as a whole where it is written, by a declaration or an assignment.
 *
 * @returns `undefined` for a part of a pattern, a turn of a loop, `+=` and `++`; and for a declaration without a value
 */
export function givenTo(target: TSESTree.Node): TSESTree.Expression | undefined {
  const whole = outermost(target);
  const { parent } = whole;
  if (parent.type === "VariableDeclarator") return parent.id === target ? (parent.init ?? undefined) : undefined;
  if (parent.type !== "AssignmentExpression" || parent.left !== whole) return undefined;
  return /^(?:\|\||&&|\?\?)?=$/.test(parent.operator) ? parent.right : undefined;
}

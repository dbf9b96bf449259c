import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { isReaction } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { functionOf, variableOf } from "../../../scope/variables.ts";

/**
 * Does an event that counts as a release surely release there and then? A reaction of a promise does it later. A local
 * function may do it on a condition: of one with any, other than whether there is something to release, nothing is
 * sure.
 */
export function releasesSurely(sourceCode: SourceCode, event: TSESTree.Node): boolean {
  if (event.type !== "CallExpression" || isReaction(event)) return false;
  const callee = unwrap(event.callee);
  const variable = variableOf(sourceCode, callee);
  const fn = isFunction(callee) ? callee : variable && functionOf(variable);
  if (!fn) return true;
  return fn.body.type === "BlockStatement" ? fn.body.body.every(isStraight) : isStraightExpression(fn.body);
}

function isStraight(statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case "ExpressionStatement":
      return isStraightExpression(statement.expression);
    case "VariableDeclaration":
      return true;
    case "IfStatement":
      return !statement.alternate && unwrap(statement.test).type === "Identifier" && isStraight(statement.consequent);
    case "BlockStatement":
      return statement.body.every(isStraight);
    default:
      return false;
  }
}

function isStraightExpression(expression: TSESTree.Expression): boolean {
  return expression.type !== "LogicalExpression" && expression.type !== "ConditionalExpression";
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isChoice } from "../ast/choice.ts";

/**
 * The statement in which an expression is evaluated, whatever way that runs: what is put before the statement comes
 * before the expression. `undefined` where something comes between that may not run.
 */
export function evaluatingStatement(expression: TSESTree.Node): TSESTree.Statement | undefined {
  let at = expression;
  while (/Await|Member|Call|^AssignmentExpression|TS\w+Expression/.test(at.type) && !isChoice(at)) at = at.parent!;
  if (at.type === "VariableDeclarator") return at.parent;
  return at.type === "ExpressionStatement" || at.type === "ReturnStatement" ? at : undefined;
}

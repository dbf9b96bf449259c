import type { TSESTree } from "@typescript-eslint/utils";
import { isMemberOf } from "../../../ast/names.ts";
import { isPlain } from "../../../ast/plain.ts";
import { unwrap } from "../../../ast/transparent.ts";

/** Does a statement only note something: a line that is logged, a flag, a value that is given back? */
export function isRemark(statement: TSESTree.Statement): boolean {
  switch (statement.type) {
    case "ExpressionStatement":
      return isNote(unwrap(statement.expression));
    case "VariableDeclaration":
      return statement.declarations.every(({ init }) => isPlain(init));
    case "ReturnStatement":
      return statement.argument === null || !isWork(statement.argument);
    case "IfStatement":
      return isPlain(statement.test) && notesOnly(statement.consequent) && notesOnly(statement.alternate);
    default:
      return false;
  }
}

/** A branch that notes something and goes on: `if (debug) { console.log("late"); }`. */
function notesOnly(branch: TSESTree.Statement | null): boolean {
  if (branch?.type === "BlockStatement") return branch.body.every(notesOnly);
  return branch === null || (branch.type !== "ReturnStatement" && isRemark(branch));
}

function isNote(node: TSESTree.Node): boolean {
  if (node.type === "AssignmentExpression") return node.left.type === "Identifier" && isPlain(node.right);
  if (node.type !== "CallExpression") return false;
  return isMemberOf(node.callee, "console") || isMemberOf(node.callee, "logger");
}

function isWork({ type }: TSESTree.Expression): boolean {
  return /^(?:Await|Call|New|Import|Chain)Expression$/.test(type);
}

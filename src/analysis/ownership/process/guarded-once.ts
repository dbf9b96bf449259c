import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { leaves, placeOf } from "../../../ast/statement-list.ts";
import { variableOf } from "../../../scope/variables.ts";

/**
 * Does a flag of the module let a node run once: `if (started) return; started = true;` before it, or both around it?
 * A flag that anything sets back lets it run again.
 */
export function isGuardedOnce(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  for (let at = node; at.parent && !/Function/.test(at.type); at = at.parent) {
    const place = placeOf(at);
    for (const before of place?.list.slice(0, place.index) ?? []) {
      const flag = flagSetBy(sourceCode, before);
      if (flag && (isAskedBefore(sourceCode, before, flag) || isAskedAround(sourceCode, before, flag))) return true;
    }
  }
  return false;
}

/** The variable of the module to which a statement gives `true`, if nothing else is ever written to it. */
function flagSetBy(sourceCode: SourceCode, statement: TSESTree.Node): TSESLint.Scope.Variable | undefined {
  const set = statement.type === "ExpressionStatement" ? unwrap(statement.expression) : undefined;
  if (set?.type !== "AssignmentExpression" || set.left.type !== "Identifier") return undefined;
  const variable = variableOf(sourceCode, set.left);
  const written = variable?.references.filter((each) => each.isWrite() && !each.init) ?? [];
  const isFlag = written.every(({ writeExpr }) => writeExpr?.type === "Literal" && writeExpr.value === true);
  return isFlag && /^(?:module|global)$/.test(variable?.scope.type ?? "") ? variable : undefined;
}

/** `if (started) return;`, or a `throw`, perhaps with a line before it that says so. */
function isAskedBefore(sourceCode: SourceCode, statement: TSESTree.Node, flag: TSESLint.Scope.Variable): boolean {
  const place = placeOf(statement);
  return (
    place?.list
      .slice(0, place.index)
      .some((each) => each.type === "IfStatement" && isFlag(sourceCode, each.test, flag) && leaves(each.consequent)) ===
    true
  );
}

/** `if (!started) { … }` */
function isAskedAround(sourceCode: SourceCode, statement: TSESTree.Node, flag: TSESLint.Scope.Variable): boolean {
  const around = statement.parent?.parent;
  if (around?.type !== "IfStatement" || around.consequent !== statement.parent) return false;
  const test = unwrap(around.test);
  return test.type === "UnaryExpression" && test.operator === "!" && isFlag(sourceCode, test.argument, flag);
}

function isFlag(sourceCode: SourceCode, test: TSESTree.Node, flag: TSESLint.Scope.Variable): boolean {
  const node = unwrap(test);
  return variableOf(sourceCode, node) === flag;
}

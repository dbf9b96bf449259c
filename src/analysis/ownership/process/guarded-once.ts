import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { leaves, placeOf } from "../../../ast/statement-list.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { variableOf } from "../../../scope/variables.ts";

/**
 * Does a flag of the module let a node run once: `if (started) return; started = true;` before it, or both around it?
 * What is called may set the flag too: `if (!started) start();`. A flag that anything sets back lets it run again.
 */
export function isGuardedOnce(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  if (flagsOfCallee(sourceCode, node).some((flag) => isAsked(sourceCode, node, flag))) return true;
  for (let at = node; at.parent && !isFunction(at); at = at.parent) {
    for (const before of statementsBefore(at)) {
      const flag = flagSetBy(sourceCode, before);
      if (flag && isAsked(sourceCode, before, flag)) return true;
    }
  }
  return false;
}

/** The flags that a function sets in its own body, of a call of it. */
function flagsOfCallee(sourceCode: SourceCode, node: TSESTree.Node): TSESLint.Scope.Variable[] {
  const fn = node.type === "CallExpression" ? functionAt(sourceCode, node.callee) : undefined;
  const statements = fn?.body.type === "BlockStatement" ? fn.body.body : [];
  return statements.flatMap((each) => flagSetBy(sourceCode, each) ?? []);
}

function statementsBefore(node: TSESTree.Node): readonly TSESTree.Node[] {
  const place = placeOf(node);
  return place?.list.slice(0, place.index) ?? [];
}

/** Is a node reached only while a flag is not set: inside of `if (!started)`, or behind `if (started) return;`? */
function isAsked(sourceCode: SourceCode, node: TSESTree.Node, flag: TSESLint.Scope.Variable): boolean {
  for (let at = node; at.parent && !isFunction(at); at = at.parent)
    if (isBehindWayOut(sourceCode, at, flag) || isBranchWithout(sourceCode, at, flag)) return true;
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
function isBehindWayOut(sourceCode: SourceCode, node: TSESTree.Node, flag: TSESLint.Scope.Variable): boolean {
  return statementsBefore(node).some(
    (each) => each.type === "IfStatement" && variableOf(sourceCode, each.test) === flag && leaves(each.consequent),
  );
}

/** `if (!started) { … }` */
function isBranchWithout(sourceCode: SourceCode, node: TSESTree.Node, flag: TSESLint.Scope.Variable): boolean {
  const { parent } = node;
  if (parent?.type !== "IfStatement" || parent.consequent !== node) return false;
  const test = unwrap(parent.test);
  return test.type === "UnaryExpression" && test.operator === "!" && variableOf(sourceCode, test.argument) === flag;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { functionAt } from "../../../scope/named-function.ts";
import type { Race } from "./races.ts";

/**
 * Is a race one turn of a loop that goes on until the timer has fired: `while (!isOver) await Promise.race(…)`, where
 * the callback sets `isOver`? Who wins such a race does not end the wait. What else the test asks for is not looked at.
 */
export function lastsUntilFired(sourceCode: SourceCode, callback: TSESTree.Node, { call }: Race): boolean {
  const fn = functionAt(sourceCode, callback);
  const scope = fn && sourceCode.scopeManager?.acquire(fn);
  const set = (scope?.through ?? []).flatMap((each) => (each.isWrite() && each.resolved ? each.resolved : []));
  return loopTests(call).some((test) =>
    set.some(({ references }) => references.some(({ identifier }) => isWithin(identifier, test))),
  );
}

/** The tests of the loops around a node, up to its function. */
function loopTests(node: TSESTree.Node): TSESTree.Node[] {
  const tests: TSESTree.Node[] = [];
  for (let at = node.parent; at && !isFunction(at); at = at.parent) {
    if (at.type !== "WhileStatement" && at.type !== "DoWhileStatement" && at.type !== "ForStatement") continue;
    if (at.test) tests.push(at.test);
  }
  return tests;
}

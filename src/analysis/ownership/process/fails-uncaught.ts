import type { TSESTree } from "@typescript-eslint/utils";
import { catchAround } from "../../../ast/catch-around.ts";
import { enclosingFunction, type FunctionNode } from "../../../ast/functions.ts";
import { methodCallOf } from "../../../ast/members.ts";
import { calleeWord } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { callsOf } from "./runs-once.ts";

/** Does what catches a failure end the process? */
type EndsProcess = (handler: FunctionNode | TSESTree.CatchClause) => boolean;

/**
 * Does the process end when the function around a node fails? One that is run from the top level of the module, and
 * whose promise nobody has, `main();`, `void (async () => { … })();`, or only who ends the process then:
 * `main().catch(() => process.exit(1))`.
 */
export function failsUncaught(sourceCode: SourceCode, node: TSESTree.Node, ends: EndsProcess): boolean {
  const fn = enclosingFunction(node);
  if (fn.type === "Program") return false;
  const [call, ...more] = callsOf(sourceCode, fn) ?? [];
  if (call === undefined || more.length > 0 || enclosingFunction(call).type !== "Program") return false;
  return isLeftAlone(sourceCode, call, ends);
}

/** Is a promise not kept, nor caught by anybody who goes on? The first that catches it decides. */
function isLeftAlone(sourceCode: SourceCode, promise: TSESTree.Node, ends: EndsProcess): boolean {
  let value = outermost(promise);
  for (;;) {
    while (value.parent.type === "UnaryExpression" || value.parent.type === "AwaitExpression") value = value.parent;
    const reaction = methodCallOf(value);
    if (!reaction) break;
    const word = calleeWord(reaction);
    if (!word || !/^(?:then|catch|finally)$/.test(word)) return false;
    const handler = reaction.arguments[word === "catch" ? 0 : 1];
    if (handler && word !== "finally") {
      const fn = functionAt(sourceCode, handler);
      return fn !== undefined && ends(fn);
    }
    value = outermost(reaction);
  }
  if (value.parent.type !== "ExpressionStatement") return false;
  const clause = catchAround(value);
  return !clause || ends(clause);
}

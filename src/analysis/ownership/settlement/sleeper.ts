import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isLoop } from "../../../ast/loops.ts";
import { calleeWord, isCallNamed, isReaction } from "../../../ast/names.ts";
import { isNothing } from "../../../ast/nothing.ts";
import { oncePer } from "../../../ast/once.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { resultsOf } from "../../../ast/returns-of.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { functionAt, nameOfFunction } from "../../../scope/named-function.ts";
import { variableOf } from "../../../scope/variables.ts";
import { findCalls } from "../functions/calls-of.ts";
import { isRemark } from "./remark.ts";
import { findExecutor, settlersOf } from "../functions/executor.ts";
import { promiseOf } from "../../../ast/executor.ts";
import { isPause } from "../../../ast/pauses.ts";
import { isUsedIn } from "../functions/used-in.ts";

/**
 * The promises that are settled when a wait is over: the calls of an async function that waits and then throws, or
 * returns with no more to do, `async () => { await sleep(ms); throw new Error("too late"); }`, and the `new Promise`
 * around an async executor that settles it behind the wait. One that goes on to work is no timer, unless all that it
 * comes to in the end is a failure.
 *
 * It does not see a wait in a loop, a condition or a `try`.
 */
export function comesOfWait(sourceCode: SourceCode, wait: TSESTree.AwaitExpression): TSESTree.Node[] {
  const fn = enclosingFunction(wait);
  if (!isFunction(fn)) return [];
  if (fn.body.type !== "BlockStatement") return fn.body === wait ? findCalls(sourceCode, fn) : [];
  if (wait.parent.parent === fn.body && givesUp(fn, sourceCode)) return findCalls(sourceCode, fn);
  const statements = fn.body.body;
  const place = placeOfLastWait(statements, sourceCode);
  if (!isWaiting(statements[place], wait)) return [];
  const before = statements.slice(0, place);
  const behind = statements.slice(place + 1);
  const promise = promiseOf(fn);
  if (promise) return isSettledIn(sourceCode, fn, behind) ? [promise] : [];
  const isWaitAlone = before.every((each) => isRemark(each) || startsWait(each)) && behind.every(isRemark);
  return fails(behind.at(-1)) || isWaitAlone ? findCalls(sourceCode, fn) : [];
}

/** `const { promise, resolve } = Promise.withResolvers();`, `setTimeout(resolve, ms);` */
function startsWait(statement: TSESTree.Statement): boolean {
  if (statement.type === "ExpressionStatement") return isCallNamed(unwrap(statement.expression), /^setTimeout$/);
  const made = statement.type === "VariableDeclaration" ? statement.declarations.map(({ init }) => init) : [];
  return made.length > 0 && made.every((each) => each && isCallNamed(unwrap(each), /^withResolvers$/));
}

/** The `new Promise` that a reaction in its executor settles: `sleep(ms).then(() => reject(new Error("too late")))`. */
export function promiseSettledBy(sourceCode: SourceCode, reaction: TSESTree.Node): TSESTree.NewExpression | undefined {
  const call = unwrap(reaction);
  const executor = call.type === "CallExpression" && isReaction(call) ? findExecutor(call) : undefined;
  const settlers = executor && settlersOf(sourceCode, executor);
  if (!executor || !settlers || call.type !== "CallExpression") return undefined;
  const settles = call.arguments.some((each) => {
    const fn = functionAt(sourceCode, each);
    return fn
      ? isUsedIn(sourceCode, fn, settlers)
      : settlers.some((settler) => settler === variableOf(sourceCode, each));
  });
  return settles ? promiseOf(executor) : undefined;
}

/** The index of the last statement that waits or loops, found once: a function may wait thousands of times. */
const placeOfLastWait = oncePer((statements: readonly TSESTree.Statement[], sourceCode: SourceCode): number =>
  statements.findLastIndex((each) => !isAtOnce(sourceCode, each)),
);

function isWaiting(statement: TSESTree.Statement | undefined, wait: TSESTree.AwaitExpression): boolean {
  return (
    (statement?.type === "ExpressionStatement" && statement.expression === wait) ||
    (statement?.type === "ReturnStatement" && statement.argument === wait)
  );
}

/** Does it throw, at its end or on a condition? */
function fails(statement: TSESTree.Statement | undefined): boolean {
  if (statement?.type === "BlockStatement") return fails(statement.body.at(-1));
  if (statement?.type === "IfStatement") return !statement.alternate && fails(statement.consequent);
  return statement?.type === "ThrowStatement";
}

/**
 * Is it over with a failure whatever it waits for, by a `throw` or a result such as `Err(new TimeoutError())`, or does
 * its name say that it is the time that is over? It must not go round in turns, since then it may be asking for more.
 */
const givesUp = oncePer((fn: FunctionNode, sourceCode: SourceCode): boolean => {
  if (fn.body.type !== "BlockStatement" || ownNodes(sourceCode, fn.body).some(isLoop)) return false;
  const given = resultsOf(fn).filter((result) => !isNothing(unwrap(result)));
  if (lateName.test(nameOfFunction(sourceCode, fn)?.name ?? "")) return true;
  return given.every(isFailure) && (given.length > 0 || fn.body.body.at(-1)?.type === "ThrowStatement");
});

/** Names of functions that are a time which is over: `lockTimeout`, but not `fetchWithTimeout`. */
const lateName = /^(?!\w*with)\w*(?:timeout|timedOut|deadline)$/i;

/** `Err(new TimeoutError())`, `new Error("too late")` */
function isFailure(value: TSESTree.Expression): boolean {
  const node = unwrap(value);
  const isMade = node.type === "CallExpression" || node.type === "NewExpression";
  return isMade && /^(?:err|fail|failure|reject)$|Err(?:or)?$/i.test(calleeWord(node) ?? "");
}

/** Does a statement neither wait nor go round in turns? */
function isAtOnce(sourceCode: SourceCode, statement: TSESTree.Statement): boolean {
  return ownNodes(sourceCode, statement).every((each) => !isPause(each) && !isLoop(each));
}

function isSettledIn(sourceCode: SourceCode, executor: FunctionNode, statements: readonly TSESTree.Node[]): boolean {
  const settlers = settlersOf(sourceCode, executor) ?? [];
  return settlers.some(({ references }) =>
    references.some(({ identifier }) => statements.some((each) => isWithin(identifier, each))),
  );
}

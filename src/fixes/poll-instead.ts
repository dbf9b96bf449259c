import type { TSESTree } from "@typescript-eslint/utils";
import { calleeMatches, calleeWord, isCallNamed } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin } from "../ast/statement-list.ts";
import { unwrap } from "../ast/transparent.ts";
import { writtenText } from "../ast/written-text.ts";
import type { RacedInLoop } from "../analysis/ownership/races/raced-in-loops.ts";
import { racersOf } from "../analysis/ownership/races/racers.ts";
import { constantValue, variableOf } from "../scope/variables.ts";
import { asksForEnd } from "./asks-for-end.ts";
import type { Fix } from "./fix.ts";

/**
 * `await Promise.race([ctx.done(), sleep(ms)])` → `await sleep(ms)`, where every turn asks for the end anyway: the loop
 * then ends up to one wait later.
 *
 * @returns `null` where the result of the race is used, where the promise is a constant of the turn or may be rejected,
 * where what it is raced with is no sleep, and where the loop does not ask
 */
export function pollInstead(sourceCode: SourceCode, { race, racer, promise, loop }: RacedInLoop): Fix | null {
  const [other, ...more] = othersOf(race, racer);
  const isWaitedFor = race.parent.type === "AwaitExpression" && race.parent.parent.type === "ExpressionStatement";
  if (!isWaitedFor || !isWithin(promise, racer) || !onlyResolves(sourceCode, promise)) return null;
  if (!other || more.length > 0 || !isSleep(other) || !asksForEnd(sourceCode, loop)) return null;
  return { edits: [{ range: race.range, text: sourceCode.getText(other) }] };
}

/** `ctx.done()` or `once(signal, "abort")`, through a constant too: other ends may be rejections, which are results. */
function onlyResolves(sourceCode: SourceCode, promise: TSESTree.Node): boolean {
  const variable = variableOf(sourceCode, promise);
  const call = unwrap((variable && constantValue(variable)) ?? promise);
  if (call.type !== "CallExpression") return false;
  const [, event] = call.arguments;
  const isOnce = calleeWord(call) === "once" && writtenText(event) === "abort";
  return isOnce || calleeMatches(call, /^[dD]one$/);
}

/** What waits for a time, and so comes back by itself. */
const sleep = /^(?:sleep|delay|wait|pause|setTimeout|setImmediate)(?:[A-Z]\w*)?$/;

function isSleep(node: TSESTree.Node): boolean {
  return isCallNamed(node, sleep);
}

/** What is raced beside one element. */
export function othersOf(race: TSESTree.CallExpression, racer: TSESTree.Node): readonly TSESTree.Expression[] {
  return racersOf(race).filter((each) => each !== racer);
}

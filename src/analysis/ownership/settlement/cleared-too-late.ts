import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { rootOf } from "../../../ast/members.ts";
import { isPropertyNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { argumentAt, parameterOf } from "../../../scope/parameters.ts";
import { variableOf } from "../../../scope/variables.ts";
import { activationOf } from "../functions/deferred.ts";
import { readAbortCall } from "../signals/abort-listener.ts";
import { findCalls } from "../functions/calls-of.ts";
import { waysTo } from "../functions/ways-to.ts";
import type { Race } from "./races.ts";
import { chainOf } from "./reaction-chain.ts";
import { outlivesRace } from "./stopped-by-signal.ts";
import type { TimerPromise } from "./timer-promise.ts";

/**
 * Is a timer cleared by nothing but itself, or the abort of a signal which does not come when the race is over? The
 * helper that starts it is given no signal by the call in the race, `late(5000)` of `late(ms, signal?)`, or one that
 * lives on.
 */
export function isClearedTooLate(
  sourceCode: SourceCode,
  { clears, promise: { executor, callback } }: { clears: readonly TSESTree.Node[]; promise: TimerPromise },
  race: Race,
): boolean {
  return clears.every((clear) => {
    const ways = waysTo(sourceCode, clear, executor);
    return ways?.given.every((way) => isWithin(way, callback) || isAbortBehind(sourceCode, way, race)) === true;
  });
}

/** Is a function given to a signal whose abort does not come when the race is over? */
function isAbortBehind(sourceCode: SourceCode, listener: TSESTree.Node, { racer, call }: Race): boolean {
  const listens = callGiven(listener);
  const added = listens && readAbortCall(sourceCode, listens, "addEventListener")?.signal;
  const signal = added && unwrap(added);
  const root = signal && rootOf(signal);
  const definition = variableOf(sourceCode, root)?.defs[0];
  if (!signal || definition?.type !== "Parameter") return false;
  if (definition.node === activationOf(call)) return outlivesRace(sourceCode, signal);
  const parameter = parameterOf(sourceCode, root);
  const { start } = chainOf(sourceCode, racer);
  if (!start || !parameter || !findCalls(sourceCode, parameter.fn).includes(start)) return false;
  if (start.arguments.some(({ type }) => type === "SpreadElement")) return false;
  const given = argumentAt(start, parameter.index);
  return !given || outlivesRace(sourceCode, root === signal ? given : partCalled("signal", given));
}

function partCalled(name: string, given: TSESTree.Node): TSESTree.Node {
  const object = unwrap(given);
  if (object.type !== "ObjectExpression") return given;
  const part = object.properties.find((each) => isPropertyNamed(each, name));
  return part?.type === "Property" ? part.value : given;
}

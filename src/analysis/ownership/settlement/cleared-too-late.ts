import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { isFunction } from "../../../ast/functions.ts";
import { isPropertyNamed } from "../../../ast/names.ts";
import { rootOf } from "../../../ast/members.ts";
import { findPatternKeys } from "../../../ast/pattern-keys.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { argumentAt, indexOfParam } from "../../../scope/parameters.ts";
import { variableOf } from "../../../scope/variables.ts";
import { activationOf } from "../functions/deferred.ts";
import { readAbortCall } from "../signals/abort-listener.ts";
import { findCalls } from "../functions/calls-of.ts";
import { waysTo } from "../functions/ways-to.ts";
import type { Race } from "./races.ts";
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
function isAbortBehind(sourceCode: SourceCode, listener: TSESTree.Node, { call, through }: Race): boolean {
  const listens = callGiven(listener);
  const added = listens && readAbortCall(sourceCode, listens, "addEventListener")?.signal;
  const signal = added && unwrap(added);
  const root = signal && rootOf(signal);
  const definition = variableOf(sourceCode, root)?.defs[0];
  if (!signal || definition?.type !== "Parameter" || !isFunction(definition.node)) return false;
  if (definition.node === activationOf(call)) return outlivesRace(sourceCode, signal);
  const { pattern, keys } = findPatternKeys(definition.name);
  const calls = findCalls(sourceCode, definition.node);
  const start = calls.find((each) => through.includes(each));
  if (!start || start.arguments.some(({ type }) => type === "SpreadElement")) return false;
  const argument = argumentAt(start, indexOfParam(definition.node, pattern));
  const given = argument && partAt(argument, root === signal ? keys : [...keys, "signal"]);
  return given !== "unknown" && (!given || outlivesRace(sourceCode, given, through));
}

/** What an object that is written there has at the end of some keys. */
function partAt(given: TSESTree.Node, [key, ...keys]: readonly string[]): TSESTree.Node | undefined | "unknown" {
  const object = unwrap(given);
  if (key === undefined) return given;
  if (object.type !== "ObjectExpression") return "unknown";
  const part = object.properties.find((each) => isPropertyNamed(each, key));
  if (part?.type === "Property") return partAt(part.value, keys);
  return object.properties.some(({ type }) => type === "SpreadElement") ? "unknown" : undefined;
}

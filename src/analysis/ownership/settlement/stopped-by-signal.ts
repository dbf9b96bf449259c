import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { methodCallOf } from "../../../ast/members.ts";
import { isCallNamed, memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import type { Acquisition } from "../../../resources/acquisition.ts";
import { importedSleep } from "../../../resources/catalog/timers/sleeps.ts";
import { signalOfSleep } from "../../../resources/match-sleep.ts";
import { activationOf } from "../functions/deferred.ts";
import { signalOriginThrough } from "../signals/signal-origin.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { findOwnField } from "../functions/own-field.ts";
import { findCalls } from "../functions/calls-of.ts";

/**
 * May something stop a timer that is a promise, or does it keep nothing alive: `setTimeout(ms, value, options)`? A
 * signal that lives longer than the race, of the caller or of the object, is no such thing: it is aborted when all is
 * over, and until then nothing ends the timer.
 *
 * It does not see: a caller in another file that makes a signal for the one call and aborts it behind that.
 */
export function isStoppable(sourceCode: SourceCode, { node, name, resource }: Acquisition): boolean {
  if (resource.kind !== "race-timer") return false;
  const signal = signalOfSleep(node);
  if (!signal) return resource !== importedSleep && node.arguments.length > (name === "wait" ? 1 : 2);
  return !outlivesRace(sourceCode, signal);
}

/**
 * Does a signal surely go on when a race is over, since nothing of the function that races can abort it?
 *
 * @param through the calls by which the race has what the signal stops
 */
export function outlivesRace(
  sourceCode: SourceCode,
  signal: TSESTree.Node,
  through: readonly TSESTree.Node[] = [],
): boolean {
  const field = fieldOf(signal);
  if (!field) return signalOriginThrough(sourceCode, signal, through) === "outside";
  const name = memberName(field);
  const own = name === undefined ? undefined : findOwnField(sourceCode, field, name);
  return own?.value !== undefined && !own.changes && !isAbortedIn(sourceCode, field);
}

/** `this.controller` of `this.controller.signal`, and `this.signal`. */
function fieldOf(signal: TSESTree.Node): TSESTree.MemberExpression | undefined {
  const node = unwrap(signal);
  if (node.type !== "MemberExpression") return undefined;
  const object = unwrap(node.object);
  if (object.type === "ThisExpression") return node;
  return memberName(node) === "signal" ? fieldOf(object) : undefined;
}

/** Does the function that uses a field abort it as well, itself or by a method: `this.controller.abort()`? */
function isAbortedIn(sourceCode: SourceCode, field: TSESTree.MemberExpression): boolean {
  const root = activationOf(field);
  return mentionsOf(sourceCode, memberName(field) ?? "").some((mention) => {
    const call = mention.parent && methodCallOf(mention.parent);
    if (!isCallNamed(call, "abort")) return false;
    const fn = activationOf(mention);
    return fn === root || (isFunction(fn) && findCalls(sourceCode, fn).some((each) => activationOf(each) === root));
  });
}

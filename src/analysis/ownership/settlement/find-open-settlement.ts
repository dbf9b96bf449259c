import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isMemberNamed, isReaction } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { someNode } from "../../../ast/some-node.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { lastEvents } from "../../../resources/catalog/signals/platform.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import { emitterOf, heardBy, type HeardEvent } from "./heard-event.ts";
import { chainAround } from "./reaction-chain.ts";
import { bits, isOpen } from "./path-bits.ts";
import { isStartedProcess } from "./started-process.ts";
import type { Settling } from "./settling.ts";
import type { TimedPromise } from "./timer-promise.ts";

/** The promise of a timer is settled by something else, and the timer goes on. */
export interface OpenSettlement {
  /** The resolve or reject, as it is named where that happens. */
  readonly at: TSESTree.Node;
  /** It is the reject. */
  readonly rejects: boolean;
}

/**
 * A path on which something other than the timer settles the promise, and neither that path nor whoever called it has
 * cleared the timer.
 *
 * It is quiet about all when a function that only clears is given to somebody (`socket.once("close", clear)`): which
 * events come together is not known.
 */
export function findOpenSettlement(settling: Settling, promise: TimedPromise): OpenSettlement | undefined {
  const { executor, settlers, rejecting = settlers.slice(1, 2) } = promise;
  const open = settling.endsOf(executor).find((end) => (end.bits & bits.armed) !== 0 && isOpen(end.bits));
  const at = open && settling.settlerOn(executor, open);
  const counterparts = at ? settling.functions.filter((fn) => isCounterpart(settling, { promise, fn, at })) : [];
  const isAtOnce = at !== undefined && isCalledIn(at, executor);
  if (counterparts.some((fn) => !isAtOnce || !settling.may(fn, bits.settled))) return undefined;
  if (!at) return undefined;
  const isReject = rejecting.some(({ references }) => references.some(({ identifier }) => identifier === at));
  return { at, rejects: isReject || isMemberNamed(at, "reject") };
}

interface Candidate {
  readonly promise: TimedPromise;
  readonly fn: FunctionNode;
  /** The settler that is named on the open path. */
  readonly at: TSESTree.Node;
}

/**
 * A function that clears, and that is given to somebody outside of a chain that settles: one that does not settle, or
 * that hears the last event of something (`child.on("exit", done)`), which comes after the others.
 */
function isCounterpart(settling: Settling, { promise: { executor, callback }, fn, at }: Candidate): boolean {
  const places = settling.placesGiven(fn).filter((place) => !isWithin(place, callback));
  if (fn === executor || places.length === 0 || !settling.may(fn, bits.cleared)) return false;
  if (!settling.may(fn, bits.settled)) return !places.every((place) => reactsBesideSettler(settling, place));
  return places.some((place) => {
    const event = heardBy(place);
    return (
      event !== undefined && lastEvents.test(event.name) && !isLostByError(settling.sourceCode, { event, at, executor })
    );
  });
}

interface Ending {
  /** The one that is waited for with a clear. */
  readonly event: HeardEvent;
  readonly at: TSESTree.Node;
  readonly executor: FunctionNode;
}

/**
 * Is it the good end of something, which does not come behind the `error` that settles the promise? `finish` of a
 * stream is one, and `end` of what is read; a client may have both. So is the `exit` of a process, which may not have
 * started; its `close` comes all the same.
 */
function isLostByError(sourceCode: SourceCode, { event, at, executor }: Ending): boolean {
  const around = enclosingFunction(at);
  const failure = heardBy(at) ?? (isFunction(around) ? heardBy(around) : undefined);
  if (failure?.name !== "error") return false;
  const nameOf = (each: HeardEvent): string | undefined => {
    const emitter = emitterOf(each);
    return emitter && sourceCode.getText(emitter);
  };
  const name = nameOf(event);
  if (name === undefined || nameOf(failure) !== name) return false;
  const isRead = (node: TSESTree.Node): boolean => {
    const heard = isFunction(node) ? heardBy(node) : undefined;
    return heard?.name === "data" && nameOf(heard) === name;
  };
  if (event.name === "exit") return isStartedProcess(sourceCode, emitterOf(event)!);
  return event.name === "finish" || (event.name === "end" && someNode(sourceCode, executor.body, isRead));
}

/** Is the promise settled while its executor runs, before any event? */
function isCalledIn(settler: TSESTree.Node, executor: FunctionNode): boolean {
  return callOf(settler) !== undefined && runsIn(settler, executor);
}

/** Is it given to a chain of reactions in which another one settles, or may: `work().then(resolve).catch(clear)`? */
function reactsBesideSettler(settling: Settling, place: TSESTree.Node): boolean {
  const call = callGiven(place);
  if (!call || !isReaction(call)) return false;
  return chainAround(call).some(({ arguments: given }) =>
    given.some((argument) => {
      const other = functionAt(settling.sourceCode, argument);
      return other ? settling.may(other, bits.settled) : argument.type === "Identifier";
    }),
  );
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { isReaction } from "../../../ast/names.ts";
import { outermost } from "../../../ast/transparent.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import { chainAround } from "./reaction-chain.ts";
import { bits, functionAt, isOpen, type Settling } from "./settling.ts";
import type { TimerPromise } from "./timer-promise.ts";

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
export function findOpenSettlement(settling: Settling, promise: TimerPromise): OpenSettlement | undefined {
  const { executor, settlers } = promise;
  const open = settling.endsOf(executor).find((end) => (end.bits & bits.armed) !== 0 && isOpen(end.bits));
  const at = open && settling.settlerOn(executor, open);
  const counterparts = at ? settling.functions.filter((fn) => isCounterpart(settling, promise, fn)) : [];
  const isAtOnce = at !== undefined && isCalledIn(at, executor);
  if (counterparts.some((fn) => !isAtOnce || !settles(settling, fn))) return undefined;
  return at && { at, rejects: settlers[1]?.references.some(({ identifier }) => identifier === at) === true };
}

/**
 * A function that clears, and that is given to somebody outside of a chain that settles: one that does not settle, or
 * that hears the last event of something (`child.on("exit", done)`), which comes after the others.
 */
function isCounterpart(settling: Settling, { executor, callback }: TimerPromise, fn: FunctionNode): boolean {
  const places = settling.placesGiven(fn).filter((place) => !isWithin(place, callback));
  if (fn === executor || places.length === 0) return false;
  const clears = settling.endsOf(fn).some((end) => (end.bits & bits.cleared) !== 0);
  if (!clears) return false;
  return settles(settling, fn) ? places.some(hearsTheEnd) : !reactsBesideSettler(settling, fn);
}

function settles(settling: Settling, fn: FunctionNode): boolean {
  return settling.endsOf(fn).some((end) => (end.bits & bits.settled) !== 0);
}

/** Is the promise settled while its executor runs, before any event? */
function isCalledIn(settler: TSESTree.Node, executor: FunctionNode): boolean {
  const value = outermost(settler);
  const isCall = value.parent?.type === "CallExpression" && value.parent.callee === value;
  return isCall && runsIn(value, executor);
}

/** Is a function given away together with the name of an event that is the last one? */
function hearsTheEnd(place: TSESTree.Node): boolean {
  const value = outermost(place);
  const call = value.parent;
  if (call?.type !== "CallExpression" || call.callee === value) return false;
  const [event] = call.arguments;
  return event?.type === "Literal" && /^(?:close|closed|exit|end|finish|disconnect|loadend)$/.test(String(event.value));
}

function reactsBesideSettler(settling: Settling, fn: FunctionNode): boolean {
  const { parent } = outermost(fn);
  if (parent?.type !== "CallExpression" || !isReaction(parent)) return false;
  return chainAround(parent).some(({ arguments: given }) =>
    given.some((argument) => {
      const other = functionAt(settling.sourceCode, argument);
      if (!other) return argument.type === "Identifier";
      return (
        settling.functions.includes(other) && settling.endsOf(other).some((end) => (end.bits & bits.settled) !== 0)
      );
    }),
  );
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { outermost } from "../../../ast/transparent.ts";
import { chainAround, isReaction } from "./reaction-chain.ts";
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
  if (!open || settling.functions.some((fn) => isCounterpart(settling, promise, fn))) return undefined;
  const at = settling.settlerOn(executor, open);
  return at && { at, rejects: settlers[1]?.references.some(({ identifier }) => identifier === at) === true };
}

/** A function that clears, does not settle, and is given to somebody outside of a chain that settles. */
function isCounterpart(settling: Settling, { executor, callback }: TimerPromise, fn: FunctionNode): boolean {
  if (fn === executor || fn === callback || !settling.isGivenAway(fn)) return false;
  const clears = settling.endsOf(fn).some((end) => (end.bits & bits.cleared) !== 0);
  const settles = settling.endsOf(fn).some((end) => (end.bits & bits.settled) !== 0);
  return clears && !settles && !reactsBesideSettler(settling, fn);
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

import { enclosingFunction, isFunction, type FunctionNode } from "../../ast/functions.ts";
import { isWithin } from "../../ast/statement-list.ts";
import { functionAt } from "../../scope/named-function.ts";
import { leakOf, type Claim, type Claimant } from "./tracing/claim.ts";
import { plainKnowledgeOf } from "./outcomes/knowledge.ts";
import type { ExitState } from "./settlement/exit-states.ts";
import { findOpenSettlement } from "./settlement/find-open-settlement.ts";
import { bits } from "./settlement/path-bits.ts";
import { Settling } from "./settlement/settling.ts";
import { readTimerId } from "./settlement/timer-id.ts";
import { type TimerPromise } from "./settlement/timer-promise.ts";
import { findExecutor, settlersOf } from "./functions/executor.ts";
import { promiseOf } from "../../ast/executor.ts";
import { variablesUsedIn } from "./functions/used-in.ts";

/**
 * An interval that is started in a promise's executor owes its end when the promise is settled. It leaks where
 * something settles the promise and leaves it running: a poll that stops itself on success, beside a timeout. So does a
 * one-shot that settles nothing itself, such as one that ends a child process, if it is cleared where the promise is
 * resolved: the author then meant it not to outlive that.
 *
 * It does not see a timer whose id leaves the executor, nor an interval that may stop itself without settling the
 * promise, or asks for what another function sets.
 */
export const claimForPolling: Claimant = ({ sourceCode, known }, { obligation, isHarmless }): Claim | undefined => {
  const { acquisition } = obligation;
  const { node, resource } = acquisition;
  if (isHarmless || resource.kind !== "timer" || node.type !== "CallExpression") return undefined;
  const executor = findExecutor(node);
  const promise = executor && promiseOf(executor);
  const settlers = executor && settlersOf(sourceCode, executor);
  if (!executor || !promise || !settlers) return undefined;
  // Unlike a one-shot it goes on after its callback, so that nothing in there is left out.
  const own = resource.expires ? node.arguments[0] : node.callee;
  if (!own) return undefined;
  const made: TimerPromise = { timer: node, promise, executor, settlers, callback: own };
  const id = readTimerId(sourceCode, made);
  if (id.fate !== "kept" || id.clears.length === 0) return undefined;
  if (!id.variable.references.every(({ identifier }) => isWithin(identifier, executor))) return undefined;
  const knowledge = plainKnowledgeOf(sourceCode, known.settings);
  const settling = new Settling(sourceCode, knowledge, { promise: made, id });
  const callback = resource.expires ? undefined : functionAt(sourceCode, node.arguments[0]);
  if (callback && (stopsAlone(settling, callback) || asksOthers({ callback, executor, sourceCode }))) return undefined;
  const resolving = { promise: { ...made, settlers: settlers.slice(0, 1) }, id };
  if (resource.expires && !isClearedWhere(new Settling(sourceCode, knowledge, resolving))) return undefined;
  const open = findOpenSettlement(settling, made);
  if (!open) return undefined;
  const cause = open.rejects ? "exception" : "branch";
  const leak = leakOf(obligation, { owner: "settlement", handle: id.variable.name, cause, at: open.at });
  return { obligations: [], leaks: [leak] };
};

/** Does a function settle the promise and clear the timer, on one path? */
function isClearedWhere(settling: Settling): boolean {
  const both = bits.settled | bits.cleared;
  return settling.functions.some((fn) => settling.endsOf(fn).some((end) => (end.bits & both) === both));
}

/**
 * Does a turn of it stop the interval without settling the promise, or settle it and leave the rest to the next? One
 * that never stops it leaves nothing to the next.
 */
function stopsAlone(settling: Settling, callback: FunctionNode): boolean {
  if (!settling.functions.includes(callback)) return false;
  const ends = settling.endsOf(callback);
  const isCleared = (end: ExitState): boolean => (end.bits & bits.cleared) !== 0;
  return ends.some(isCleared) && ends.some((end) => ((end.bits & bits.settled) !== 0) !== isCleared(end));
}

/** Does it name a variable that another function sets when the promise is over? */
function asksOthers({
  callback,
  executor,
  sourceCode,
}: {
  readonly callback: FunctionNode;
  readonly executor: FunctionNode;
  readonly sourceCode: Settling["sourceCode"];
}): boolean {
  return [...variablesUsedIn(sourceCode, callback)].some(({ references }) =>
    references.some((each) => {
      if (!each.isWrite() || each.init || isWithin(each.identifier, callback)) return false;
      const writer = enclosingFunction(each.identifier);
      return isFunction(writer) && writer !== executor;
    }),
  );
}

import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import { calleeMatches, calleeWord, isName } from "../../../ast/names.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { lastEvents } from "../../../resources/catalog/signals/platform.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import { isHeldBy } from "../../obligations/held.ts";
import type { Leak } from "../../obligations/leak.ts";
import { findDeferred } from "../functions/deferred.ts";
import { waysTo } from "../functions/ways-to.ts";
import { plainKnowledgeOf } from "../outcomes/knowledge.ts";
import { findOpenSettlement } from "../settlement/find-open-settlement.ts";
import { heardBy, isHeardOfProcess } from "../settlement/heard-event.ts";
import { reachesEnd } from "../settlement/reaches-end.ts";
import { Settling } from "../settlement/settling.ts";
import { type TimerPromise } from "../settlement/timer-promise.ts";
import { settlersOf } from "../functions/executor.ts";
import { listensOrIsAtOnce } from "./listener-uses.ts";
import { leavesAt } from "./leaves-executor.ts";
import type { Listening } from "./listening.ts";
import { overByTest } from "./over-by-test.ts";
import type { ListenerOwner } from "./owner-of-listener.ts";
import { causeOf } from "./cause.ts";
import { isRemovedByAbort } from "./removed-by-abort.ts";
import { startsStream } from "./stream-start.ts";
import { racesOfListener } from "./races-of-listener.ts";

type Settled = Extract<ListenerOwner, { end: "settlement" }>;

/** Where a promise is settled, or a race is over, while a listener that was added in its executor stays. */
export function findOpenAtSettlement(listening: Listening, owner: Settled): Pick<Leak, "cause" | "at"> | undefined {
  const { sourceCode, known, added, uses } = listening;
  const settlers = settlersOf(sourceCode, owner.executor);
  if (!settlers) return undefined;
  // A listener that is called by others too, `const done = () => { remove(); resolve(); }`, is work like theirs.
  const callback = (isCalledByOthers(uses) ? undefined : uses.fn) ?? unwrap(added.listener);
  const promise: TimerPromise = { ...owner, timer: added.node, settlers, callback };
  const knowledge = plainKnowledgeOf(sourceCode, known.settings);
  const isKept = uses.removals.length > 0;
  const isEnd = settlers.some((each) => each.references.some(({ identifier }) => !isWithin(identifier, callback)));
  const race = isKeptBeside(listening, owner)
    ? undefined
    : racesOfListener(sourceCode, added, owner.promise).find(({ call }) =>
        isOver(sourceCode, call, owner.root, knowledge),
      );
  const lost = race && { cause: causeOf(listening), at: race.call };
  if (!isEnd) return lost;
  const removals = uses.removals.map(({ node }) => node);
  const settling = new Settling(sourceCode, knowledge, {
    promise,
    id: isKept && uses.variable ? { fate: "kept", variable: uses.variable, clears: removals } : { fate: "dropped" },
    isHeld: isHeldBy(listening.obligation, 0),
    isOver: overByTest(listening),
  });
  const open = findOpenSettlement(settling, promise);
  const early = open && enclosingFunction(open.at) === owner.executor && leavesAt(open.at, owner.executor) && open.at;
  const isEarly = (removal: TSESTree.Node): boolean => !!early && early.range[1] < removal.range[0];
  if (removals.some((each) => comesLast(each, owner.executor) && !isEarly(each))) return undefined;
  // `if (signal.aborted) return resolve()` settles it before there is a listener; the race is still won by others.
  if (!open) return lost;
  if (!isKept) return { cause: causeOf(listening), at: open.at };
  if (isRemovedByAbort(listening, open.at) || handsStream(open.at)) return lost;
  return { cause: open.rejects ? "exception" : "branch", at: open.at };
}

/**
 * Is a promise settled with a stream, `resolve(new Response(body))`, `if (isAsyncGenerator(result)) resolve(result)`?
 * That is still read behind it, and what removes the listener in the end is there for that.
 */
function handsStream(settler: TSESTree.Node): boolean {
  const value = callOf(settler)?.arguments[0];
  const made = value && unwrap(value);
  if (made?.type === "Identifier") return isAskedForStream(made);
  return made?.type === "NewExpression" && calleeMatches(made, /^(?:Response|PassThrough|\w*(?:Stream|Readable))$/);
}

/** Does a value stand in an `if` that asks whether it is one that is read part by part? */
function isAskedForStream(value: TSESTree.Identifier): boolean {
  const { name } = value;
  for (let at: TSESTree.Node = value; at.parent && !isFunction(at); at = at.parent) {
    const { parent } = at;
    const test = parent.type === "IfStatement" && parent.consequent === at ? unwrap(parent.test) : undefined;
    if (test?.type !== "CallExpression") continue;
    const isAsked = test.arguments.some((each) => isName(each, name));
    if (isAsked && calleeMatches(test, /^is\w*(?:Stream|Generator|Iterable|Iterator|Readable)$/)) return true;
  }
  return false;
}

/** May something remove a listener that has nothing to do with its promise: no timer of it, and not the abort? */
function isKeptBeside({ sourceCode, added, uses }: Listening, { executor }: Settled): boolean {
  return uses.removals.some(({ node }) => {
    const ways = waysTo(sourceCode, node, executor)?.given.map(callGiven);
    return !ways?.every((taker) => taker === added.node || (taker && calleeWord(taker) === "setTimeout"));
  });
}

/**
 * Does the work call the listener too, or give it to somebody who may? To ask for it, or to set it, is neither, nor to
 * have it called when the process ends.
 */
function isCalledByOthers({ variable }: Listening["uses"]): boolean {
  const references = variable?.references ?? [];
  return references.some(
    (each) =>
      (callOf(each.identifier) ?? callGiven(each.identifier)) &&
      !listensOrIsAtOnce(each) &&
      !isHeardOfProcess(each.identifier),
  );
}

/** Does it stand in what is called in the end: for the last event, `child.on("close", …)`, or in a `finally(…)`? */
function comesLast(node: TSESTree.Node, executor: TSESTree.Node): boolean {
  for (let at = node.parent; at && at !== executor; at = at.parent) {
    const call = isFunction(at) ? callGiven(at) : undefined;
    if (call && calleeWord(call) === "finally") return true;
    if (isFunction(at) && lastEvents.test(heardBy(at)?.name ?? "")) return true;
  }
  return false;
}

/**
 * Does a race end the work of a function? Not one in a closure that is handed out, for as many as somebody likes; the
 * `start` of a stream that is made there runs once.
 */
export function isOver(
  sourceCode: Listening["sourceCode"],
  race: TSESTree.CallExpression,
  root: ListenerOwner["root"],
  knowledge: Knowledge,
): boolean {
  const closure = isWithin(race, root) ? findDeferred(race, root) : undefined;
  const isAtOnce = !closure || (startsStream(closure) && !findDeferred(race, closure));
  return isAtOnce && reachesEnd(sourceCode, race, knowledge);
}

import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../ast/calls.ts";
import { enclosingFunction, isFunction } from "../../ast/functions.ts";
import { calleeMatches } from "../../ast/names.ts";
import { oncePer } from "../../ast/once.ts";
import { outermost, unwrap } from "../../ast/transparent.ts";
import { isWithin } from "../../ast/statement-list.ts";
import type { Acquisition } from "../../resources/acquisition.ts";
import { importedSleep } from "../../resources/catalog/timers/sleeps.ts";
import { readsOf, variableOf } from "../../scope/variables.ts";
import type { Knowledge } from "../control-flow/knowledge.ts";
import type { Leak } from "../obligations/leak.ts";
import type { Obligation } from "../obligations/obligation.ts";
import { releasedAnyway } from "../obligations/released-anyway.ts";
import { isBrief, isMomentary } from "./outcomes/brief.ts";
import type { Claim, Claimant } from "./tracing/claim.ts";
import type { TracedFile } from "./tracing/traced-file.ts";
import { plainKnowledgeOf } from "./outcomes/knowledge.ts";
import { canReject } from "./outcomes/rejection.ts";
import { isClearedTooLate } from "./settlement/cleared-too-late.ts";
import { isClearedByRacers } from "./settlement/cleared-by-racers.ts";
import { findFired } from "./settlement/fired-timer.ts";
import { isFrameBackup } from "./settlement/frame-backup.ts";
import { findOpenEntry } from "./settlement/open-entry.ts";
import { findOpenSettlement } from "./settlement/find-open-settlement.ts";
import { findRaceTimers, type RaceTimer } from "./settlement/race-timers.ts";
import { asRaceTimer, causeOf, causeOfOpen, claimOfLeak } from "./settlement/race-leak.ts";
import { reachesEnd } from "./settlement/reaches-end.ts";
import { isReactionTo, wholeChain } from "./settlement/reaction-chain.ts";
import { isClearedBeside } from "./settlement/settled-beside.ts";
import { isStoppable } from "./settlement/stopped-by-signal.ts";
import { Settling } from "./settlement/settling.ts";
import { readTimerId, type TimerId } from "./settlement/timer-id.ts";
import { findTimerPromise, isOfTimer, type TimerPromise } from "./settlement/timer-promise.ts";
import { isOnlyStartedAnew } from "./settlement/timer-starter.ts";
import type { Traced } from "./tracing/trace-obligation.ts";

/**
 * A promise that is raced against a timer, or that settles itself when a timer fires, owes the timer's end at its
 * settlement. Where the id is dropped, or stays inside of the executor, that is decided here; an id that a variable of
 * the function around holds is followed along the paths of that function.
 */
export const claimForSettlement: Claimant = (file, traced): Claim | undefined => {
  const { sourceCode } = file;
  const { obligation, isHarmless } = traced;
  const { node, resource } = obligation.acquisition;
  const timer = raceTimersOf(file).get(node);
  if (!timer) return resource.kind === "race-timer" || isWait(sourceCode, obligation.acquisition) ? nothing : undefined;
  const { acquisition } = obligation;
  if (isHarmless || isStoppable(sourceCode, acquisition)) return nothing;
  if (resource === importedSleep && isMomentary(sourceCode, acquisition)) return nothing;
  const knowledge = plainKnowledgeOf(sourceCode, file.known.settings);
  const { promise, deferred } = timer;
  if (deferred && node.type === "CallExpression") {
    const id = readTimerId(sourceCode, { timer: node, callback: deferred.callback });
    if (id.fate === "gone") return undefined;
    const { starter } = deferred;
    if (starter && !isOnlyStartedAnew(sourceCode, { id, timer: node, starter })) return undefined;
    if (starter) return claimLoser(file, timer, traced, { knowledge, cause: causeOf(id) });
    if (id.fate === "kept" && isClearedInRaces(sourceCode, timer, id, knowledge)) return nothing;
    if (id.fate === "kept") return { obligations: [alongPaths(file, timer, obligation)], leaks: [] };
  }
  if (!promise) return claimLoser(file, timer, traced, { knowledge });
  if (isFrameBackup(sourceCode, obligation.acquisition, promise)) return nothing;
  const id = readTimerId(sourceCode, promise);
  if (id.fate === "gone") return isOfObject(node) ? undefined : claimOfEntry(file, promise, traced, knowledge);
  if (id.fate === "dropped" || isInside(id, promise))
    return claimInside({ file, timer, promise, id, traced, knowledge });
  if (timer.races.length === 0 && isClearedBeside(sourceCode, knowledge, { promise, id })) return nothing;
  if (isClearedInRaces(sourceCode, timer, id, knowledge)) return nothing;
  return { obligations: [alongPaths(file, timer, obligation)], leaks: [] };
};

const nothing: Claim = { obligations: [], leaks: [] };

const raceTimersOf = oncePer(({ sourceCode, traced }: TracedFile): ReadonlyMap<TSESTree.Node, RaceTimer> =>
  findRaceTimers(
    sourceCode,
    traced.map(({ obligation }) => obligation.acquisition),
  ),
);

/** Does each other racer clear the timer, in every race, and what else there is that settles its promise? */
function isClearedInRaces(
  sourceCode: TracedFile["sourceCode"],
  { promise, races, isSettledElsewhere }: RaceTimer,
  id: Extract<TimerId, { fate: "kept" }>,
  knowledge: Knowledge,
): boolean {
  if (!races.every((race) => isClearedByRacers(sourceCode, race, id.clears))) return false;
  if (!isSettledElsewhere) return true;
  if (!promise || races.length === 0) return false;
  // What the racers clear says nothing of what the executor hears.
  const clears = id.clears.filter((clear) => isWithin(clear, promise.executor));
  return !findOpenSettlement(new Settling(sourceCode, knowledge, { promise, id: { ...id, clears } }), promise);
}

/** A one-shot whose promise nothing else settles: who waits for that has waited for the timer. */
function isWait(sourceCode: TracedFile["sourceCode"], { node, resource }: Acquisition): boolean {
  if (!resource.expires || node.type !== "CallExpression" || isOfObject(node)) return false;
  return findTimerPromise(sourceCode, node) !== undefined;
}

/** Is the id kept in a member? Then the object it belongs to is the owner. */
function isOfObject(timer: TSESTree.Node): boolean {
  const { parent } = outermost(timer);
  return parent.type === "AssignmentExpression" && unwrap(parent.left).type === "MemberExpression";
}

/** Does nobody outside of the executor read the variable that holds the id? */
function isInside(id: TimerId, { executor }: TimerPromise): boolean {
  return id.fate === "kept" && readsOf(id.variable).every((read) => isWithin(read, executor));
}

/** Nothing stops the timer; it leaks where a race ends with the function going on. */
function claimLoser(
  { sourceCode }: TracedFile,
  { races }: RaceTimer,
  traced: Traced,
  { knowledge, cause = "discarded" }: { knowledge: Knowledge; cause?: Leak["cause"] },
): Claim {
  const race = races.find(({ call }) => reachesEnd(sourceCode, call, knowledge));
  return race ? claimOfLeak(traced, { cause, at: race.call }) : nothing;
}

interface Inside {
  readonly file: TracedFile;
  readonly timer: RaceTimer;
  readonly promise: TimerPromise;
  readonly id: TimerId;
  readonly traced: Traced;
  readonly knowledge: Knowledge;
}

/** All that can clear the timer stands in the executor: who else settles the promise must clear, or who raced it. */
function claimInside({ file, timer, promise, id, traced, knowledge }: Inside): Claim {
  const settling = new Settling(file.sourceCode, knowledge, { promise, id });
  const open = timer.isSettledElsewhere ? findOpenSettlement(settling, promise) : undefined;
  if (open && isLastWait(file.sourceCode, promise, knowledge)) return nothing;
  if (open && isBeforeOther(file, traced.obligation.acquisition, open.at)) return nothing;
  if (open && isAsLateAsOthers(file, promise)) return nothing;
  if (open) return claimOfLeak(traced, { cause: causeOfOpen(id, open), at: open.at });
  const clears = id.fate === "kept" ? id.clears : [];
  const race = timer.races.find(
    (each) =>
      isClearedTooLate(file.sourceCode, { clears, promise }, each) && reachesEnd(file.sourceCode, each.call, knowledge),
  );
  return race ? claimOfLeak(traced, { cause: causeOf(id), at: race.call }) : nothing;
}

/** Is it over soon, and is what settles the promise instead another timer, which is there for when it takes long? */
function isBeforeOther({ sourceCode }: TracedFile, acquisition: Acquisition, settler: TSESTree.Node): boolean {
  return timerAround(settler) !== undefined && isBrief(sourceCode, acquisition);
}

/** Is all that can settle the promise instead another timer of the same time? None of these is sooner. */
function isAsLateAsOthers({ sourceCode }: TracedFile, promise: TimerPromise): boolean {
  const delay = delayText(sourceCode, promise.timer);
  const others = promise.settlers.flatMap(({ references }) =>
    references.flatMap(({ identifier }) => (isOfTimer(identifier, promise) ? [] : identifier)),
  );
  return delay !== undefined && others.every((each) => delayText(sourceCode, timerAround(each)) === delay);
}

function delayText(sourceCode: TracedFile["sourceCode"], timer?: TSESTree.CallExpression): string | undefined {
  const delay = timer?.arguments[1];
  return delay && sourceCode.getText(delay);
}

/** The timeout in whose callback something stands: `setTimeout(() => resolve(), ms)`. */
function timerAround(settler: TSESTree.Node): TSESTree.CallExpression | undefined {
  const fn = enclosingFunction(settler);
  const call = isFunction(fn) ? callGiven(fn) : undefined;
  return call?.arguments[0] === fn && calleeMatches(call, /^setTimeout$/) ? call : undefined;
}

/** Who takes the entry that the timer is in must clear it where it settles the promise. */
function claimOfEntry({ sourceCode }: TracedFile, promise: TimerPromise, traced: Traced, knowledge: Knowledge): Claim {
  const open = findOpenEntry(sourceCode, knowledge, promise);
  if (!open) return nothing;
  const cause = open.rejects ? "exception" : "branch";
  return claimOfLeak(traced, { cause: open.isCleared ? cause : "never-released", at: open.at });
}

/** Does the process end behind each wait for the promise, `await new Promise(…); process.exit()`? */
function isLastWait(sourceCode: TracedFile["sourceCode"], { promise }: TimerPromise, knowledge: Knowledge): boolean {
  const { parent: declarator } = outermost(promise);
  const isNamed = declarator.type === "VariableDeclarator";
  const values = isNamed ? readsOf(variableOf(sourceCode, declarator.id)) : [promise];
  const waits = values.map((value) => outermost(wholeChain(value)).parent);
  const isLast = (wait?: TSESTree.Node): boolean =>
    wait?.type === "AwaitExpression" && !reachesEnd(sourceCode, wait, knowledge);
  return waits.length > 0 && waits.every(isLast);
}

/**
 * To be followed along the paths of the function around: not where the timer has fired, and what its own callback does
 * with the id is no escape. A release that waits for a promise which only the timer can reject always happens, and one
 * that waits for the timer comes too late.
 */
function alongPaths({ sourceCode }: TracedFile, timer: RaceTimer, obligation: Obligation): Obligation {
  const { node } = obligation.acquisition;
  const own = (timer.promise ?? timer.deferred)?.promise;
  const effects = releasedAnyway(obligation.effects, (promise) => !canReject(sourceCode, promise, own));
  for (const [at, list] of effects) {
    const isLate = !timer.isSettledElsewhere && isReactionTo(sourceCode, at, timer.promise?.promise);
    if (at === node)
      effects.set(
        at,
        list.filter(({ kind }) => kind === "hold"),
      );
    else if (isLate)
      effects.set(
        at,
        list.filter(({ kind }) => kind !== "release"),
      );
  }
  const fired = findFired(sourceCode, timer);
  return { ...asRaceTimer(obligation), effects, ...(fired && { fired }) };
}

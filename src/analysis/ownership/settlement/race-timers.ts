import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import type { Acquisition } from "../../../resources/acquisition.ts";
import { variableOf } from "../../../scope/variables.ts";
import { elementsOfRace } from "./elements-of-race.ts";
import { lastsUntilFired } from "./lasts-until-fired.ts";
import { isMerePause, isPause } from "./pause.ts";
import { isProbe } from "./probe.ts";
import { findRaces, type Race } from "./races.ts";
import { findTimerDeferred, type TimerDeferred } from "./timer-deferred.ts";
import { goesNowhere } from "./timer-id.ts";
import { findTimerPromise, isOfTimer, type TimerPromise } from "./timer-promise.ts";

/** A timer that a promise is raced against, or that is raced by the rest of the promise's own executor. */
export interface RaceTimer {
  /** The promise made around the timer; `undefined` where the call itself gives one (`node:timers/promises`). */
  readonly promise: TimerPromise | undefined;
  /** The promise made beside the timer. */
  readonly deferred: TimerDeferred | undefined;
  /** Something beside the timer can settle its promise. */
  readonly isSettledElsewhere: boolean;
  /** The races against something that is no timer, without those that it is meant to win, at once or in the end. */
  readonly races: readonly Race[];
}

/** Among the acquires of a file, the timers that lose when something else comes first. */
export function findRaceTimers(
  sourceCode: SourceCode,
  acquisitions: readonly Acquisition[],
): Map<TSESTree.Node, RaceTimer> {
  const found = new Map<TSESTree.CallExpression, RaceTimer>();
  const timed = new Set<TSESTree.Node>();
  for (const { node, resource } of acquisitions) {
    if (node.type !== "CallExpression") continue;
    const givesPromise = resource.kind === "race-timer";
    const promise = resource.expires ? findTimerPromise(sourceCode, node) : undefined;
    const deferred = resource.expires && !promise ? findTimerDeferred(sourceCode, node) : undefined;
    if (!promise && !deferred && !givesPromise) continue;
    const isSettledElsewhere = promise !== undefined && hasOtherSettler(sourceCode, promise);
    const all = deferred ? [deferred.race] : findRaces(sourceCode, promise?.promise ?? node);
    const races = all.filter((race) => !(givesPromise && race.isShared) && !isMerePause(sourceCode, resource, race));
    if (!isSettledElsewhere) for (const { racer } of races) timed.add(racer);
    found.set(node, { promise, deferred, isSettledElsewhere, races });
  }
  for (const [node, timer] of found) {
    const callback = (timer.promise ?? timer.deferred)?.callback;
    const isLost = (race: Race): boolean => !callback || !lastsUntilFired(sourceCode, callback, race);
    const races = timer.races.filter(
      (race) =>
        !isAmongTimers(sourceCode, race, timed) &&
        !isProbe(sourceCode, node, race) &&
        !isPause(sourceCode, node, timer, race) &&
        isLost(race),
    );
    if (races.length === 0 && !timer.isSettledElsewhere) found.delete(node);
    else found.set(node, { ...timer, races });
  }
  return found;
}

/** Is the promise's resolve or reject named outside of what the timer calls? */
function hasOtherSettler(sourceCode: SourceCode, promise: TimerPromise): boolean {
  const { settlers, callback, timer, executor } = promise;
  const named = unwrap(callback);
  const variable = variableOf(sourceCode, named);
  const definition = variable && !settlers.includes(variable) ? variable.defs[0]?.node : undefined;
  const isCalledElsewhere = variable?.references.some(
    ({ identifier, init }) =>
      !init && !isWithin(identifier, timer) && !(definition && isWithin(identifier, definition)),
  );
  return settlers.some(({ references }) =>
    references.some(
      ({ identifier }) =>
        !isOfTimer(identifier, promise) &&
        !goesNowhere(sourceCode, identifier, executor) &&
        (isCalledElsewhere || !definition || !isWithin(identifier, definition)),
    ),
  );
}

/** Does nothing but timers take part in a race? Whichever is first, the others were meant to go on. */
function isAmongTimers(sourceCode: SourceCode, race: Race, timed: ReadonlySet<TSESTree.Node>): boolean {
  const elements = elementsOfRace(sourceCode, race);
  return elements.length > 0 && elements.every((each) => timed.has(outermost(each)));
}

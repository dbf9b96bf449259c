import type { TSESTree } from "@typescript-eslint/utils";
import { loopAround } from "../../../ast/loops.ts";
import { calleeMatches, isReaction, memberName } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import {
  endedName,
  endingCall,
  failingName,
  importedSleep,
  interruptName,
  limitName,
  pauseName,
  wakingName,
} from "../../../resources/catalog/timers/sleeps.ts";
import { isImportedSleep } from "../../../resources/match-sleep.ts";
import type { Resource } from "../../../resources/resource.ts";
import { isRejectedOnly } from "../../../scope/rejected-only.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { delayInRace } from "./delay-in-race.ts";
import { elementsOfRace } from "./elements-of-race.ts";
import { isLimit, isTimeCalled } from "./limit.ts";
import type { RaceTimer } from "./race-timers.ts";
import type { Race } from "./races.ts";

/** The last pause of a loop, in milliseconds, that keeps nothing alive for long enough to matter. */
const shortPause = 1000;

/**
 * Is the timer a pause that the others can only cut short: `Promise.race([sleep(pollMs), aborted])`, where nothing
 * resolves `aborted`? Then it is meant to be first. So is a short one in each turn of a loop, beside what is there from
 * before and ends it by its name: `while (…) await Promise.race([sleep(100), exited])`. A timer that rejects, or has a
 * reaction, is a limit.
 */
export function isPause(
  sourceCode: SourceCode,
  timer: TSESTree.CallExpression,
  { promise, deferred }: Pick<RaceTimer, "promise" | "deferred">,
  race: Race,
): boolean {
  const [, reject] = promise?.settlers ?? [];
  if (deferred || (reject && reject.references.length > 0) || hasReaction(sourceCode, race.racer)) return false;
  const loop = loopAround(race.call);
  const endsLoop = (each: TSESTree.Node): boolean =>
    loop !== undefined && isFromOutside(sourceCode, each, loop) && isCalled(each, wakingName);
  const isShort = (delayInRace(sourceCode, timer, race) ?? Infinity) <= shortPause;
  const isTurn = loop !== undefined && isShort && !isFromOutside(sourceCode, race.racer, loop);
  return isBesideOnly(
    race,
    elementsOfRace(sourceCode, race),
    (each) => isRejectedOnly(sourceCode, each) || (isTurn && endsLoop(each)),
  );
}

/**
 * Is a sleep of another file no limit of work in this race? It may be a pause by the names of the others: of what
 * wakes, or of what only fails. Where it cannot be told what the others are it is taken for one, unless something
 * happens when it is over: `sleep(ms).then(tooLate)`.
 */
export function isMerePause(sourceCode: SourceCode, resource: Resource, race: Race): boolean {
  if (resource !== importedSleep) return false;
  const elements = elementsOfRace(sourceCode, race);
  if (elements.length < 2) return !hasReaction(sourceCode, race.racer) || spreadsWaking(race);
  const onlyFails = (each: TSESTree.Node): boolean =>
    isCalled(each, failingName) || isRejectedOnly(sourceCode, each) || isOtherSleep(sourceCode, each);
  if (isBesideOnly(race, elements, onlyFails)) return true;
  const wakers = wakingAmong(elements).filter((each) => each !== race.racer);
  if (wakers.length === 0 || isLimit(sourceCode, race.racer)) return false;
  const isWork = (each: TSESTree.Node): boolean => each !== race.racer && !wakers.includes(each) && !onlyFails(each);
  if (elements.some(isWork) && isTimeCalled(sourceCode, race.racer, limitName)) return false;
  if (loopAround(race.call) || isTimeCalled(sourceCode, race.racer, pauseName)) return true;
  return !elements.some(isWork) && !(elements.at(-1) === race.racer && wakers.every(isWaitedFor));
}

/** `Promise.race([exited, sleep(5000)])`: an end that is waited for, and how long; one that wakes is an abort. */
function isWaitedFor(racer: TSESTree.Node): boolean {
  return isCalled(racer, endedName) && !isCalled(racer, interruptName);
}

/** Is it another sleep? */
function isOtherSleep(sourceCode: SourceCode, racer: TSESTree.Node): boolean {
  const node = unwrap(racer);
  return node.type === "CallExpression" && isImportedSleep(sourceCode, node);
}

/** Is something else in the list, and all of it like this? */
function isBesideOnly(
  { racer }: Race,
  elements: readonly TSESTree.Node[],
  isAlike: (racer: TSESTree.Node) => boolean,
): boolean {
  return elements.length > 1 && elements.every((each) => each === racer || isAlike(each));
}

/** Those of a list that end a wait by their names; asked once, since a list may have many timers. */
const wakingAmong = oncePer((elements: readonly TSESTree.Node[]) =>
  elements.filter((each) => isCalled(each, wakingName)),
);

/** `[late, ...closed]` */
function spreadsWaking({ call: { arguments: given } }: Race): boolean {
  const list = given[0] && unwrap(given[0]);
  if (list?.type !== "ArrayExpression") return true;
  return list.elements.some((each) => each?.type === "SpreadElement" && isCalled(each.argument, wakingName));
}

/** Is it a name, or a member of one, that is bound outside of the loop? */
function isFromOutside(sourceCode: SourceCode, racer: TSESTree.Node, loop: TSESTree.Node): boolean {
  const node = unwrap(racer);
  if (node.type === "MemberExpression") return isFromOutside(sourceCode, node.object, loop);
  const variable = variableOf(sourceCode, node);
  return node.type === "ThisExpression" || variable?.defs.every(({ name }) => !isWithin(name, loop)) === true;
}

function hasReaction(sourceCode: SourceCode, racer: TSESTree.Node): boolean {
  const node = unwrap(constantValue(variableOf(sourceCode, racer)) ?? racer);
  return node.type === "CallExpression" && isReaction(node);
}

/** Is there such a name in the chain of a racer, `this.closed.promise`? */
function isCalled(racer: TSESTree.Node, name: RegExp): boolean {
  const node = unwrap(racer);
  switch (node.type) {
    case "Identifier":
      return name.test(wordOf(node.name));
    case "MemberExpression":
      return name.test(wordOf(memberName(node) ?? "")) || isCalled(node.object, name);
    case "CallExpression": {
      const callee = unwrap(node.callee);
      if (!calleeMatches(node, endingCall)) return isCalled(callee, name);
      return callee.type === "MemberExpression" && isCalled(callee.object, name);
    }
    default:
      return false;
  }
}

/** `closed` of `closedPromise`, `closedProm` and `closedP` */
function wordOf(name: string): string {
  return name.replace(/P(?:rom(?:ise)?)?$/, "");
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { calleeWord, isReaction, memberName } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { endingCall, failingName, importedSleep, wakingName } from "../../../resources/catalog/timers/sleeps.ts";
import type { Resource } from "../../../resources/resource.ts";
import { isRejectedOnly } from "../../../scope/rejected-only.ts";
import { elementsOf } from "../list-of-promises.ts";
import type { RaceTimer } from "./race-timers.ts";
import type { Race } from "./races.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Is the timer a pause that the others can only cut short: `Promise.race([sleep(pollMs), aborted])`, where nothing
 * resolves `aborted`? Then it is meant to be first. A timer that rejects, or has a reaction, is a limit.
 */
export function isPause(
  sourceCode: SourceCode,
  { promise, deferred }: Pick<RaceTimer, "promise" | "deferred">,
  race: Race,
): boolean {
  const [, reject] = promise?.settlers ?? [];
  if (deferred || (reject && reject.references.length > 0) || hasReaction(race.racer)) return false;
  return isBesideOnly(race, elementsOfRace(sourceCode, race), (each) => isRejectedOnly(sourceCode, each));
}

/**
 * Is a sleep of another file no limit of work in this race? It may be a pause by the names of the others: of what
 * wakes, or of what only fails. Where it cannot be told what the others are it is taken for one.
 */
export function isMerePause(sourceCode: SourceCode, resource: Resource, race: Race): boolean {
  if (resource !== importedSleep) return false;
  const elements = elementsOfRace(sourceCode, race);
  if (elements.length < 2 || wakingAmong(elements).some((each) => each !== race.racer)) return true;
  return isBesideOnly(race, elements, (each) => isCalled(each, failingName) || isRejectedOnly(sourceCode, each));
}

/** All that is in the list; nothing where it cannot be told. */
function elementsOfRace(sourceCode: SourceCode, { call: { arguments: given } }: Race): readonly TSESTree.Node[] {
  return (given[0] && elementsOf(sourceCode, given[0])) ?? [];
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

function hasReaction(racer: TSESTree.Node): boolean {
  const node = unwrap(racer);
  return node.type === "CallExpression" && isReaction(node);
}

/** Is there such a name in the chain of a racer, `this.closed.promise`? */
function isCalled(racer: TSESTree.Node, name: RegExp): boolean {
  const node = unwrap(racer);
  switch (node.type) {
    case "Identifier":
      return name.test(node.name.replace(/Promise$/, ""));
    case "MemberExpression":
      return name.test(memberName(node) ?? "") || isCalled(node.object, name);
    case "CallExpression": {
      const callee = unwrap(node.callee);
      if (!endingCall.test(calleeWord(node) ?? "")) return isCalled(callee, name);
      return callee.type === "MemberExpression" && isCalled(callee.object, name);
    }
    default:
      return false;
  }
}

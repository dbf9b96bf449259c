import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { nodeAt } from "../../../ast/node-at.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import type { Lifetime } from "./lifetime.ts";
import { findLifetime } from "./long-lived.ts";
import { findLoop, type Loop } from "./turns.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/** A promise that is raced in every turn of a loop and lives longer than the turns. */
export interface RacedInLoop {
  readonly race: TSESTree.CallExpression;
  /** The element of the race. */
  readonly racer: TSESTree.Expression;
  readonly loop: Loop;
  /** What shows that it lives longer; `unknown` is a guess. */
  readonly lifetime: Lifetime;
}

/** Finds `Promise.race`, also where a line ends behind `Promise`. */
const raceWord = /\bPromise\s*\.\s*race\b/g;

/** Does a file race anything? A look at its text, as for acquires. */
export function hasRaces({ text }: SourceCode): boolean {
  return text.includes("race") && text.search(raceWord) >= 0;
}

/**
 * Every long-lived promise that is raced in a loop, in the order of the text: each turn adds a reaction to it that is
 * only freed when it settles (nodejs/node#17469).
 *
 * It does not see: races that a function does which the loop calls, lists that are made outside of the race, recursion.
 */
export function findRacedInLoops(sourceCode: SourceCode): RacedInLoop[] {
  return [...sourceCode.text.matchAll(raceWord)].flatMap(({ 0: { length }, index }) => {
    const race = raceAt(sourceCode, index + length - 1);
    const loop = race && findLoop(race);
    if (!loop) return [];
    const [list] = race.arguments;
    const racers = list?.type === "ArrayExpression" ? list.elements : [];
    return racers.flatMap((racer) => {
      const lifetime = racer && racer.type !== "SpreadElement" && findLifetime(sourceCode, racer, loop);
      return lifetime ? { race, racer, loop, lifetime } : [];
    });
  });
}

function raceAt(sourceCode: SourceCode, offset: number): TSESTree.CallExpression | undefined {
  const member = nodeAt(sourceCode, offset).parent;
  if (member?.type !== "MemberExpression" || member.object.type !== "Identifier") return undefined;
  const call = member.parent;
  const isCalled = call.type === "CallExpression" && unwrap(call.callee) === member;
  return isCalled && !variableOf(sourceCode, member.object) ? call : undefined;
}

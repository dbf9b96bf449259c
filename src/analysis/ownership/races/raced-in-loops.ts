import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isRace, raceWord } from "../../../ast/is-race.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import type { Loop } from "../../../ast/loops.ts";
import { receiverOf } from "../../../ast/members.ts";
import { isReaction } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { bounded } from "../../bounded.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import type { Lifetime } from "./lifetime.ts";
import { findLifetime } from "./long-lived.ts";
import { racersOf } from "./racers.ts";
import { findLoop } from "./turns.ts";

/** A promise that is raced in every turn of a loop and lives longer than the turns. */
export interface RacedInLoop {
  readonly race: TSESTree.CallExpression;
  /** The element of the race. */
  readonly racer: TSESTree.Expression;
  /** The promise, without reactions to it: of the element, or of what that stands for as a constant of the turn. */
  readonly promise: TSESTree.Node;
  readonly loop: Loop;
  /** What shows that it lives longer; `unknown` is a guess. */
  readonly lifetime: Lifetime;
}

/**
 * Every long-lived promise that is raced in a loop, in the order of the text: each turn adds a reaction to it that is
 * only freed when it settles (nodejs/node#17469).
 *
 * It does not see: races that a function does which the loop calls, lists that are made outside of the race, recursion.
 */
export function findRacedInLoops(sourceCode: SourceCode, knowledge: Knowledge): RacedInLoop[] {
  return [...sourceCode.text.matchAll(raceWord)].flatMap(({ 0: { length }, index }) => {
    const race = raceAt(sourceCode, index + length - 1);
    return race ? bounded<RacedInLoop[]>(sourceCode, race, () => racedBy(sourceCode, race, knowledge), []) : [];
  });
}

function racedBy(sourceCode: SourceCode, race: TSESTree.CallExpression, knowledge: Knowledge): RacedInLoop[] {
  const loop = findLoop(sourceCode, race, knowledge);
  if (!loop) return [];
  return racersOf(race).flatMap((racer) => {
    const lifetime = findLifetime(sourceCode, racer, loop);
    return lifetime ? { race, racer, promise: promiseOf(sourceCode, racer, loop), loop, lifetime } : [];
  });
}

/** The race whose name ends here; `undefined` for a `Promise` that the file declares. */
function raceAt(sourceCode: SourceCode, offset: number): TSESTree.CallExpression | undefined {
  const member = nodeAt(sourceCode, offset).parent;
  if (member?.type !== "MemberExpression" || variableOf(sourceCode, member.object)) return undefined;
  const call = callOf(member);
  return call && isRace(call) ? call : undefined;
}

/**
 * `ctx.done()` of `ctx.done().then(…)`, and of `over` after `const over = ctx.done()` in the loop. `findLifetime` went
 * the same way and found something, so it does not go in circles.
 */
function promiseOf(sourceCode: SourceCode, racer: TSESTree.Node, loop: Loop): TSESTree.Node {
  const node = unwrap(racer);
  if (node.type === "CallExpression" && isReaction(node)) return promiseOf(sourceCode, receiverOf(node)!, loop);
  const variable = variableOf(sourceCode, node);
  const value = variable && constantValue(variable);
  return value && isWithin(value, loop) ? promiseOf(sourceCode, value, loop) : node;
}

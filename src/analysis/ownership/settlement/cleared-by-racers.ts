import type { TSESTree } from "@typescript-eslint/utils";
import { calleeWord, isReaction } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { racersOf } from "../races/racers.ts";
import type { Race } from "./races.ts";
import { chainAround } from "./reaction-chain.ts";

/**
 * Does each other racer clear the timer when it settles: `work().finally(() => clearTimeout(timer))`? The reaction may
 * stand before the timer is made, since it runs when the race is over.
 *
 * It does not see: a racer that clears in a `.then` and in a `.catch`, and lists that are made outside of the race.
 */
export function isClearedByRacers(
  sourceCode: SourceCode,
  { call, racer }: Race,
  clears: readonly TSESTree.Node[],
): boolean {
  const others = racersOf(call).filter((each) => outermost(each) !== racer);
  return others.length > 0 && others.every((each) => clearsAtEnd(sourceCode, each, clears));
}

function clearsAtEnd(sourceCode: SourceCode, racer: TSESTree.Node, clears: readonly TSESTree.Node[]): boolean {
  const name = unwrap(racer);
  const last = unwrap(constantValue(variableOf(sourceCode, name)) ?? name);
  if (last.type !== "CallExpression" || !isReaction(last)) return false;
  const clearing = (argument: TSESTree.Node | undefined): boolean => {
    const fn = argument && functionAt(sourceCode, argument);
    return fn !== undefined && clears.some((clear) => isWithin(clear, fn));
  };
  return chainAround(last).some((each) => {
    const [first, second] = each.arguments;
    return clearing(first) && (calleeWord(each) === "finally" || (calleeWord(each) === "then" && clearing(second)));
  });
}

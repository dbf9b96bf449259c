import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isReaction } from "../../../ast/names.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { isRejectedOnly } from "../../../scope/rejected-only.ts";
import { elementsOf } from "../list-of-promises.ts";
import type { RaceTimer } from "./race-timers.ts";
import type { Race } from "./races.ts";

/**
 * Is the timer a pause that the others can only cut short: `Promise.race([sleep(pollMs), aborted])`, where nothing
 * resolves `aborted`? Then it is meant to be first. A timer that rejects, or has a reaction, is a limit.
 */
export function isPause(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { promise, deferred }: Pick<RaceTimer, "promise" | "deferred">,
  { call, racer }: Race,
): boolean {
  const [, reject] = promise?.settlers ?? [];
  if (deferred || (reject && reject.references.length > 0) || hasReaction(racer)) return false;
  const [list] = call.arguments;
  const others = (list && elementsOf(sourceCode, list))?.filter((each) => each !== racer) ?? [];
  return others.length > 0 && others.every((each) => isRejectedOnly(sourceCode, each));
}

function hasReaction(racer: TSESTree.Node): boolean {
  const node = unwrap(racer);
  return node.type === "CallExpression" && isReaction(node);
}

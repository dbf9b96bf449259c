import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import type { Race } from "../../analysis/ownership/settlement/races.ts";
import { isWithin } from "../../ast/statement-list.ts";
import { signalOfSleep } from "../../resources/match-sleep.ts";
import { isGlobalAt } from "../../scope/is-global-at.ts";
import { originOf } from "../../scope/origin.ts";
import type { Fix } from "../fix.ts";
import { Draft } from "../text/draft.ts";
import { endOfArguments } from "../text/end-of-arguments.ts";
import { hostOf } from "./host.ts";
import { newName } from "../text/free-name.ts";
import { releaseAfter } from "./release-after.ts";

/**
 * Gives a timer that is a promise a `signal`, which is aborted when the race is over. The rejection by the abort comes
 * when the race is settled, and the race has it handled.
 *
 * @returns `null` where the timer does not stand in the list of the race, where it has a signal already, and where its
 *   arguments cannot be counted
 */
export function abortAfterRace(
  sourceCode: SourceCode,
  timer: TSESTree.CallExpression,
  { call, racer }: Race,
): Fix | null {
  const host = hostOf(call);
  const isInline = isWithin(timer, racer);
  if (timer.arguments.length === 0 || !host || !isInline || signalOfSleep(timer)) return null;
  const isSpread = timer.arguments.some(({ type }) => type === "SpreadElement");
  if (isSpread || !isGlobalAt(sourceCode, call, "AbortController")) return null;
  const name = newName(sourceCode, host.node, "controller", timer);
  const draft = new Draft(sourceCode.text);
  const hasValue = originOf(sourceCode, timer.callee)?.path.at(-1) !== "wait";
  const value = hasValue && timer.arguments.length === 1 ? ", undefined" : "";
  draft.insert(endOfArguments(sourceCode, timer), `${value}, { signal: ${name}.signal }`, "close");
  // A sleep that is aborted rejects, which only a race that has begun takes.
  const release = {
    declaration: `const ${name} = new AbortController()`,
    call: `${name}.abort()`,
    isOfRace: true,
  } as const;
  return releaseAfter(sourceCode, draft, call, release) ? { edits: draft.edits() } : null;
}

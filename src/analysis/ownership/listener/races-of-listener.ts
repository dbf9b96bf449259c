import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import { findRaces, type Race } from "../settlement/races.ts";
import type { AbortListener } from "../signals/abort-listener.ts";
import { signalOriginOf, signalOriginThrough } from "../signals/signal-origin.ts";

/**
 * The races that a promise takes part in while a listener is there for it, on a signal that lives longer. Of the calls
 * of a helper that listens, `sleep(ms, { signal })`, those do not count that give it no signal, or one that is made for
 * the race. One that is composed for it, `AbortSignal.any([signal, own.signal])`, is left to whoever made it.
 */
export function racesOfListener(
  sourceCode: SourceCode,
  { signal }: Pick<AbortListener, "signal">,
  promise: TSESTree.Node,
): Race[] {
  const races = findRaces(sourceCode, promise, "functions");
  if (!signalOriginOf(sourceCode, signal)) return races;
  const isOutside = ({ through }: Race): boolean => signalOriginThrough(sourceCode, signal, through) === "outside";
  return races.filter((race) => race.through.length === 0 || isOutside(race));
}

import type { TSESLint } from "@typescript-eslint/utils";
import type { Leak } from "../analysis/obligations/leak.ts";
import type { LeaksSettings } from "../resources/settings.ts";
import { combineWraps } from "./combine-wraps.ts";
import type { Fix } from "./fix.ts";
import { ownReleases } from "./own-releases.ts";
import { findSafeRun } from "./safe-run.ts";
import { wrapInFinally } from "./wrap-in-finally.ts";
import type { Wrap } from "./wrap.ts";

/** What can be done about a leak. */
export interface Repair {
  readonly fix: Fix | null;
}

/**
 * What `--fix` may do about leaks of one file. Leaks whose fixes would touch the same text share one fix.
 *
 * @param leaks those that are reported, in the order of the text
 */
export function repairLeaks(
  sourceCode: Readonly<TSESLint.SourceCode>,
  settings: LeaksSettings,
  leaks: readonly Leak[],
): ReadonlyMap<Leak, Repair> {
  const others = new Set<unknown>(
    leaks.flatMap(({ obligation }) =>
      obligation.acquisition.resource.traits?.stateless ? (ownReleases(obligation) ?? []).map((r) => r.statement) : [],
    ),
  );
  const isOther = (statement: unknown): boolean => others.has(statement);
  const wraps = new Map<Leak, Wrap>();
  for (const leak of leaks) {
    const run = findSafeRun(sourceCode, leak.obligation, isOther);
    const wrap = run && wrapInFinally(sourceCode, run, isOther);
    if (wrap) wraps.set(leak, wrap);
  }
  const combined = combineWraps(sourceCode, settings, [...wraps.values()]);
  return new Map(leaks.map((leak) => [leak, { fix: combined.get(wraps.get(leak)!) ?? null }]));
}

import type { TSESLint } from "@typescript-eslint/utils";
import type { Leak } from "../analysis/obligations/leak.ts";
import type { LeaksSettings } from "../resources/settings.ts";
import { combineWraps } from "./combine-wraps.ts";
import type { Fix } from "./fix.ts";
import { finallyOnAwait } from "./finally-on-await.ts";
import { hoistTry } from "./hoist-try.ts";
import { ownReleases } from "./own-releases.ts";
import { findSafeRun } from "./safe-run.ts";
import { wrapInFinally } from "./wrap-in-finally.ts";
import { suggestUsing } from "./suggest-using.ts";
import { suggestWraps } from "./suggest-wrap.ts";
import type { Suggestion } from "./suggestion.ts";
import type { Wrap } from "./wrap.ts";

/** What can be done about a leak. */
export interface Repair {
  readonly fix: Fix | null;
  /** For a person to decide on, where `--fix` does nothing. */
  readonly suggestions: readonly Suggestion[];
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
  const fixes = new Map<Leak, Fix>();
  for (const leak of leaks) {
    const run = findSafeRun(sourceCode, leak.obligation, isOther);
    const wrap = run && wrapInFinally(sourceCode, run, isOther);
    const fix = run && !wrap ? (hoistTry(sourceCode, run) ?? finallyOnAwait(sourceCode, run)) : null;
    if (wrap) wraps.set(leak, wrap);
    if (fix) fixes.set(leak, fix);
  }
  const combined = combineWraps(sourceCode, settings, [...wraps.values()]);
  return new Map(
    leaks.map((leak) => {
      const fix = combined.get(wraps.get(leak)!) ?? fixes.get(leak) ?? null;
      return [leak, fix ? { fix, suggestions: [] } : suggest(sourceCode, settings, leak)];
    }),
  );
}

/** With `unsafeFixes`, the first choice is the fix. */
function suggest(sourceCode: Readonly<TSESLint.SourceCode>, { unsafeFixes }: LeaksSettings, leak: Leak): Repair {
  const suggestions = [...suggestWraps(sourceCode, leak), suggestUsing(sourceCode, leak)].filter(
    (each) => each !== undefined,
  );
  return { fix: (unsafeFixes === true && suggestions[0]?.fix) || null, suggestions };
}

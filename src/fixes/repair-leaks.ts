import type { TSESLint } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { bounded } from "../analysis/bounded.ts";
import type { Leak } from "../analysis/obligations/leak.ts";
import type { LeaksSettings } from "../resources/settings.ts";
import { boundTo } from "./bound-to.ts";
import { combineWraps } from "./combine-wraps.ts";
import { keepsAllComments, type Fix } from "./fix.ts";
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
 * What can be done about leaks of one file: by `--fix`, or else as suggestions. Leaks whose fixes would touch the same
 * text share one fix.
 *
 * @param leaks those that are reported, in the order of the text
 */
export function repairLeaks(
  sourceCode: SourceCode,
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
  const within = <T>({ acquisition }: Leak, work: () => T, otherwise: T): T =>
    bounded(sourceCode, acquisition.node, work, otherwise);
  const findSafe = (leak: Leak): void => {
    const run = findSafeRun(sourceCode, leak.obligation, isOther);
    const wrap = run && wrapInFinally(sourceCode, run, isOther);
    const fix = run && !wrap ? (hoistTry(sourceCode, run) ?? finallyOnAwait(sourceCode, run)) : null;
    if (wrap) wraps.set(leak, wrap);
    if (fix) fixes.set(leak, fix);
  };
  for (const leak of leaks) within(leak, () => findSafe(leak), undefined);
  const owed = new Set(leaks.flatMap(({ obligation }) => boundTo(obligation)));
  const combine = (): ReadonlyMap<Wrap, Fix | null> => combineWraps(sourceCode, settings, [...wraps.values()]);
  const combined = bounded(sourceCode, sourceCode.ast, combine, new Map<Wrap, Fix | null>());
  return new Map(
    leaks.map((leak) => {
      const found = combined.get(wraps.get(leak)!) ?? fixes.get(leak);
      // Where it would cost a comment, a suggestion may still do.
      const fix = found && keepsAllComments(sourceCode, found) ? found : null;
      const none: Repair = { fix, suggestions: [] };
      return [leak, fix ? none : within(leak, () => suggest(sourceCode, settings, leak, owed), none)];
    }),
  );
}

/** With `unsafeFixes`, the first choice is the fix. */
function suggest(
  sourceCode: SourceCode,
  { unsafeFixes }: LeaksSettings,
  leak: Leak,
  owed: ReadonlySet<TSESLint.Scope.Variable>,
): Repair {
  const suggestions = [...suggestWraps(sourceCode, leak, owed), suggestUsing(sourceCode, leak)]
    .filter((each) => each !== undefined)
    .filter((each) => keepsAllComments(sourceCode, each.fix));
  return { fix: (unsafeFixes === true && suggestions[0]?.fix) || null, suggestions };
}

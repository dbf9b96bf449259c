import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Acquisition } from "../resources/acquisition.ts";
import { findCandidates } from "../resources/candidates.ts";
import { findAcquisitions } from "../resources/find-acquisitions.ts";
import { knownIn, type Known } from "../resources/known.ts";
import type { ResourceKind } from "../resources/resource.ts";
import { once } from "../ast/once.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { nameFile } from "../ast/file-name.ts";
import { bounded, boundedFile } from "./bounded.ts";
import { findEarlyReleases } from "./find-early-releases.ts";
import { findLeaks } from "./find-leaks.ts";
import type { EarlyRelease } from "./obligations/early-release.ts";
import type { Leak } from "./obligations/leak.ts";
import { isMeantToEnd, type Obligation } from "./obligations/obligation.ts";
import type { TracedFile } from "./ownership/tracing/traced-file.ts";
import { findExportedWrappers, type ExportedWrapper } from "./ownership/foreign/find-exported-wrappers.ts";
import { findFallbacks, mayFallBack } from "./ownership/foreign/find-fallbacks.ts";
import { findForeignChildren, type ForeignChild } from "./ownership/foreign/find-foreign-children.ts";
import { findPortChildren } from "./ownership/foreign/find-port-children.ts";
import { findHandWritten, mayWatch, type HandWritten } from "./ownership/foreign/find-hand-written.ts";
import { findLookAlikes, type SignalLookAlike } from "./ownership/foreign/find-look-alikes.ts";
import { mayMakeLookAlike } from "./ownership/foreign/look-alike.ts";
import { findDerivedAcquires } from "./ownership/tracing/derived-acquires.ts";
import { isForgotten } from "./ownership/forgotten.ts";
import { hasAbortListeners } from "./ownership/signals/abort-listener.ts";
import { findLostHandlers, type LostHandler } from "./ownership/listener/lost-handler.ts";
import { claimListeners } from "./ownership/listener-owner.ts";
import { holdsNothing } from "./ownership/tracing/holds-nothing.ts";
import { assignOwners } from "./ownership/owners.ts";
import { plainKnowledgeOf } from "./ownership/outcomes/knowledge.ts";
import { linkParents } from "./ownership/tracing/parents.ts";
import { traceObligation, type Traced } from "./ownership/tracing/trace-obligation.ts";
import { findRacedInLoops, type RacedInLoop } from "./ownership/races/raced-in-loops.ts";
import { solvablesFor } from "./solvables.ts";

/** Everything that the rules ask about one file. Each answer is worked out when it is first asked for, and once. */
export interface FileAnalysis {
  /** The obligations of a kind that are still open at the end of their owner, in the order of the text. */
  leaks(kind: ResourceKind): readonly Leak[];
  /** The contexts, signals and timeouts that are released while work that needs them still runs, in that order. */
  earlyReleases(): readonly EarlyRelease[];
  /** The long-lived promises that are raced in every turn of a loop, in the order of the text. */
  racedInLoops(): readonly RacedInLoop[];
  /** The derives from contexts that their library does not know, in that order. */
  foreignParents(): readonly ForeignChild[];
  /** The exported classes that would be such parents in other files, and are in none of this one. */
  exportedWrappers(): readonly ExportedWrapper[];
  /** The reactions on a parent's end that are there for each child, and stay. */
  handWrittenWatchers(): readonly HandWritten[];
  /** What looks like a signal and is given to the platform, which does not take it for one. */
  signalLookAlikes(): readonly SignalLookAlike[];
  /** The handlers of aborts, `signal.onabort`, that the next one replaces. */
  lostHandlers(): readonly LostHandler[];
}

/**
 * Could this file acquire anything? A scan of the text and nothing else: in nine files of ten that is all a rule does.
 *
 * @throws Error when `settings.leaks` is wrong, even for a file without a candidate
 */
export function hasCandidates(
  sourceCode: SourceCode,
  settings: TSESLint.SharedConfigurationSettings | undefined,
): boolean {
  return findCandidates(sourceCode, knownIn(settings)).size > 0;
}

const analyses = new WeakMap<TSESTree.Program, FileAnalysis>();

/** What a rule's context says of the file at hand. */
export type FileContext = Readonly<
  Pick<TSESLint.RuleContext<string, readonly unknown[]>, "sourceCode" | "settings" | "filename">
>;

/**
 * The analysis of a file, shared by all rules. It is kept by program, not by source code object: oxlint uses one of
 * those for all files.
 *
 * @throws Error when `settings.leaks` is wrong
 */
export function analyzeFile({ sourceCode, settings, filename }: FileContext): FileAnalysis {
  let analysis = analyses.get(sourceCode.ast);
  if (!analysis) {
    nameFile(sourceCode, filename);
    analyses.set(sourceCode.ast, (analysis = createAnalysis(sourceCode, knownIn(settings))));
  }
  return analysis;
}

/** Could anything in this file watch a parent, through its library or by hand? As `hasCandidates`. */
export function hasWatchers(
  sourceCode: SourceCode,
  settings: TSESLint.SharedConfigurationSettings | undefined,
): boolean {
  return hasCandidates(sourceCode, settings) || mayWatch(sourceCode) || mayFallBack(sourceCode);
}

function createAnalysis(sourceCode: SourceCode, known: Known): FileAnalysis {
  const quietly = <Found>(find: () => readonly Found[]): (() => readonly Found[]) =>
    once(() => boundedFile<readonly Found[]>(sourceCode, find, []));
  const acquisitions = once(() => findAcquisitions(sourceCode, known));
  const file = once((): TracedFile => ({ sourceCode, known, traced: traceAll(sourceCode, known, acquisitions()) }));
  const leaks = quietly(() => allLeaks(file()));
  const fallbacks = quietly(() => (mayFallBack(sourceCode) ? findFallbacks(sourceCode) : []));
  const children = quietly(() => findForeignChildren(sourceCode, known, acquisitions()));
  const listeners = quietly(() => (hasAbortListeners(sourceCode) ? leakedListeners(sourceCode, known) : []));
  return {
    leaks(kind) {
      const found = leaks().filter(({ acquisition }) => acquisition.resource.kind === kind);
      return kind === "listener" ? [...found, ...listeners()] : found;
    },
    earlyReleases: quietly(() => allEarlyReleases(file())),
    racedInLoops: quietly(() => findRacedInLoops(sourceCode, plainKnowledgeOf(sourceCode, known.settings))),
    foreignParents: quietly(() => [...children(), ...findPortChildren(sourceCode, fallbacks())]),
    exportedWrappers: quietly(() => findExportedWrappers(sourceCode, known, acquisitions(), children())),
    handWrittenWatchers: quietly(() => (mayWatch(sourceCode) ? findHandWritten(sourceCode, fallbacks()) : [])),
    signalLookAlikes: quietly(() => findLookAlikes(sourceCode)),
    lostHandlers: quietly(() => findLostHandlers(sourceCode)),
  };
}

function allLeaks(file: TracedFile): Leak[] {
  const { sourceCode, known } = file;
  const claims = assignOwners(file);
  const obligations = linkParents(
    sourceCode,
    claims.flatMap((claim) => claim.obligations),
  );
  const isOwed = (each: Obligation): boolean => isMeantToEnd(each) || !holdsNothing(sourceCode, known, each);
  const owed = obligations.filter(isOwed);
  const solvableOf = solvablesFor(sourceCode, known.settings, obligations);
  const leaks = [...findLeaks(sourceCode, solvableOf, owed), ...claims.flatMap((claim) => claim.leaks)];
  return leaks.sort((a, b) => a.acquisition.node.range[0] - b.acquisition.node.range[0]);
}

/** Listeners on signals are found by themselves: their handle is no value that could be followed. */
function leakedListeners(sourceCode: SourceCode, known: Known): Leak[] {
  const claims = claimListeners({ sourceCode, known });
  const obligations = claims.flatMap((claim) => claim.obligations);
  const onPaths = findLeaks(sourceCode, solvablesFor(sourceCode, known.settings, obligations), obligations);
  const leaks = [...onPaths, ...claims.flatMap((claim) => claim.leaks)];
  return leaks.sort((a, b) => a.acquisition.node.range[0] - b.acquisition.node.range[0]);
}

/** Whoever owns a resource, its release must not come before the end of the work. An interval is no limit to work. */
function allEarlyReleases({ sourceCode, known, traced }: TracedFile): EarlyRelease[] {
  const obligations = linkParents(
    sourceCode,
    traced.flatMap(({ obligation }) => (obligation.acquisition.resource.lasting ? [] : [obligation])),
  );
  return findEarlyReleases(sourceCode, solvablesFor(sourceCode, known.settings, obligations), obligations);
}

/** Could something be made that looks like a signal? As `hasCandidates`, for who asks for these. */
export { mayMakeLookAlike };

/** Does anything listen for an abort? As `hasCandidates`, for the rule that asks for these. */
export { hasAbortListeners };

/** Could a promise be raced in a loop? As `hasCandidates`, for the rule that asks for these. */
export { hasRaces } from "../ast/is-race.ts";

/** The obligations of all acquires, and of the calls of functions that hand one over, until there is no more. */
function traceAll(sourceCode: SourceCode, known: Known, found: readonly Acquisition[]): Traced[] {
  const acquisitions = found.filter((each) => !isForgotten(sourceCode, each));
  const traced: Traced[] = [];
  const seen = new Set<TSESTree.Node>(acquisitions.map(({ node }) => node));
  const queue = [...acquisitions];
  for (let i = 0; i < queue.length; i++) {
    const acquisition = queue[i]!;
    const trace = (): Handed | undefined => traceOne(sourceCode, known, acquisition);
    const found = bounded(sourceCode, acquisition.node, trace, undefined);
    if (!found) continue;
    traced.push(found.traced);
    for (const derived of found.derived) {
      if (seen.has(derived.node)) continue;
      seen.add(derived.node);
      queue.push(derived);
    }
  }
  return traced.sort((a, b) => a.obligation.acquisition.node.range[0] - b.obligation.acquisition.node.range[0]);
}

/** An obligation, and the acquires that its function is for those who call it. */
interface Handed {
  readonly traced: Traced;
  readonly derived: readonly Acquisition[];
}

function traceOne(sourceCode: SourceCode, known: Known, acquisition: Acquisition): Handed | undefined {
  const traced = traceObligation(sourceCode, acquisition, known.settings);
  return traced && { traced, derived: findDerivedAcquires(sourceCode, traced) };
}

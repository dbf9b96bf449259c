import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Acquisition } from "../resources/acquisition.ts";
import { findCandidates } from "../resources/candidates.ts";
import { findAcquisitions } from "../resources/find-acquisitions.ts";
import { knownIn, type Known } from "../resources/known.ts";
import type { ResourceKind } from "../resources/resource.ts";
import { clearsTimers, findClearedTimers } from "../resources/cleared-timers.ts";
import { holdsNothing } from "./ownership/holds-nothing.ts";
import { findEarlyReleases } from "./find-early-releases.ts";
import { findLeaks } from "./find-leaks.ts";
import type { EarlyRelease } from "./obligations/early-release.ts";
import type { Obligation } from "./obligations/obligation.ts";
import { solvablesFor, type SolvableOf } from "./solvables.ts";
import { quietOnOverflow } from "./quiet-on-overflow.ts";
import type { Leak } from "./obligations/leak.ts";
import { findForeignChildren, type ForeignChild } from "./ownership/foreign/find-foreign-children.ts";
import { findHandWritten, mayWatch, type HandWritten } from "./ownership/foreign/find-hand-written.ts";
import { findSignalCopies, mayCopySignal, type SignalCopy } from "./ownership/foreign/find-signal-copies.ts";
import { findDerivedAcquires } from "./ownership/derived-acquires.ts";
import { linkParents } from "./ownership/parents.ts";
import { traceObligation, type Traced } from "./ownership/trace-obligation.ts";

/** Everything that the rules ask about one file. Each answer is worked out when it is first asked for, and once. */
export interface FileAnalysis {
  /** The obligations of a kind that are still open at the end of their owner, in the order of the text. */
  leaks(kind: ResourceKind): readonly Leak[];
  /** The contexts, signals and timeouts that are released while work that needs them still runs, in that order. */
  earlyReleases(): readonly EarlyRelease[];
  /** The derives from contexts that their library does not know, in that order. */
  foreignParents(): readonly ForeignChild[];
  /** The reactions on a parent's end that are there for each child, and stay. */
  handWrittenWatchers(): readonly HandWritten[];
  /** The copies of signals that the platform refuses. */
  signalCopies(): readonly SignalCopy[];
}

/**
 * Could this file acquire anything? A scan of the text and nothing else: in nine files of ten that is all a rule does.
 *
 * @throws Error when `settings.leaks` is wrong, even for a file without a candidate
 */
export function hasCandidates(
  { text }: Readonly<TSESLint.SourceCode>,
  settings: TSESLint.SharedConfigurationSettings | undefined,
): boolean {
  return findCandidates(text, knownIn(settings)).size > 0;
}

const analyses = new WeakMap<TSESTree.Program, FileAnalysis>();

/**
 * The analysis of a file, shared by all rules. It is kept by program, not by source code object: oxlint uses one of
 * those for all files.
 *
 * @throws Error when `settings.leaks` is wrong
 */
export function analyzeFile(
  sourceCode: Readonly<TSESLint.SourceCode>,
  settings: TSESLint.SharedConfigurationSettings | undefined,
): FileAnalysis {
  let analysis = analyses.get(sourceCode.ast);
  if (!analysis) analyses.set(sourceCode.ast, (analysis = createAnalysis(sourceCode, knownIn(settings))));
  return analysis;
}

/** Could anything in this file be released too early? As `hasCandidates`, for a rule that looks at timeouts too. */
export function hasReleases(
  sourceCode: Readonly<TSESLint.SourceCode>,
  settings: TSESLint.SharedConfigurationSettings | undefined,
): boolean {
  return hasCandidates(sourceCode, settings) || clearsTimers(sourceCode.text);
}

/** Could anything in this file watch a parent, through its library or by hand? */
export function hasWatchers(
  sourceCode: Readonly<TSESLint.SourceCode>,
  settings: TSESLint.SharedConfigurationSettings | undefined,
): boolean {
  return hasCandidates(sourceCode, settings) || mayWatch(sourceCode.text) || mayCopySignal(sourceCode.text);
}

function createAnalysis(sourceCode: Readonly<TSESLint.SourceCode>, known: Known): FileAnalysis {
  let [contexts, leaks, early]: [Traceable?, (readonly Leak[])?, (readonly EarlyRelease[])?] = [];
  let [acquisitions, foreign]: [(readonly Acquisition[])?, (readonly ForeignChild[])?] = [];
  const acquire = (): readonly Acquisition[] => (acquisitions ??= findAcquisitions(sourceCode, known));
  const traceContexts = (): Traceable => (contexts ??= traceAll(sourceCode, known, acquire()));
  return {
    leaks(kind) {
      leaks ??= quietOnOverflow(sourceCode, () => {
        const { obligations, solvableOf } = traceContexts();
        return findLeaks(solvableOf, obligations.filter(isOwed));
      });
      return leaks.filter(({ acquisition }) => acquisition.resource.kind === kind);
    },
    earlyReleases() {
      early ??= quietOnOverflow(sourceCode, () =>
        [traceContexts(), traceAll(sourceCode, known, findClearedTimers(sourceCode))].flatMap(
          ({ obligations, solvableOf }) => findEarlyReleases(sourceCode, solvableOf, obligations),
        ),
      );
      return early;
    },
    handWrittenWatchers: () => (mayWatch(sourceCode.text) ? findHandWritten(sourceCode) : []),
    signalCopies: () => (mayCopySignal(sourceCode.text) ? findSignalCopies(sourceCode) : []),
    foreignParents: () => (foreign ??= findForeignChildren(sourceCode, known, acquire())),
  };
  function isOwed(obligation: Obligation): boolean {
    return obligation.handle !== undefined || !holdsNothing(sourceCode, known, obligation);
  }
}

/** Obligations with the graphs of the functions that own them. */
interface Traceable {
  readonly obligations: readonly Obligation[];
  readonly solvableOf: SolvableOf;
}

/** The obligations of all acquires, and of the calls of functions that hand one over, until there is no more. */
function traceAll(
  sourceCode: Readonly<TSESLint.SourceCode>,
  known: Known,
  acquisitions: readonly Acquisition[],
): Traceable {
  const traced: Traced[] = [];
  const seen = new Set<TSESTree.Node>(acquisitions.map(({ node }) => node));
  const queue = [...acquisitions];
  for (let i = 0; i < queue.length; i++) {
    const result = traceObligation(sourceCode, queue[i]!, known.settings);
    if (!result) continue;
    traced.push(result);
    for (const derived of findDerivedAcquires(sourceCode, result)) {
      if (seen.has(derived.node)) continue;
      seen.add(derived.node);
      queue.push(derived);
    }
  }
  traced.sort((a, b) => a.obligation.acquisition.node.range[0] - b.obligation.acquisition.node.range[0]);
  const obligations = linkParents(
    sourceCode,
    traced.map(({ obligation }) => obligation),
  );
  return { obligations, solvableOf: solvablesFor(sourceCode, known.settings, obligations) };
}

import { explore, type Budget } from "../run/explore.ts";
import { instrument } from "../instrument/instrument.ts";
import type { Labels } from "../instrument/labels.ts";
import type { Fate } from "../run/ledger.ts";
import { Replay, type Broken } from "./replay.ts";
import { Program, type Run } from "../run/run.ts";
import { lint, type Subject } from "./subject.ts";

/** A run in which the acquire on a line leaked, or the message that says it can. */
export interface Miss {
  readonly line: number;
  readonly run: Run;
}
export interface Report {
  readonly line: number;
  readonly message: string;
}

/** What was found out about one program. */
export interface Proof {
  readonly runs: number;
  readonly exhausted: boolean;
  /** The acquires that some run reached, and how many of them leaked in one. */
  readonly acquires: number;
  readonly leaks: number;
  readonly broken: Broken | undefined;
  readonly misses: readonly Miss[];
  readonly falseAlarms: readonly Report[];
  /** Right reports whose message names a line that no run with that leak passes. */
  readonly misplaced: readonly Report[];
  /** A code of a trace in words. */
  readonly describe: (code: number) => string;
}

const usual: Budget = { runs: 256, random: 256, turns: 2, throwingCalls: 1 };
/** Before a report is called false, the program gets more turns and more runs to show the leak. */
const patient: Budget = { runs: 6_000, random: 4_000, turns: 4, throwingCalls: 2 };

/** Runs a program and holds the graph and the plugin's verdict against what happened. */
export async function prove(text: string, subject: Subject): Promise<Proof> {
  const { fn, graph, visitorKeys, reports } = lint(text, subject);
  const { text: instrumented, labels } = instrument(text, fn, visitorKeys);
  const program = new Program(instrumented);
  const replay = new Replay(graph, labels);
  const fates = new Map<number, Map<Fate, Run>>();
  const passed = new Map<number, Set<number>>();
  let broken: Broken | undefined;

  const visit = (run: Run): void => {
    broken ??= replay.check(run);
    for (const { site, fate } of run.fates) {
      if (site < 0) continue;
      const { line } = labels.nodeOf(site).loc.start;
      if (!fates.has(line)) fates.set(line, new Map());
      if (!fates.get(line)!.has(fate)) fates.get(line)!.set(fate, run);
      if (fate === "leaked" && reports.has(line)) addLines(passed, line, run, labels);
    }
  };
  const unshown = (): number[] =>
    [...reports.keys()].filter((line) => !fates.get(line)?.has("leaked") && !fates.get(line)?.has("unknown"));

  let { runs, exhausted } = await explore(program, usual, visit);
  if (unshown().length > 0) {
    const more = await explore(program, patient, visit);
    runs += more.runs;
    exhausted = more.exhausted;
  }
  const leaks = [...fates].flatMap(([line, of]) => (of.has("leaked") ? [{ line, run: of.get("leaked")! }] : []));
  return {
    runs,
    exhausted,
    acquires: fates.size,
    leaks: leaks.length,
    broken,
    misses: leaks.filter(({ line }) => !reports.has(line)),
    falseAlarms: unshown().map((line) => ({ line, message: reports.get(line)! })),
    misplaced: [...passed]
      .map(([line, lines]) => ({ line, message: reports.get(line)!, lines }))
      .filter(({ line, message, lines }) => !lines.has(Number(/line (\d+)/.exec(message)?.[1] ?? line))),
    describe: (code) => labels.describe(code, text),
  };
}

/** Adds the lines that a run passes, which leaks what was acquired on `line`. */
function addLines(passed: Map<number, Set<number>>, line: number, run: Run, labels: Labels): void {
  const lines = passed.get(line) ?? new Set();
  passed.set(line, lines);
  for (const code of run.trace) lines.add(labels.nodeOf(code).loc.start.line);
}

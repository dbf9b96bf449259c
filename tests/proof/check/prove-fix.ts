import { inspect } from "node:util";
import { Linter } from "eslint";
import { instrument } from "../instrument/instrument.ts";
import type { Labels } from "../instrument/labels.ts";
import { EveryChoice, RandomChoice, type Choices } from "../run/choices.ts";
import { Program, type Run } from "../run/run.ts";
import { RecordedChoice, ScriptedChoice } from "../run/scripted-choice.ts";
import { releaseMark, type Limits } from "../run/world.ts";
import { lint, ruleConfig, type Subject } from "./subject.ts";

/** What a fix did to one program. */
export interface FixProof {
  readonly fixed: boolean;
  readonly after: string;
  /** How many acquires are not reported any more. */
  readonly cured: number;
  readonly runs: number;
  /** What speaks against the fix; empty when nothing does. */
  readonly failures: readonly string[];
}

const limits: Limits = { turns: 2, throwingCalls: 1 };
const IN_ORDER = 256;
const AT_RANDOM = 64;

/** Fixes a program and runs it, before and after, under the same decisions. */
export async function proveFix(text: string, subject: Subject): Promise<FixProof> {
  const { output } = new Linter().verifyAndFix(text, ruleConfig(subject));
  if (output === text) return { fixed: false, after: text, cured: 0, runs: 0, failures: [] };
  const proof = await proveChange(text, output, subject);
  const isStable = !new Linter().verifyAndFix(output, ruleConfig(subject)).fixed;
  return isStable ? proof : { ...proof, failures: [...proof.failures, "a second fix changes it again"] };
}

/** Runs a program and what was made of it under the same decisions. */
export async function proveChange(text: string, output: string, subject: Subject): Promise<FixProof> {
  const [before, after] = [read(text, subject), read(output, subject)];
  if (typeof after === "string") return { fixed: true, after: output, cured: 0, runs: 0, failures: [after] };
  if (typeof before === "string") throw new SyntaxError(before);
  const cured = new Set([...before.reported].filter((site) => !after.reported.has(site)));
  const failures = new Set<string>();
  if (cured.size === 0) failures.add("it is changed and still reported");
  for (const site of after.reported) if (!before.reported.has(site)) failures.add(`acquire ${site} is reported now`);
  let runs = 0;
  for (const choices of manyChoices()) {
    const recorded = new RecordedChoice(choices);
    const was = await before.program.run(recorded, limits);
    const scripted = new ScriptedChoice(recorded.decisions);
    const is = await after.program.run(scripted, limits);
    runs++;
    for (const failure of compare(was, is, scripted.followed)) failures.add(failure);
    for (const { site, fate } of is.fates) {
      if (site >= 0 && fate === "leaked" && cured.has(after.siteOf(site))) failures.add("what was fixed leaks");
    }
    if (failures.size > 0) break;
  }
  return { fixed: true, after: output, cured: cured.size, runs, failures: [...failures] };
}

interface Readable {
  readonly program: Program;
  /** The acquires that are reported, by their place among those of the text. */
  readonly reported: ReadonlySet<number>;
  readonly siteOf: (code: number) => number;
}

/** A program that can be run, or what is wrong with it. */
function read(text: string, subject: Subject): Readable | string {
  try {
    const { fn, visitorKeys, reports } = lint(text, subject);
    const { text: instrumented, labels } = instrument(text, fn, visitorKeys);
    const sites = [...text.matchAll(/\b(?:withCancel|withTimeout|derive)\(/g)].map(({ index }) => index);
    const lineOf = (index: number): number => text.slice(0, index).split("\n").length;
    return {
      program: new Program(instrumented),
      reported: new Set(sites.flatMap((index, site) => (reports.has(lineOf(index)) ? site : []))),
      siteOf: (code) => siteOf(code, labels, sites),
    };
  } catch (error) {
    return `cannot be read: ${String(error)}`;
  }
}

function siteOf(code: number, labels: Labels, sites: readonly number[]): number {
  const [start, end] = labels.nodeOf(code).range;
  return sites.findIndex((index) => index >= start && index < end);
}

/** Every combination of decisions, as far as a budget goes, and then some at random. */
function* manyChoices(): Generator<Choices> {
  const every = new EveryChoice();
  for (let i = 0; i < IN_ORDER; i++) {
    yield every;
    if (!every.next()) return;
  }
  for (let seed = 1; seed <= AT_RANDOM; seed++) yield new RandomChoice(seed);
}

/** Where two runs under the same decisions differ, beside releases that did not happen before. */
function compare(was: Run, is: Run, followed: boolean): string[] {
  const released = new Set(was.fates.flatMap(({ fate }, record) => (fate === "released" ? releaseMark(record) : [])));
  const seen = ({ calls }: Run): string =>
    calls.filter((call) => !call.startsWith("release ") || released.has(call)).join(", ");
  const differences: [string, string, string][] = [
    ["exit", exitOf(was), exitOf(is)],
    ["value", describe(was.value), describe(is.value)],
    ["calls", seen(was), seen(is)],
    ["acquires", String(was.fates.length), String(is.fates.length)],
  ];
  const failures = differences
    .filter(([, one, other]) => one !== other)
    .map(([what, one, other]) => `${what}:\n    ${one}\n    ${other}`);
  if (!followed) failures.push("it asks for other decisions");
  for (const [record, { fate }] of is.fates.entries()) {
    if (fate === "leaked" && was.fates[record]?.fate !== "leaked") failures.push(`acquire ${record} leaks now`);
  }
  return failures;
}

function exitOf({ ended, exits }: Run): string {
  // The last statement and `return;` are one way out to whoever called.
  return ended ? (exits.includes("throw") ? "throws" : "returns") : "never ends";
}

/** Without the place at which an error was made. */
function describe(value: unknown): string {
  return inspect(value, { depth: 3 }).replace(/\n\s+at .*/g, "");
}

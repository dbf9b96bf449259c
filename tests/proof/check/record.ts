import { generate, type Generated } from "../programs/generate.ts";
import { digest, outcomeOf, type Outcome } from "./outcome.ts";
import { failureOf } from "./campaign.ts";
import { prove } from "./prove.ts";
import { proveChange, proveFix } from "./prove-fix.ts";
import type { Subject } from "./subject.ts";
import type { TakenPaths } from "./taken-paths.ts";

/** A random program and what must come of it, which its runs have shown to be right. */
export interface ProvedProgram extends Generated {
  /** Of the program: another one has another outcome. */
  readonly program: string;
  readonly reports: readonly string[];
  /** The digest of what each repair writes. */
  readonly repairs: Readonly<Record<string, string>>;
}

/**
 * Runs a program, and what each repair makes of it.
 *
 * @returns what speaks against the outcome: a report that no run shows, a leak without one, a repair that changes
 *   more than it says; or the record of it
 */
export async function proveOutcome(which: Generated, subject: Subject): Promise<ProvedProgram | string> {
  const text = generate(which);
  const proof = await prove(text, subject);
  const failure = failureOf(proof);
  if (failure) return failure;
  if (!proof.exhausted && proof.falseAlarms.length > 0) return "unshown";
  const { reports, texts } = outcomeOf(text, subject);
  for (const [repair, output] of Object.entries(texts)) {
    const { failures } = await (repair === "fix" ? proveFix(text, subject) : proveChange(text, output, subject));
    if (failures.length > 0) return `${repair.replace(/\d+ /, "")}: ${failures[0]!}`;
  }
  return { ...which, program: digest(text), reports, repairs: digestsOf(texts) };
}

function digestsOf(texts: Outcome["texts"]): Record<string, string> {
  return Object.fromEntries(Object.entries(texts).map(([repair, text]) => [repair, digest(text)]));
}

/** How many programs are looked at for one that is taken, and how many characters they may have. */
const POOL = 20;
const LONGEST = 900;

/**
 * Chooses programs that together take many ways through the plugin, small ones first, and proves each: the greedy
 * solution of the set cover, by Chvátal (1979).
 */
export async function recordPrograms(count: number, paths: TakenPaths, subject: Subject): Promise<ProvedProgram[]> {
  const pool = new Map<Generated, Candidate>();
  for (let seed = 1; seed <= (count * POOL) / 2; seed++) {
    for (const which of [{ kind: "any", seed } as const, { kind: "busy", seed } as const]) {
      const text = generate(which);
      if (text.length > LONGEST) continue;
      pool.set(which, { size: text.length, taken: await paths.of(() => outcomeOf(text, subject)) });
    }
  }
  const proved: ProvedProgram[] = [];
  while (proved.length < count && pool.size > 0) {
    const best = [...pool].reduce((a, b) => (worthOf(b[1]) > worthOf(a[1]) ? b : a));
    pool.delete(best[0]);
    const record = await proveOutcome(best[0], subject);
    if (typeof record === "string") continue;
    proved.push(record);
    for (const { taken } of pool.values()) for (const path of best[1].taken) taken.delete(path);
  }
  return proved.sort((a, b) => (a.kind === b.kind ? a.seed - b.seed : a.kind < b.kind ? -1 : 1));
}

/** A program that may be chosen: the ways that no chosen one takes. */
interface Candidate {
  readonly size: number;
  readonly taken: Set<string>;
}

function worthOf({ size, taken }: Candidate): number {
  return taken.size / size;
}

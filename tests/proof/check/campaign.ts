import * as fc from "fast-check";
import { arbitraryRecipe } from "../programs/arbitrary-recipe.ts";
import { printRecipe } from "../programs/print-recipe.ts";
import { prove, type Proof } from "./prove.ts";
import type { Recipe } from "../programs/recipe.ts";
import { reduce } from "../programs/reduce.ts";
import type { Subject } from "./subject.ts";

export type Failure = "broken trace" | "miss" | "false alarm" | "misplaced";

/** A program that shows a defect, and what was found out about it. */
export interface Finding {
  readonly failure: Failure;
  readonly recipe: Recipe;
  readonly text: string;
  readonly proof: Proof;
}

export interface Summary {
  programs: number;
  /** Programs of which every combination of decisions was run. */
  exhausted: number;
  runs: number;
  acquires: number;
  leaks: number;
  brokenTraces: number;
  misses: number;
  falseAlarms: number;
  /** Reports that no run showed, of programs whose runs were sampled: they may be right. */
  unshown: number;
  /** Right reports whose message names a line that the leak does not pass, of programs that were run exhaustively. */
  misplaced: number;
}

export interface Campaign {
  readonly seed: number;
  readonly programs: number;
  readonly subject: Subject;
  /** Stops at the first finding of this kind. */
  readonly until?: string | undefined;
  readonly onFinding?: (finding: Finding) => void | Promise<void>;
  readonly onProgress?: (summary: Summary) => void;
}

/** Proves random programs, one after the other. The same seed gives the same programs, however many they are. */
export async function runCampaign(campaign: Campaign): Promise<Summary> {
  const { seed, programs, subject, until, onFinding, onProgress } = campaign;
  const summary: Summary = {
    programs: 0,
    exhausted: 0,
    runs: 0,
    acquires: 0,
    leaks: 0,
    brokenTraces: 0,
    misses: 0,
    falseAlarms: 0,
    unshown: 0,
    misplaced: 0,
  };
  const batch = 100;
  for (let first = 0; first < programs; first += batch) {
    const numRuns = Math.min(batch, programs - first);
    for (const recipe of fc.sample(arbitraryRecipe, { numRuns, seed: seed + first })) {
      const text = printRecipe(recipe);
      const proof = await prove(text, subject);
      add(summary, proof);
      const failure = failureOf(proof);
      if (failure) await onFinding?.({ failure, recipe, text, proof });
      if (until !== undefined && failure === until) return summary;
    }
    onProgress?.(summary);
  }
  return summary;
}

function add(summary: Summary, proof: Proof): void {
  summary.programs++;
  summary.runs += proof.runs;
  summary.acquires += proof.acquires;
  summary.leaks += proof.leaks;
  summary.misses += proof.misses.length;
  if (proof.exhausted) summary.exhausted++;
  if (proof.broken) summary.brokenTraces++;
  if (proof.exhausted) summary.falseAlarms += proof.falseAlarms.length;
  if (proof.exhausted) summary.misplaced += proof.misplaced.length;
  if (!proof.exhausted) summary.unshown += proof.falseAlarms.length;
}

/** The worst that a proof shows. */
export function failureOf({ broken, misses, falseAlarms, misplaced, exhausted }: Proof): Failure | undefined {
  if (broken) return "broken trace";
  if (misses.length > 0) return "miss";
  if (!exhausted) return undefined;
  return falseAlarms.length > 0 ? "false alarm" : misplaced.length > 0 ? "misplaced" : undefined;
}

/** The same defect in as little program as can be found. */
export async function minimise({ failure, recipe }: Finding, subject: Subject): Promise<Finding> {
  const attempt = async (smaller: Recipe): Promise<Finding> => {
    const text = printRecipe(smaller);
    return { failure, recipe: smaller, text, proof: await prove(text, subject) };
  };
  const smallest = await reduce(recipe, async (smaller) => failureOf((await attempt(smaller)).proof) === failure);
  return attempt(smallest);
}

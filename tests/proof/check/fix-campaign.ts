import * as fc from "fast-check";
import { arbitraryBusyRecipe } from "../programs/arbitrary-busy.ts";
import { printRecipe } from "../programs/print-recipe.ts";
import type { Recipe } from "../programs/recipe.ts";
import { reduce } from "../programs/reduce.ts";
import { proveFix, type FixProof } from "./prove-fix.ts";
import type { Subject } from "./subject.ts";

/** A program that its fix broke. */
export interface BrokenFix {
  readonly recipe: Recipe;
  readonly text: string;
  readonly proof: FixProof;
}

export interface FixSummary {
  programs: number;
  /** Programs that `--fix` changed. */
  fixed: number;
  /** Acquires that were reported before and are not afterwards. */
  cured: number;
  /** Runs of fixed programs, each one before and after. */
  runs: number;
  broken: number;
}

export interface FixCampaign {
  readonly seed: number;
  readonly programs: number;
  readonly subject: Subject;
  readonly onBroken?: (broken: BrokenFix) => void | Promise<void>;
  readonly onProgress?: (summary: FixSummary) => void;
}

/** Fixes random programs, one after the other. The same seed gives the same programs. */
export async function runFixCampaign(campaign: FixCampaign): Promise<FixSummary> {
  const { seed, programs, subject, onBroken, onProgress } = campaign;
  const summary: FixSummary = { programs: 0, fixed: 0, cured: 0, runs: 0, broken: 0 };
  const batch = 100;
  for (let first = 0; first < programs; first += batch) {
    const numRuns = Math.min(batch, programs - first);
    for (const recipe of fc.sample(arbitraryBusyRecipe, { numRuns, seed: seed + first })) {
      const text = printRecipe(recipe);
      const proof = await proveFix(text, subject);
      summary.programs++;
      if (proof.fixed) summary.fixed++;
      summary.cured += proof.cured;
      summary.runs += proof.runs;
      if (proof.failures.length === 0) continue;
      summary.broken++;
      await onBroken?.({ recipe, text, proof });
    }
    onProgress?.(summary);
  }
  return summary;
}

/** The same defect in as little program as can be found. */
export async function minimiseFix({ recipe }: BrokenFix, subject: Subject): Promise<BrokenFix> {
  const attempt = async (smaller: Recipe): Promise<BrokenFix> => {
    const text = printRecipe(smaller);
    return { recipe: smaller, text, proof: await proveFix(text, subject) };
  };
  return attempt(await reduce(recipe, async (smaller) => (await attempt(smaller)).proof.failures.length > 0));
}

/** For the reader: the program, what `--fix` made of it, and what speaks against that. */
export function describeBrokenFix({ text, proof }: BrokenFix): string {
  return [text, "became", proof.after, ...proof.failures.map((failure) => `✖ ${failure}`)].join("\n");
}

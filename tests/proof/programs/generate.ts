import * as fc from "fast-check";
import { arbitraryBusyRecipe } from "./arbitrary-busy.ts";
import { arbitraryRecipe } from "./arbitrary-recipe.ts";
import { printRecipe } from "./print-recipe.ts";

/** Which of all random programs: any, or one of those that a fix is for. */
export interface Generated {
  readonly kind: "any" | "busy";
  readonly seed: number;
}

/** The program as text. */
export function generate({ kind, seed }: Generated): string {
  const [recipe] = fc.sample(kind === "any" ? arbitraryRecipe : arbitraryBusyRecipe, { numRuns: 1, seed });
  return printRecipe(recipe!);
}

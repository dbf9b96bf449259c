import * as fc from "fast-check";
import { acquire, arbitraryRecipe, steps } from "./arbitrary-recipe.ts";
import type { Recipe, Step } from "./recipe.ts";

const CONSTANTS = 4;

/** An acquire into constants, some steps, and the release of it at their end: what a fix is for. */
const straight: fc.Arbitrary<Step[]> = fc
  .tuple(acquire, steps(2), fc.nat({ max: 5 }), steps(1))
  .map(([taken, between, form, after]) => {
    const first: Step = { ...taken, form: taken.form % CONSTANTS };
    return [first, ...between, { kind: "release", form, of: 0 } as const, ...after.slice(1)];
  });

/** The same inside of something else. */
const nested: fc.Arbitrary<Step[]> = fc
  .tuple(fc.nat({ max: 2 }), straight, steps(1))
  .map(([kind, body, after]) => [
    kind === 0
      ? { kind: "if", test: { kind: "constant", which: 0 }, yes: body, no: [] }
      : kind === 1
        ? { kind: "loop", form: 11, labelled: true, test: { kind: "constant", which: 0 }, body }
        : { kind: "try", body, handler: after, cleanup: null },
    ...after,
  ]);

/** Random programs whose contexts are given to work: every other one is of a shape that a fix is for. */
export const arbitraryBusyRecipe: fc.Arbitrary<Recipe> = fc.noBias(
  fc.tuple(arbitraryRecipe, fc.oneof(fc.constant(null), straight, nested)).map(([recipe, body]): Recipe => ({
    ...recipe,
    ...(body && { body, form: recipe.form === "sync" ? "sync" : recipe.form === "generator" ? "generator" : "async" }),
    busy: true,
  })),
);

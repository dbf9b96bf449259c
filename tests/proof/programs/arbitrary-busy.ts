import * as fc from "fast-check";
import { acquire, arbitraryRecipe, jump, steps, test, value } from "./arbitrary-recipe.ts";
import type { Recipe, Step } from "./recipe.ts";

/** Acquires and releases of these forms are plain: into constants, and a call. */
const CONSTANTS = 4;
const CALLS = 6;

/** What stands between an acquire and its release and has nothing to do with either. */
const calm: fc.Memo<Step> = fc.memo((depth) =>
  depth <= 1
    ? simple
    : fc.oneof(
        { weight: 8, arbitrary: simple },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant("if" as const),
            test: test(2),
            yes: fc.array(calm(), { minLength: 1, maxLength: 2 }),
            no: fc.constant([]),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant("loop" as const),
            form: fc.nat({ max: 11 }),
            labelled: fc.boolean(),
            test: test(1),
            body: fc.array(calm(), { minLength: 1, maxLength: 2 }),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({
            kind: fc.constant("try" as const),
            body: fc.array(calm(), { minLength: 1, maxLength: 2 }),
            handler: fc.array(calm(), { maxLength: 1 }),
            cleanup: fc.constant(null),
          }),
        },
      ),
);

const simple: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("evaluate" as const), value: value(2) }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("declare" as const), form: fc.nat({ max: 11 }), value: value(2) }),
  },
  // Under a condition, or all that follows would be dead.
  { weight: 1, arbitrary: jump.map((step) => ({ ...step, form: 6 + (step.form % 6) })) },
);

/** An acquire, some steps, and the release of it at their end: what a fix is for. */
const straight: fc.Arbitrary<Step[]> = fc
  .tuple(acquire, fc.array(calm(3), { minLength: 1, maxLength: 3, size: "max" }), fc.nat(CALLS - 1), steps(1))
  .map(([taken, between, form, after]) => [
    { ...taken, form: taken.form % CONSTANTS },
    ...between,
    { kind: "release", form, of: 0 },
    ...after.slice(1),
  ]);

/** The same inside of something else. */
const nested: fc.Arbitrary<Step[]> = fc
  .tuple(fc.nat({ max: 2 }), test(1), straight, steps(1))
  .map(([kind, asked, body, after]) => [around(kind, asked, body, after), ...after]);

function around(kind: number, asked: Extract<Step, { kind: "if" }>["test"], body: Step[], after: Step[]): Step {
  if (kind === 0) return { kind: "if", test: asked, yes: body, no: [] };
  if (kind === 1) return { kind: "loop", form: 11, labelled: true, test: asked, body };
  return { kind: "try", body, handler: after, cleanup: null };
}

/** Random programs whose contexts are given to work: three in four are of a shape that a fix is for. */
export const arbitraryBusyRecipe: fc.Arbitrary<Recipe> = fc.noBias(
  fc
    .tuple(
      arbitraryRecipe,
      fc.oneof(
        { weight: 1, arbitrary: fc.constant(null) },
        { weight: 2, arbitrary: straight },
        { weight: 1, arbitrary: nested },
      ),
    )
    .map(([recipe, body]): Recipe => ({ ...recipe, ...(body && { body }), busy: true })),
);

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodies } from "./arbitrary-conditions.ts";
import { outcomesOf } from "./outcomes.ts";

/** Values of every kind that tests tell apart, and such that conversions make equal. */
const values: readonly unknown[] = [null, undefined, false, true, 0, 1, NaN, "", "a", "0", "1", 0n, 1n, {}, []];

type Call = (a: () => void, b: () => void, c: () => void, d: () => void, x: unknown, y: unknown, o: object) => void;

/** Really calls a function with this body, and says which of its calls happened. */
function outcomeOf(call: Call, x: unknown, y: unknown): string {
  const happened = new Set<string>();
  const note = (name: string) => () => void happened.add(name);
  call(note("a"), note("b"), note("c"), note("d"), x, y, { a: x, b: y });
  return [...happened].sort().join("");
}

/**
 * What the analysis holds impossible must never happen: random functions of tests and assignments are called with
 * values of every kind, and what they did must be among the outcomes that the analysis leaves.
 */
describe("conditions", () => {
  it("exclude no outcome that a call of the function has", () => {
    let excluded = 0;
    fc.assert(
      fc.property(bodies, (body) => {
        // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is run to see what it does
        const call = new Function("a", "b", "c", "d", "x", "y", "o", body) as Call;
        const possible = outcomesOf(`function f(x, y, o) { ${body} }`);
        const real = new Set(values.flatMap((x) => values.map((y) => outcomeOf(call, x, y))));
        expect(possible).toEqual(expect.arrayContaining([...real]));
        if (possible.length < outcomesOf(`function f(x, y, o) { ${withoutFacts(body)} }`).length) excluded++;
      }),
      { numRuns: 200 },
    );
    // So that the test cannot pass because nothing is ever excluded.
    expect(excluded).toBeGreaterThan(30);
  });
});

/** The same body with tests that say nothing: its outcomes are all that the statements alone allow. */
function withoutFacts(body: string): string {
  return body.replaceAll(/\bif \((?:.*?)\) \{/g, "if (o()) {");
}

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyKind, coversValue, joinValues, kinds } from "../../src/analysis/dataflow/value.ts";
import { abstractValues, contains, type Concrete } from "./arbitrary-values.ts";

/** Values that programs have, at least one of each kind. */
const concretes: readonly Concrete[] = [null, undefined, false, true, 0, -0, NaN, "", 0n, 1, 2, 1n, "1", "a", {}, []];

describe("abstract values", () => {
  it("tell apart what tests tell apart: every value is of exactly one kind", () => {
    const all = Object.values(kinds);
    expect(all.reduce((sum, kind) => sum + kind, 0)).toBe(anyKind);
    for (const concrete of concretes) {
      expect(all.filter((kind) => contains({ kinds: kind }, concrete))).toHaveLength(1);
    }
  });

  it("join is commutative, associative and idempotent", () => {
    fc.assert(
      fc.property(abstractValues, abstractValues, abstractValues, (a, b, c) => {
        expect(joinValues(a, b)).toEqual(joinValues(b, a));
        expect(joinValues(joinValues(a, b), c)).toEqual(joinValues(a, joinValues(b, c)));
        expect(joinValues(a, a)).toEqual(a);
      }),
    );
  });

  it("cover is a partial order", () => {
    fc.assert(
      fc.property(abstractValues, abstractValues, abstractValues, (a, b, c) => {
        expect(coversValue(a, a)).toBe(true);
        if (coversValue(a, b) && coversValue(b, a)) expect(a).toEqual(b);
        if (coversValue(a, b) && coversValue(b, c)) expect(coversValue(a, c)).toBe(true);
      }),
    );
  });

  it("a join is the least upper bound", () => {
    fc.assert(
      fc.property(abstractValues, abstractValues, abstractValues, (a, b, c) => {
        const joined = joinValues(a, b);
        expect(coversValue(joined, a) && coversValue(joined, b)).toBe(true);
        if (coversValue(c, a) && coversValue(c, b)) expect(coversValue(c, joined)).toBe(true);
      }),
    );
  });

  it("order and join mean what they say of real values", () => {
    fc.assert(
      fc.property(abstractValues, abstractValues, fc.constantFrom(...concretes), (a, b, concrete) => {
        if (contains(a, concrete) || contains(b, concrete)) expect(contains(joinValues(a, b), concrete)).toBe(true);
        if (coversValue(a, b) && contains(b, concrete)) expect(contains(a, concrete)).toBe(true);
      }),
    );
  });
});

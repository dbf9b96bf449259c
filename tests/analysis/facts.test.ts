import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coversFacts, joinFacts, nothingKnown, withFact, type Facts } from "../../src/analysis/dataflow/facts.ts";
import { anyKind, kinds } from "../../src/analysis/dataflow/value.ts";
import { abstractValues, contains, factMaps, type Concrete } from "./arbitrary-values.ts";

/** What four variables hold at one moment of a run. */
type Store = Readonly<Record<"a" | "b" | "c" | "d", Concrete>>;

const cells = fc.constantFrom<Concrete>(null, undefined, false, true, 0, "", 1, "a", []);
const stores: fc.Arbitrary<Store> = fc.record({ a: cells, b: cells, c: cells, d: cells });

/** Do the facts hold in this moment? */
function hold(facts: Facts, store: Store): boolean {
  return [...facts].every(([key, value]) => contains(value, store[key as keyof Store]));
}

describe("facts", () => {
  it("join is commutative, associative and idempotent", () => {
    fc.assert(
      fc.property(factMaps, factMaps, factMaps, (a, b, c) => {
        expect(joinFacts(a, b)).toEqual(joinFacts(b, a));
        expect(joinFacts(joinFacts(a, b), c)).toEqual(joinFacts(a, joinFacts(b, c)));
        expect(joinFacts(a, a)).toEqual(a);
      }),
    );
  });

  it("cover is a partial order, with `nothing known` on top", () => {
    fc.assert(
      fc.property(factMaps, factMaps, factMaps, (a, b, c) => {
        expect(coversFacts(a, a)).toBe(true);
        expect(coversFacts(nothingKnown, a)).toBe(true);
        if (coversFacts(a, b) && coversFacts(b, a)) expect(a).toEqual(b);
        if (coversFacts(a, b) && coversFacts(b, c)) expect(coversFacts(a, c)).toBe(true);
      }),
    );
  });

  it("a join is the least upper bound", () => {
    fc.assert(
      fc.property(factMaps, factMaps, factMaps, (a, b, c) => {
        const joined = joinFacts(a, b);
        expect(coversFacts(joined, a) && coversFacts(joined, b)).toBe(true);
        if (coversFacts(c, a) && coversFacts(c, b)) expect(coversFacts(c, joined)).toBe(true);
      }),
    );
  });

  it("order and join mean what they say of running programs", () => {
    fc.assert(
      fc.property(factMaps, factMaps, stores, (a, b, store) => {
        if (hold(a, store) || hold(b, store)) expect(hold(joinFacts(a, b), store)).toBe(true);
        if (coversFacts(a, b) && hold(b, store)) expect(hold(a, store)).toBe(true);
      }),
    );
  });

  it("stop changing after few joins, whatever they are joined with", () => {
    const perKey = Object.keys(kinds).length + 2;
    fc.assert(
      fc.property(factMaps, fc.array(factMaps, { minLength: 30, maxLength: 100 }), (first, others) => {
        let facts = first;
        let changes = 0;
        for (const other of others) {
          const joined = joinFacts(facts, other);
          if (!coversFacts(facts, joined)) changes++;
          facts = joined;
        }
        expect(changes).toBeLessThanOrEqual(first.size * perKey);
      }),
    );
  });

  it("change in one key at a time, and are never changed in place", () => {
    const keys = fc.constantFrom("a", "b");
    fc.assert(
      fc.property(factMaps, keys, fc.option(abstractValues, { nil: undefined }), (facts, key, value) => {
        const copy = new Map(facts);
        const changed = withFact(facts, key, value);
        expect(facts).toEqual(copy);
        expect(changed.get(key)).toEqual(value?.kinds === anyKind ? undefined : value);
        const others = ["a", "b", "c", "d"].filter((other) => other !== key);
        for (const other of others) expect(changed.get(other)).toEqual(facts.get(other));
      }),
    );
  });
});

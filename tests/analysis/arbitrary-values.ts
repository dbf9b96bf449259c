import * as fc from "fast-check";
import { anyKind, kinds, type AbstractValue } from "../../src/analysis/dataflow/value.ts";
import type { Facts } from "../../src/analysis/dataflow/facts.ts";

/** A value of a running program, as far as the tests need them. */
export type Concrete = null | undefined | boolean | number | string | bigint | object;

/** Any non-empty set of kinds, sometimes with a literal. */
export const abstractValues: fc.Arbitrary<AbstractValue> = fc
  .record({
    kinds: fc.integer({ min: 1, max: anyKind }),
    literal: fc.option(fc.constantFrom("number 0", "number 1", "string ", "string a"), { nil: undefined, freq: 2 }),
  })
  .map(({ literal, ...rest }) => ({ ...rest, ...(literal !== undefined && { literal }) }));

/** Facts of up to four keys; a key of which nothing is known is absent, as the analysis keeps them. */
export const factMaps: fc.Arbitrary<Facts> = fc
  .uniqueArray(fc.tuple(fc.constantFrom("a", "b", "c", "d"), abstractValues), { selector: ([key]) => key })
  .map((entries) => new Map(entries.filter(([, value]) => value.kinds !== anyKind)));

/** Does an abstract value stand for this one? */
export function contains({ kinds: set, literal }: AbstractValue, value: Concrete): boolean {
  return (set & kindOf(value)) !== 0 && (literal === undefined || literal === literalOf(value));
}

function kindOf(value: Concrete): number {
  if (value === null) return kinds.null;
  if (value === undefined) return kinds.undefined;
  if (typeof value === "boolean") return value ? kinds.true : kinds.false;
  return value ? kinds.truthy : kinds.falsy;
}

function literalOf(value: Concrete): string | undefined {
  const isPrimitive = typeof value === "number" || typeof value === "string" || typeof value === "bigint";
  return isPrimitive ? `${typeof value} ${value}` : undefined;
}

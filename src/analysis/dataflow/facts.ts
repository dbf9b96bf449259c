import { anyKind, coversValue, joinValues, type AbstractValue } from "./value.ts";

/**
 * What is known on a path, by the key of a place or of a whole condition; a key that is absent may be anything. A join
 * keeps what both sides know, so the lattice has finite height: every join drops keys or widens values.
 */
export type Facts = ReadonlyMap<string, AbstractValue>;

/** The facts of a path on which nothing was asked or assigned yet. */
export const nothingKnown: Facts = new Map();

/** What holds on two paths that meet: the keys that both know, with all that either says they may be. */
export function joinFacts(a: Facts, b: Facts): Facts {
  const joined = new Map<string, AbstractValue>();
  for (const [key, value] of a) {
    const other = b.get(key);
    const both = other && joinValues(value, other);
    if (both && both.kinds !== anyKind) joined.set(key, both);
  }
  return joined;
}

/** Does `a` hold on every path on which `b` holds? */
export function coversFacts(a: Facts, b: Facts): boolean {
  if (a === b) return true;
  for (const [key, value] of a) {
    const other = b.get(key);
    if (!other || !coversValue(value, other)) return false;
  }
  return true;
}

/** The facts with one key known, or with `undefined` forgotten. */
export function withFact(facts: Facts, key: string, value: AbstractValue | undefined): Facts {
  if (!value && !facts.has(key)) return facts;
  const changed = new Map(facts);
  if (value && value.kinds !== anyKind) changed.set(key, value);
  else changed.delete(key);
  return changed;
}

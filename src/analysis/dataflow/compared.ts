import type { Place } from "./places.ts";
import { kinds, type AbstractValue } from "./value.ts";

/** What is compared other than for equality, `count > 0` or `error instanceof Late`, and what its values answer. */
export interface Compared {
  readonly place: Place;
  /** `undefined` where a value tells nothing. */
  readonly answer: (value: AbstractValue) => boolean | undefined;
}

/** A side of a comparison. */
interface Side {
  readonly key: string;
  readonly places: readonly Place[];
}

const orders: Readonly<Record<string, (left: number, right: number) => boolean>> = {
  "<": (left, right) => left < right,
  "<=": (left, right) => left <= right,
  ">": (left, right) => left > right,
  ">=": (left, right) => left >= right,
};

/** The place that is compared with a number that is written there, or with a class; `undefined` for others. */
export function comparedIn(left: Side, operator: string, right: Side): Compared | undefined {
  const [first, second] = [placeOf(left), placeOf(right)];
  if (operator === "instanceof") return first && { place: first, answer: answerOfPrimitive };
  const compare = orders[operator];
  const [a, b] = [numberIn(left.key), numberIn(right.key)];
  if (!compare || (a ?? b) === undefined) return undefined;
  if (first && b !== undefined) return { place: first, answer: withNumber((value) => compare(value, b)) };
  if (second && a !== undefined) return { place: second, answer: withNumber((value) => compare(a, value)) };
  return undefined;
}

/** Not for `typeof` of a place. */
function placeOf({ key, places: [place] }: Side): Place | undefined {
  return place?.key === key ? place : undefined;
}

/** Only an object is one of a class. */
function answerOfPrimitive(value: AbstractValue): boolean | undefined {
  return (value.kinds & kinds.truthy) === 0 || value.literal !== undefined ? false : undefined;
}

function withNumber(accepts: (value: number) => boolean): Compared["answer"] {
  return ({ literal }) => {
    const number = numberIn(literal);
    return number === undefined ? undefined : accepts(number);
  };
}

/** The number of a literal, as its value writes it: `number 3`. */
function numberIn(literal: string | undefined): number | undefined {
  return literal?.startsWith("number ") ? Number(literal.slice("number ".length)) : undefined;
}

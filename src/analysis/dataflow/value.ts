/** The kinds a value can be of, as far as tests tell them apart; an abstract value is a set of them. */
export const kinds = { null: 1, undefined: 2, false: 4, true: 8, falsy: 16, truthy: 32 } as const;

/** The set of all kinds: nothing is known. */
export const anyKind = 63;
/** The kinds of which a test is true. */
export const truthyKinds: number = kinds.true | kinds.truthy;
/** The kinds of which a test is false. */
export const falsyKinds: number = anyKind & ~truthyKinds;
/** The kinds that `?.` and `??` ask for. */
export const nullishKinds: number = kinds.null | kinds.undefined;

/** What a place may hold: a set of kinds, and the literal itself where it is known. */
export interface AbstractValue {
  readonly kinds: number;
  readonly literal?: string;
}

/** The least value that covers both. */
export function joinValues(a: AbstractValue, b: AbstractValue): AbstractValue {
  const literal = a.literal === b.literal ? a.literal : undefined;
  return { kinds: a.kinds | b.kinds, ...(literal !== undefined && { literal }) };
}

/** Is every value of `b` one of `a`? */
export function coversValue(a: AbstractValue, b: AbstractValue): boolean {
  return (a.kinds | b.kinds) === a.kinds && (a.literal === undefined || a.literal === b.literal);
}

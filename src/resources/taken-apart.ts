import { matchesAt } from "../ast/occurrences.ts";

/** The name of a context, signal or controller in a text that ends in a pattern, and all behind it. */
const named = /(?:[cC]tx|[cC]ontext|[sS]ignals?|[cC]ontroller)[^[\]{}();=]{0,200}$/;

/** What a pattern is given, perhaps behind its type. */
const given = /\s*(?::[^=;]{1,200})?=[^=>]/y;

/** As far as a pattern is looked at. */
const maxLength = 220;

/**
 * Where a pattern names a context or signal that it takes out of a value: `[ctx, cancel] = `, `{ signal }: Linked = `.
 *
 * @param end the offset of its last bracket
 * @returns `undefined` for what is no pattern, or names no such thing
 */
export function contextInPattern(text: string, end: number): number | undefined {
  if (!mayBeGiven(text, end + 1) || !matchesAt(given, text, end + 1)) return undefined;
  const start = Math.max(end - maxLength, 0);
  const found = text.slice(start, end).search(named);
  return found < 0 ? undefined : start + found;
}

/** Is there a `=` or `:` on the same line? A look at one character, for the many brackets that end no pattern. */
function mayBeGiven(text: string, offset: number): boolean {
  let at = offset;
  while (text.charCodeAt(at) === 32) at++;
  const code = text.charCodeAt(at);
  return code === 61 || code === 58;
}

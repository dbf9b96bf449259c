/** The name of a context, signal or controller in a text that ends in a pattern, and all behind it. */
const named = /(?:[cC]tx|[cC]ontext|[sS]ignals?|[cC]ontroller)[^[\]{}();=]{0,200}$/;

/** So long is the type behind a pattern. */
const maxType = 200;

/** As far as a pattern is looked at. */
const maxLength = 220;

/**
 * Where a pattern names a context or signal that it takes out of a value: `[ctx, cancel] = `, `{ signal }: Linked = `.
 *
 * @param end the offset of its last bracket
 * @returns `undefined` for what is no pattern, or names no such thing
 */
export function contextInPattern(text: string, end: number): number | undefined {
  if (!isGiven(text, end + 1)) return undefined;
  const start = Math.max(end - maxLength, 0);
  const found = text.slice(start, end).search(named);
  return found < 0 ? undefined : start + found;
}

/**
 * Is something assigned to the pattern that ends here, perhaps behind its type? Written by hand, for the many brackets
 * that end no pattern.
 */
function isGiven(text: string, offset: number): boolean {
  let at = offset;
  while (text.charCodeAt(at) === space) at++;
  if (text.charCodeAt(at) === colon) {
    const type = text.slice(at + 1, at + 2 + maxType);
    const length = type.indexOf("=");
    if (length < 1 || type.lastIndexOf(";", length) >= 0) return false;
    at += 1 + length;
  }
  const next = text.charCodeAt(at + 1);
  return text.charCodeAt(at) === equals && next !== equals && next !== greater;
}

const [space, colon, equals, greater] = [32, 58, 61, 62];

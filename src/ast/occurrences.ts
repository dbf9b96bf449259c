/**
 * Visits each place where a piece of text stands in another, in order, until the visitor says `true`.
 *
 * A search of a whole file costs next to nothing when the piece is short and begins with a rare letter: engines look
 * for that letter alone, many characters at a time (V8 does so for up to six characters). `Timeou` is found ten times
 * as fast as `setTimeout`, and far faster than by a regular expression of all the words of a catalog.
 *
 * @returns whether the visitor said `true`
 */
export function someOccurrence(text: string, piece: string, visit: (offset: number) => boolean): boolean {
  for (let at = text.indexOf(piece); at >= 0; at = text.indexOf(piece, at + piece.length)) if (visit(at)) return true;
  return false;
}

/**
 * Where a name begins, each time it stands in a text as a whole.
 *
 * @param piece a part of it that is found fast: see `someOccurrence`
 */
export function placesOfName(text: string, name: string, piece: string): number[] {
  const places: number[] = [];
  someOccurrence(text, piece, (offset) => {
    const found = nameAround(text, offset);
    if (found.name === name) places.push(found.start);
    return false;
  });
  return places;
}

/** Does a sticky pattern match right at an offset? */
export function matchesAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

/** The name around an offset, as written, with where it begins. */
export function nameAround(text: string, offset: number): { readonly name: string; readonly start: number } {
  let [start, end] = [offset, offset];
  while (start > 0 && isOfName(text.charCodeAt(start - 1))) start--;
  while (end < text.length && isOfName(text.charCodeAt(end))) end++;
  return { name: text.slice(start, end), start };
}

/** A letter, a digit, `_`, `$`, or anything beyond ASCII that is no space. */
function isOfName(code: number): boolean {
  if (code > 127) return String.fromCharCode(code).trim() !== "";
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return isLetter || (code >= 48 && code <= 57) || code === 95 || code === 36;
}

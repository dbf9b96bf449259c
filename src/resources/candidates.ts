import type { Known } from "./known.ts";

/** The words that were found in a text, each with the offsets at which it stands. */
export type Words = ReadonlyMap<string, readonly number[]>;

let last: { readonly text: string; readonly known: Known; readonly words: Words } | undefined;

/**
 * The words of a text that could be part of an acquire. The last answer is kept, since the rules ask one after the
 * other about one file.
 */
export function findCandidates(text: string, known: Known): Words {
  if (last?.text !== text || last.known !== known) last = { text, known, words: findWords(text, known.words) };
  return last.words;
}

/** @param pattern has the flag `g`; its first group, if any, is a derive */
export function findWords(text: string, pattern: RegExp): Words {
  const found = new Map<string, number[]>();
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [word, offset] = wordOf(match);
    const offsets = found.get(word);
    if (offsets) offsets.push(offset);
    else found.set(word, [offset]);
  }
  return found;
}

/** The word and where it stands, without what stands before a derive (`= a.withCancel`) or the quotes of a module. */
function wordOf({ 0: match, 1: derive, index }: RegExpExecArray): readonly [string, number] {
  if (derive !== undefined) return [derive, index + derive.length - 1];
  return /^["']/.test(match) ? [match.slice(1, -1), index + 1] : [match, index];
}

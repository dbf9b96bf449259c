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

/** @param pattern has the flag `g` */
export function findWords(text: string, pattern: RegExp): Words {
  const found = new Map<string, number[]>();
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const offsets = found.get(match[0]);
    if (offsets) offsets.push(match.index);
    else found.set(match[0], [match.index]);
  }
  return found;
}

import type { Edit } from "../fix.ts";

/** What an insertion is, in the order in which insertions of one place follow each other. */
const sorts = ["close", "open", "text"] as const;

interface Change extends Edit {
  readonly rank: number;
}

/** Changes of a text as they are found, in any order. What lies inside of a removed part is dropped with it. */
export class Draft {
  readonly #changes: Change[] = [];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Of several `close` at one place the one that was opened last must come first; they are inserted in that order. */
  insert(at: number, text: string, sort: (typeof sorts)[number]): void {
    this.#changes.push({ range: [at, at], text, rank: sorts.indexOf(sort) });
  }

  replace(range: Edit["range"], text: string): void {
    this.#changes.push({ range, text, rank: sorts.length });
  }

  /** The changes as edits that neither overlap nor touch, in the order of the text. */
  edits(): Edit[] {
    const sorted = this.#changes.toSorted((a, b) => a.range[0] - b.range[0] || a.rank - b.rank);
    const removals = sorted.filter(({ text }) => text === "");
    const edits: Edit[] = [];
    for (const change of sorted) {
      if (change.rank === sorts.indexOf("text") && removals.some((removal) => isIn(change, removal))) continue;
      const before = edits.at(-1);
      if (before && before.range[1] >= change.range[0]) edits.splice(-1, 1, this.#join(before, change));
      else edits.push({ range: change.range, text: change.text });
    }
    return edits;
  }

  /** A part of the text as the changes in it leave it. */
  slice([start, end]: Edit["range"]): string {
    let [written, at] = ["", start];
    for (const { range, text } of this.edits()) {
      written += this.#text.slice(at, range[0]) + text;
      [, at] = range;
    }
    return written + this.#text.slice(at, end);
  }

  #join(before: Edit, { range, text }: Edit): Edit {
    const between = this.#text.slice(before.range[1], range[0]);
    return { range: [before.range[0], Math.max(before.range[1], range[1])], text: before.text + between + text };
  }
}

function isIn({ range: [at] }: Edit, { range: [start, end] }: Edit): boolean {
  return start <= at && at < end;
}

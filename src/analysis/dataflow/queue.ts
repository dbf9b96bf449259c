/** What is to be walked next. */
export interface Queue<T> {
  add(item: T): void;
  take(): T | undefined;
}

/** First in, first out: of two paths to a place the one with fewer edges comes first. */
export function shortestFirst<T>(): Queue<T> {
  const items: T[] = [];
  let next = 0;
  return { add: (item) => void items.push(item), take: () => (next < items.length ? items[next++] : undefined) };
}

/** The lowest rank first: a binary heap. */
export function inOrder<T>(rankOf: (item: T) => number): Queue<T> {
  const heap: { item: T; rank: number }[] = [];
  return {
    add(item) {
      const added = { item, rank: rankOf(item) };
      let at = heap.push(added) - 1;
      while (at > 0) {
        const up = (at - 1) >> 1;
        if (heap[up]!.rank <= added.rank) break;
        heap[at] = heap[up]!;
        at = up;
      }
      heap[at] = added;
    },
    take() {
      const first = heap[0];
      const last = heap.pop();
      if (!first || !last || heap.length === 0) return first?.item;
      let at = 0;
      for (;;) {
        let down = 2 * at + 1;
        if (down + 1 < heap.length && heap[down + 1]!.rank < heap[down]!.rank) down++;
        if (down >= heap.length || heap[down]!.rank >= last.rank) break;
        heap[at] = heap[down]!;
        at = down;
      }
      heap[at] = last;
      return first.item;
    },
  };
}

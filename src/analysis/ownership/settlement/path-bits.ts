/** What a path has seen so far of a timer and its promise. */
export const bits = { armed: 1, settled: 2, cleared: 4, marked: 8 } as const;

/** Of a path behind a `return`, whether that is true to a test: such paths must not meet where the function ends. */
export const truths = { true: 16, false: 32 } as const;

/** Is it a path on which the promise is settled and the timer goes on? */
export function isOpen(state: number): boolean {
  return (state & bits.settled) !== 0 && (state & bits.cleared) === 0;
}

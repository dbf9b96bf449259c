/** A line of the lists of known misses and wrong reports on the page of a rule, and a program for it. */
export interface Limit {
  readonly says: string;
  readonly code: string;
  /** A change of the code that takes the reason away: what was missed is reported, what was reported is not. */
  readonly unless: readonly [from: string, to: string];
  /** The options of the rule, where its defaults do not report the like. */
  readonly options?: object;
  /** The content of `settings.leaks` that goes with the change. */
  readonly settings?: object;
}

/** The first line of a program that uses the library most of them use. */
export const loke = 'import { withAbort, withTimeout } from "@loke/context";\n';

/** The acquire of most programs. */
export const begin = "const { ctx, abort } = withTimeout(parent, 500);";

/** As many lines as asked for, numbered from 0. */
export function numbered(count: number, line: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => line(i)).join("\n  ");
}

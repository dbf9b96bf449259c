import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import type { Acquisition } from "../../../resources/acquisition.ts";
import { writtenNumber } from "../../../scope/written-number.ts";

/** Is it over before anything else runs: a `setTimeout` without a delay? */
export function isOverAtOnce(sourceCode: SourceCode, acquisition: Acquisition): boolean {
  return delayOf(sourceCode, acquisition) === 0;
}

/**
 * Does a one-shot end within a tenth of a second, as what puts a few changes together does? An object that is over
 * holds it no longer than that.
 */
export function isBrief(sourceCode: SourceCode, acquisition: Acquisition): boolean {
  return (delayOf(sourceCode, acquisition) ?? Infinity) <= 100;
}

/**
 * Is it given no time to speak of, which lets others go on first: `Promise.race([sent, sleep(1)])`? More than that may
 * be seconds in the sleep of another file.
 */
export function isMomentary(sourceCode: SourceCode, acquisition: Acquisition): boolean {
  return (delayOf(sourceCode, acquisition) ?? Infinity) <= 1;
}

/** Is it not known to last longer than that? */
export function mayBeBrief(sourceCode: SourceCode, acquisition: Acquisition): boolean {
  return (delayOf(sourceCode, acquisition) ?? 0) <= 100;
}

/** The milliseconds after which it ends by itself; `undefined` where that is never, or the file does not say. */
function delayOf(sourceCode: SourceCode, { node, resource: { delay } }: Acquisition): number | undefined {
  if (delay === undefined) return undefined;
  const given: TSESTree.Node | undefined = node.arguments[delay];
  return given ? longestOf(sourceCode, given) : 0;
}

/** Of `paused ? 100 : 0` the longer one. */
function longestOf(sourceCode: SourceCode, given: TSESTree.Node): number | undefined {
  const node = unwrap(given);
  if (node.type !== "ConditionalExpression") return writtenNumber(sourceCode, node);
  const both = [node.consequent, node.alternate].map((each) => longestOf(sourceCode, each) ?? Infinity);
  const longest = Math.max(...both);
  return longest === Infinity ? undefined : longest;
}

import { structuredPatch } from "diff";
import { cyan, dim, green, red } from "./paint.mjs";

const CONTEXT_LINES = 2;

/**
 * The difference of two texts, as lines for a terminal: what goes in red, what comes in green, and the line numbers of
 * the text before at the head of each part.
 *
 * @param {string} before
 * @param {string} after
 * @returns {string[]}
 */
export function describeDiff(before, after) {
  const { hunks } = structuredPatch("", "", before, after, "", "", { context: CONTEXT_LINES });
  return hunks.flatMap(({ oldStart, oldLines, lines }) => [
    cyan(`lines ${oldStart} to ${oldStart + oldLines - 1}`),
    ...lines.filter((line) => !line.startsWith("\\")).map(paintLine),
  ]);
}

/** @param {string} line */
function paintLine(line) {
  const [sign, text] = [line.slice(0, 1), line.slice(1)];
  const shown = `${sign} ${text}`.trimEnd();
  if (sign === "-") return red(shown);
  return sign === "+" ? green(shown) : dim(shown);
}

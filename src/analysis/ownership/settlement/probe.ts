import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { delayOf } from "./delay-of.ts";
import type { Race } from "./races.ts";

/** Is the timer over at once in this race, which asks whether the others are pending: `Promise.race([p, sleep(0)])`? */
export function isProbe(
  sourceCode: Readonly<TSESLint.SourceCode>,
  timer: TSESTree.CallExpression,
  race: Race,
): boolean {
  return delayOf(sourceCode, timer, race) === 0;
}

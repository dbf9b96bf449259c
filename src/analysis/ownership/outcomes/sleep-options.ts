import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isExportOf, originOf } from "../../../scope/origin.ts";

/**
 * Where a sleep of `timers/promises` takes its options: it is rejected only through a signal in there. `undefined` for
 * any other callee.
 */
export function placeOfSleepOptions(sourceCode: SourceCode, callee: TSESTree.Identifier): number | undefined {
  const origin = originOf(sourceCode, callee);
  if (isExportOf(origin, "timers/promises", ["setTimeout"])) return 2;
  return isExportOf(origin, "timers/promises", ["setImmediate"]) ? 1 : undefined;
}

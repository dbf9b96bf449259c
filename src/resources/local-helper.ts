import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { functionAt } from "../scope/named-function.ts";

/** What a function must do to hold anything: start a timer, listen, derive from something, or call who does. */
const holding =
  /\bset(?:Timeout|Interval)\b|addEventListener|\bon(?:ce|abort)?\s*[(=]|AbortSignal\.|\b(?:subscribe|watch|afterFunc)\b|[wW]ith(?:Timeout|Deadline|Cancel|Abort)|(?:create|make|link|combine)\w*(?:Signal|Abort)|derive/;

/**
 * Can what a call makes hold anything? A helper of this file whose text shows no timer, listener or derive only bundles
 * a controller; forgetting that costs nothing. Of functions from elsewhere nothing is known, so they can.
 */
export function holdsSomething(
  sourceCode: SourceCode,
  { callee }: TSESTree.CallExpression | TSESTree.NewExpression,
): boolean {
  const fn = functionAt(sourceCode, callee);
  return !fn || holding.test(sourceCode.getText(fn));
}

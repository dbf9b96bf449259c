import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";

/**
 * The range of an expression with the parentheses that are written around it. It must stand behind a token of its own,
 * `=` or `=>`: the parentheses of a call around its one argument would be taken for such.
 */
export function rangeInParentheses(sourceCode: SourceCode, node: TSESTree.Node): TSESTree.Range {
  let [start, end] = node.range;
  let before = sourceCode.getTokenBefore(node);
  for (let after = sourceCode.getTokenAfter(node); before?.value === "(" && after;) {
    start = before.range[0];
    end = after.range[1];
    before = sourceCode.getTokenBefore(before);
    after = sourceCode.getTokenAfter(after);
  }
  return [start, end];
}

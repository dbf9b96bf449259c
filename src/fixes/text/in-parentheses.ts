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

/** The `=>` in front of what an arrow function gives, which may be in parentheses. */
export function arrowBefore(sourceCode: SourceCode, body: TSESTree.Node): TSESTree.Token {
  const [start] = rangeInParentheses(sourceCode, body);
  return sourceCode.getTokenBefore(sourceCode.getTokenByRangeStart(start)!)!;
}

/** What stands between the arrow and the expression would be lost, or stand behind a `return` that ends there. */
export function hasCommentBehindArrow(sourceCode: SourceCode, body: TSESTree.Node): boolean {
  const arrow = arrowBefore(sourceCode, body);
  return sourceCode.commentsExistBetween(arrow, sourceCode.getTokenAfter(arrow)!);
}

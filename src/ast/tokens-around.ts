import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "./source-code.ts";

/**
 * The last token that begins before an offset, and the first that begins there or behind it. ESLint's own look-ups take
 * a node or a token, and answer wrongly for other offsets.
 */
export function tokensAround(
  { ast: { tokens } }: SourceCode,
  offset: number,
): { readonly before: TSESTree.Token | undefined; readonly from: TSESTree.Token | undefined } {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.range[0] < offset) low = middle + 1;
    else high = middle;
  }
  return { before: tokens[low - 1], from: tokens[low] };
}

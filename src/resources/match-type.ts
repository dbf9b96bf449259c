import type { TSESTree } from "@typescript-eslint/utils";
import { calleeWord } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { askType } from "../types/ask-type.ts";
import { contextShape } from "../types/context-shape.ts";
import type { Acquisition } from "./acquisition.ts";
import { shapeAcquisition } from "./match-shape.ts";

/**
 * An acquire that only its type gives away: a derive whose result is kept whole, or a function of another file. Without
 * type information nothing is found, and nothing is missed that the rule promises.
 */
export function matchType(
  sourceCode: SourceCode,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
): Acquisition | undefined {
  const parts = askType(sourceCode, node, contextShape);
  const name = calleeWord(node);
  return parts && name ? shapeAcquisition(node, name, { value: parts.value, handles: [parts.handle] }) : undefined;
}

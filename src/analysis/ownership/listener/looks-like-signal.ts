import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";

const signalWord = /signal|abort|cancel/i;

/**
 * Is it an `AbortSignal`? Uploads, readers and transactions have an event of that name too, so its name or its
 * annotation must say so.
 */
export function looksLikeSignal(sourceCode: Readonly<TSESLint.SourceCode>, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (signalWord.test(sourceCode.getText(node))) return true;
  const variable = node.type === "Identifier" ? variableOf(sourceCode, node) : undefined;
  const definition = variable?.defs[0];
  if (!variable || !definition) return false;
  const value = constantValue(variable);
  if (value && signalWord.test(sourceCode.getText(value))) return true;
  const { name } = definition;
  if (name.type === "Identifier" && name.typeAnnotation)
    return /AbortSignal/.test(sourceCode.getText(name.typeAnnotation));
  const loop = definition.node.parent?.parent;
  return loop?.type === "ForOfStatement" && looksLikeSignal(sourceCode, loop.right);
}

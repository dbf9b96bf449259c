import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";

const signalWord = /signal|abort|cancel/i;

/**
 * Is it an `AbortSignal`? Uploads, readers and transactions have an event of that name too, so its name, its
 * annotation or what it is taken from must say so.
 */
export function looksLikeSignal(sourceCode: Readonly<TSESLint.SourceCode>, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (signalWord.test(sourceCode.getText(node))) return true;
  const variable = variableOf(sourceCode, node);
  const definition = variable?.defs[0];
  if (!variable || !definition) return false;
  const { name } = definition;
  const loop = definition.node.parent?.parent;
  const told = [constantValue(variable), name.type === "Identifier" ? name.typeAnnotation : undefined];
  if (told.some((each) => each && signalWord.test(sourceCode.getText(each)))) return true;
  return loop?.type === "ForOfStatement" && looksLikeSignal(sourceCode, loop.right);
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../ast/functions.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { constantValue, variableOf } from "./variables.ts";

/**
 * Is it a promise that nothing resolves, itself or in a constant: `new Promise((_, reject) => …)`? It ends a wait
 * before its time, and is never what is waited for.
 *
 * It does not see one that a function makes.
 */
export function isRejectedOnly(sourceCode: SourceCode, promise: TSESTree.Node): boolean {
  const node = unwrap(promise);
  const value = node.type === "Identifier" ? constantValue(variableOf(sourceCode, node)) : node;
  const made = value && unwrap(value);
  if (made?.type !== "NewExpression") return false;
  const [executor] = made.arguments;
  const [resolve] = isFunction(executor) ? executor.params : [];
  if (!isFunction(executor) || resolve?.type !== "Identifier") return false;
  const declared = sourceCode.getDeclaredVariables(executor).find(({ name }) => name === resolve.name);
  return declared?.references.length === 0;
}

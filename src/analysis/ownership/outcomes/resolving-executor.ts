import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isNewPromise } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isInert } from "./inert.ts";

/** `new Promise((resolve) => { setTimeout(resolve, ms); })`: nobody can reject it, and nothing unknown resolves it. */
export function isResolveOnly(sourceCode: SourceCode, made: TSESTree.NewExpression): boolean {
  const [executor] = made.arguments;
  if (!isNewPromise(made) || !isFunction(executor) || executor.async) return false;
  const [resolve, ...others] = executor.params;
  if (resolve && resolve.type !== "Identifier") return false;
  return others.every((other) => isUnused(sourceCode, executor, other)) && isInert(sourceCode, executor, resolve?.name);
}

/** A parameter that is only there: `(resolve, reject) => { stop = resolve; }`. */
function isUnused(sourceCode: SourceCode, executor: FunctionNode, param: TSESTree.Node): boolean {
  if (param.type !== "Identifier") return false;
  const variable = sourceCode.getDeclaredVariables(executor).find(({ name }) => name === param.name)!;
  return variable.references.length === 0;
}

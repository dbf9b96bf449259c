import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isNewPromise } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { keeperOf } from "../functions/executor.ts";
import { isInert } from "./inert.ts";

/**
 * `new Promise((resolve) => { setTimeout(resolve, ms); })`: nobody can reject it, and nothing unknown resolves it.
 *
 * @param own code that may reject it all the same, through a variable that has its reject
 */
export function isResolveOnly(sourceCode: SourceCode, made: TSESTree.NewExpression, own?: TSESTree.Node): boolean {
  const [executor] = made.arguments;
  if (!isNewPromise(made) || !isFunction(executor) || executor.async) return false;
  const [resolve, ...others] = executor.params;
  if (resolve && resolve.type !== "Identifier") return false;
  return (
    others.every((other) => isUnused(sourceCode, { executor, own }, other)) &&
    isInert(sourceCode, executor, resolve && parameterNamed(sourceCode, executor, resolve))
  );
}

function parameterNamed(sourceCode: SourceCode, fn: FunctionNode, param: TSESTree.Identifier): Variable {
  return sourceCode.getDeclaredVariables(fn).find(({ name }) => name === param.name)!;
}

interface Asked {
  readonly executor: FunctionNode;
  readonly own: TSESTree.Node | undefined;
}

/** A parameter that is only there, `(resolve, reject) => { stop = resolve; }`, or kept for its own code alone. */
function isUnused(sourceCode: SourceCode, { executor, own }: Asked, param: TSESTree.Node): boolean {
  if (param.type !== "Identifier") return false;
  const { references } = parameterNamed(sourceCode, executor, param);
  return references.every(({ identifier }) => own !== undefined && isKeptFor(sourceCode, identifier, own));
}

/** `fail = reject;`, and nobody but `own` reads `fail`. */
function isKeptFor(sourceCode: SourceCode, settler: TSESTree.Node, own: TSESTree.Node): boolean {
  const variable = variableOf(sourceCode, keeperOf(settler));
  return variable !== undefined && readsOf(variable).every((read) => isWithin(read, own));
}

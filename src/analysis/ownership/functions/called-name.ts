import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { isWrapper } from "../../../resources/match-lifecycle.ts";
import { nameOfFunction, nameOfValue } from "../../../scope/named-function.ts";
import type { Variable } from "../../../scope/variables.ts";

/**
 * The constant name by which a function is called: its own, or that of a call which hands it back as it is, `const f =
 * useCallback(async () => { … }, [])`. `undefined` for one without.
 */
export function calledName(sourceCode: SourceCode, fn: FunctionNode): Variable | undefined {
  let value: TSESTree.Node = fn;
  for (let call = wrapperOf(sourceCode, value); call; call = wrapperOf(sourceCode, value)) value = call;
  return value === fn ? nameOfFunction(sourceCode, fn) : nameOfValue(sourceCode, value);
}

function wrapperOf(sourceCode: SourceCode, value: TSESTree.Node): TSESTree.CallExpression | undefined {
  const given = outermost(value);
  const { parent } = given;
  const isGiven = parent?.type === "CallExpression" && parent.arguments[0] === given;
  return isGiven && isWrapper(sourceCode, parent) ? parent : undefined;
}

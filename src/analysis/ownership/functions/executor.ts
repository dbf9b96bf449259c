import type { TSESTree } from "@typescript-eslint/utils";
import { promiseOf } from "../../../ast/executor.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { variableOf, type Variable } from "../../../scope/variables.ts";
import { isImmediate } from "../../control-flow/immediate-callback.ts";

/** The executor a node runs in; `undefined` where a function in between runs later. */
export function findExecutor(node: TSESTree.Node): FunctionNode | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (!isFunction(at)) continue;
    if (promiseOf(at)) return at;
    if (!isImmediate(at)) return undefined;
  }
  return undefined;
}

/** The `new Promise` in whose executor a node runs; `undefined` where a function in between runs later. */
export function promiseAround(node: TSESTree.Node): TSESTree.NewExpression | undefined {
  const executor = findExecutor(node);
  return executor && promiseOf(executor);
}

/** The resolve and the reject of an executor; `undefined` where it takes them apart, overwrites them or has `this`. */
export function settlersOf(sourceCode: SourceCode, executor: FunctionNode): Variable[] | undefined {
  if (executor.params.some((param) => param.type !== "Identifier" || param.name === "this")) return undefined;
  const settlers = sourceCode.getDeclaredVariables(executor).filter(({ defs: [def] }) => def?.type === "Parameter");
  return settlers.some(({ references }) => references.some((reference) => reference.isWrite())) ? undefined : settlers;
}

/** The variables that an executor puts its functions into: `new Promise((resolve) => { wake = resolve; … })`. */
export function keptSettlersOf(sourceCode: SourceCode, settlers: readonly Variable[]): Variable[] {
  return settlers.flatMap(({ references }) =>
    references.flatMap(({ identifier }) => variableOf(sourceCode, keeperOf(identifier)) ?? []),
  );
}

/** The name that a value is given to by an assignment; `undefined` for a value that is used otherwise. */
export function keeperOf(settler: TSESTree.Node): TSESTree.Identifier | undefined {
  const value = outermost(settler);
  const { parent } = value;
  const isKept = parent.type === "AssignmentExpression" && parent.operator === "=" && parent.right === value;
  return isKept && parent.left.type === "Identifier" ? parent.left : undefined;
}

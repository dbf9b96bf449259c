import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { promiseOf } from "../../../ast/executor.ts";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { abortedBy } from "../../../resources/aborted-by.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import type { Obligation } from "../../obligations/obligation.ts";

/** What a timer is there to end: what is held by these variables, and the promise that it settles. */
export interface Ended {
  readonly variables: ReadonlySet<TSESLint.Scope.Variable>;
  readonly promise: TSESTree.NewExpression | undefined;
}

/**
 * What a timer ends when it fires: the controllers that its callback aborts, and the promise in whose executor it is
 * set, as a racer has it. Work that was given one of these needs the timer until it has settled.
 */
export function endedByTimer(sourceCode: SourceCode, { acquisition: { node } }: Obligation): Ended {
  const [callback] = node.arguments;
  const variables = new Set<TSESLint.Scope.Variable>();
  if (callback) collectAborted(sourceCode, callback, variables);
  return { variables, promise: executedPromise(node) };
}

/** `controller` of each `controller.abort` that stands in the callback, or in the local function of that name. */
function collectAborted(
  sourceCode: SourceCode,
  callback: TSESTree.Node,
  variables: Set<TSESLint.Scope.Variable>,
): void {
  const name = unwrap(callback);
  const named = variableOf(sourceCode, name);
  const body = (named && constantValue(named)) ?? callback;
  for (const token of sourceCode.getTokens(body)) {
    if (token.value !== "abort") continue;
    const variable = abortedBy(sourceCode, sourceCode.getNodeByRangeIndex(token.range[0])!.parent!);
    if (variable) variables.add(variable);
  }
}

/** The `new Promise` in whose executor a call stands. */
function executedPromise(node: TSESTree.Node): TSESTree.NewExpression | undefined {
  const fn = enclosingFunction(node);
  return isFunction(fn) ? promiseOf(fn) : undefined;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { resultsOf } from "../../../ast/returns-of.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, functionOf, variableOf } from "../../../scope/variables.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { namesGiven, type GivenNames } from "../functions/given-names.ts";

/** A function that a call of another one of this file makes: `abortBy(signal)`, `this.makeAbort(controller)`. */
export interface MadeFunction {
  readonly fn: FunctionNode;
  readonly maker: FunctionNode;
  readonly call: TSESTree.CallExpression;
  readonly given: GivenNames;
}

/** The listener that a call makes, which may be a constant; `undefined` for one that is made otherwise. */
export function madeFor(sourceCode: SourceCode, listener: TSESTree.Node): MadeFunction | undefined {
  const node = unwrap(listener);
  const value = node.type === "Identifier" ? constantValue(variableOf(sourceCode, node)) : node;
  const call = value && unwrap(value);
  if (call?.type !== "CallExpression") return undefined;
  const maker = ownFunctionAt(sourceCode, call.callee);
  const fn = maker && functionMadeBy(sourceCode, maker);
  return maker && fn ? { fn, maker, call, given: namesGiven(sourceCode, maker, call) } : undefined;
}

/** The one function that another one returns. */
function functionMadeBy(sourceCode: SourceCode, maker: FunctionNode): FunctionNode | undefined {
  const [only, ...more] = resultsOf(maker);
  const value = only && more.length === 0 ? unwrap(only) : undefined;
  if (isFunction(value)) return value;
  const variable = value && variableOf(sourceCode, value);
  return variable && functionOf(variable);
}

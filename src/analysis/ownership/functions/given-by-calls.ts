import type { TSESTree } from "@typescript-eslint/utils";
import { callOf, takerOf } from "../../../ast/calls.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import { calleeMatches, propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { toolMaker } from "../../../resources/catalog/signals/platform.ts";
import { isWrapper } from "../../../resources/match-lifecycle.ts";
import { indexOfParam } from "../../../scope/parameters.ts";
import { calledName } from "./called-name.ts";
import { findCalls } from "./calls-of.ts";

/** What one call gives a parameter: none where it leaves it out, all that are left where that is a rest. */
export interface Given {
  readonly call: TSESTree.CallExpression;
  readonly given: readonly TSESTree.CallExpressionArgument[];
}

/** What the calls of a function in this file give one of its parameters. */
export function argumentsOf(sourceCode: SourceCode, fn: FunctionNode, param: TSESTree.Node): Given[] {
  const index = indexOfParam(fn, param);
  if (index < 0) return [];
  return findCalls(sourceCode, fn).map((call) => ({ call, given: givenAt(call, index, param.type === "RestElement") }));
}

/** Behind a spread it is the spread, of which nobody knows more. */
function givenAt({ arguments: given }: Given["call"], index: number, isRest: boolean): Given["given"] {
  const spread = given.slice(0, index).find(({ type }) => type === "SpreadElement");
  if (spread) return [spread];
  return isRest ? given.slice(index) : given.slice(index, index + 1);
}

/** All that a parameter is given; `undefined` where other files may call the function, or nothing here does. */
export function givenByCalls(
  sourceCode: SourceCode,
  fn: FunctionNode,
  param: TSESTree.Node,
): TSESTree.CallExpressionArgument[] | undefined {
  const calls = isOfFile(sourceCode, fn) ? argumentsOf(sourceCode, fn, param) : [];
  return calls.length > 0 ? calls.flatMap(({ given }) => given) : undefined;
}

/** Is it called where it stands, or by a name that is not exported? */
function isOfFile(sourceCode: SourceCode, fn: FunctionNode): boolean {
  const variable = calledName(sourceCode, fn);
  const definition = variable?.defs[0];
  if (!definition) return callOf(fn) !== undefined;
  const declaration = definition.parent ?? definition.node;
  if (declaration.parent?.type.startsWith("Export")) return false;
  return !variable.references.some(({ identifier }) => /^Export/.test(identifier.parent.type));
}

/**
 * Is a function an argument, or in an object that is one? Whoever calls it makes a signal for each call. Not of a call
 * that hands it back as it is, `useCallback`: then it is called by that name. Nor is it what a tool executes.
 */
export function isGivenAway(sourceCode: SourceCode, fn: FunctionNode): boolean {
  for (let at: TSESTree.Node = outermost(fn); at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === "CallExpression" && isWrapper(sourceCode, parent)) continue;
    if (parent.type === "Property" && isOfTool(parent)) return false;
    if (parent.type === "CallExpression" && isToolItself(at, parent)) return false;
    if (parent.type === "CallExpression" || parent.type === "NewExpression") return parent.callee !== at;
    if (parent.type === "JSXExpressionContainer") return true;
    if (parent.type !== "Property" && parent.type !== "ObjectExpression" && outermost(at) === at) return false;
  }
  return false;
}

/** `tool({ execute: async (input, { abortSignal }) => … })`, `new Tool({ func: async (input, run, config) => … })` */
function isOfTool(property: TSESTree.Property): boolean {
  const maker = takerOf(property.parent);
  if (!maker || !/^(?:execute|func|call)$/.test(propertyName(property) ?? "")) return false;
  return calleeMatches(maker, toolMaker);
}

/** `tool(async (input, config) => …, { name, schema })` */
function isToolItself(fn: TSESTree.Node, call: TSESTree.CallExpression): boolean {
  const [first, definition] = call.arguments;
  return first === fn && definition?.type === "ObjectExpression" && calleeMatches(call, toolMaker);
}

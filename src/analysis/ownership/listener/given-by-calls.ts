import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import { propertyName } from "../../../ast/names.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { isWrapper } from "../../../resources/match-lifecycle.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { findCalls } from "../settlement/calls-of.ts";

/**
 * What the calls of a function give one of its parameters, or a name in a parameter that is taken apart.
 *
 * It does not see a name that is taken out of an array, or deeper inside of an object.
 *
 * @returns `undefined` where other files may call it, or nothing here does
 */
export function givenByCalls(
  sourceCode: Readonly<TSESLint.SourceCode>,
  fn: FunctionNode,
  name: TSESTree.Node,
): TSESTree.Node[] | undefined {
  const param = paramOf(name);
  const property = propertyAround(name);
  const key = property && propertyName(property);
  const index = fn.params.findIndex((each) => (each.type === "AssignmentPattern" ? each.left : each) === param);
  const calls = index >= 0 && isOfFile(sourceCode, fn) ? findCalls(sourceCode, fn) : [];
  if (calls.length === 0) return undefined;
  return calls.flatMap(({ arguments: given }) => (given[index] ? [partOf(given[index], key)] : []));
}

/** The parameter that a name belongs to: itself, or the object pattern that it stands in. */
export function paramOf(name: TSESTree.Node): TSESTree.Node {
  return propertyAround(name)?.parent ?? name;
}

/** `{ name }` and `{ key: name = value }` */
function propertyAround({ parent }: TSESTree.Node): TSESTree.Property | undefined {
  const property = parent?.type === "AssignmentPattern" ? parent.parent : parent;
  return property?.type === "Property" ? property : undefined;
}

/** Is it called where it stands, or by a name that is not exported where it is declared? */
function isOfFile(sourceCode: Readonly<TSESLint.SourceCode>, fn: FunctionNode): boolean {
  const definition = nameOfFunction(sourceCode, fn)?.defs[0];
  if (!definition) return callOf(fn) !== undefined;
  const declaration = definition.parent ?? definition.node;
  return !declaration.parent?.type.startsWith("Export");
}

/** What a call gives under a key, where it writes the object there; all that it gives otherwise. */
function partOf(given: TSESTree.Node, key: string | undefined): TSESTree.Node {
  const object = unwrap(given);
  if (key === undefined || object.type !== "ObjectExpression") return given;
  const part = object.properties.find((each) => each.type === "Property" && propertyName(each) === key);
  return part?.type === "Property" ? part.value : given;
}

/**
 * Is a function an argument, or in an object that is one? Whoever calls it makes a signal for each call. Not of a call
 * that hands it back as it is, `useCallback`: then it is called by that name.
 */
export function isGivenAway(sourceCode: Readonly<TSESLint.SourceCode>, fn: FunctionNode): boolean {
  for (let at: TSESTree.Node = outermost(fn); at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === "CallExpression" && isWrapper(sourceCode, parent)) continue;
    if (parent.type === "CallExpression" || parent.type === "NewExpression") return parent.callee !== at;
    if (parent.type === "JSXExpressionContainer") return true;
    if (parent.type !== "Property" && parent.type !== "ObjectExpression" && outermost(at) === at) return false;
  }
  return false;
}

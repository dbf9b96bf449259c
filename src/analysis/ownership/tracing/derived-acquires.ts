import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { calleeWord } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import type { Acquisition, HandlePath } from "../../../resources/acquisition.ts";
import { teardownMethods } from "../../../resources/catalog/lifecycles/objects.ts";
import { cancelWord, cleanupWord } from "../../../resources/derive-words.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { findCalls } from "../functions/calls-of.ts";
import type { Traced } from "./trace-obligation.ts";

/**
 * A function that acquires a resource and returns it is itself an acquire: the calls of it in this file. It must hand
 * the obligation over whole, by its returns alone; one that also keeps it somewhere has made it someone else's.
 */
export function findDerivedAcquires(sourceCode: SourceCode, { obligation, handovers }: Traced): Acquisition[] {
  const { root, acquisition, effects } = obligation;
  if (handovers.length === 0 || !isFunction(root) || root.generator) return [];
  const returns = new Set(handovers.map(({ statement }) => statement));
  const isKept = [...effects].some(([node, list]) => list.some(({ kind }) => kind === "escape") && !returns.has(node));
  // What is released before it is returned is over when the caller gets it.
  const isOver = [...effects].some(
    ([node, list]) =>
      list.some(({ kind }) => kind === "release") &&
      isStraight(node, root) &&
      [...returns].every(({ range }) => node.range[1] <= range[0]),
  );
  const isNamed = handovers.every(({ closure, path }) => !closure || path.every(isReleaseName));
  const calls = isKept || isOver || !isNamed ? [] : callsOf(sourceCode, root);
  if (calls.length === 0) return [];
  const resource = {
    ...acquisition.resource,
    awaited: root.async,
    ...(handovers.every(({ closure }) => closure) && { release: { by: "call" } as const }),
    // What a closure does beside the release is not known.
    ...(handovers.some(({ closure }) => closure) && { traits: { idempotent: false, stateless: false } }),
  };
  const paths = handovers.map(({ path }) => path);
  return calls
    .filter((node) => !root.async || node.parent.type === "AwaitExpression")
    .map((node) => ({ node, name: calleeWord(node) ?? "", resource, paths }));
}

/** The calls of a function by its name, or of a method that only its class calls: `private arm()`, `#arm()`. */
function callsOf(sourceCode: SourceCode, fn: FunctionNode): TSESTree.CallExpression[] {
  const { parent } = fn;
  const isPrivate =
    parent.type === "MethodDefinition" &&
    parent.kind === "method" &&
    (parent.key.type === "PrivateIdentifier" || parent.accessibility === "private");
  if (isPrivate) return findCalls(sourceCode, fn);
  return (nameOfFunction(sourceCode, fn)?.references ?? []).flatMap(({ identifier }) => callOf(identifier) ?? []);
}

/** Does it happen whenever the function runs? */
function isStraight(node: TSESTree.Node, { body }: FunctionNode): boolean {
  const parent = outermost(node).parent;
  const statement = parent.type === "AwaitExpression" ? outermost(parent).parent : parent;
  return statement.type === "ExpressionStatement" && statement.parent === body;
}

/** A closure in an object is a way to release by its name: `cancel`, `stop`. Others have their own ends. */
function isReleaseName(part: HandlePath[number]): boolean {
  const name = typeof part === "object" ? String(part[0]) : part;
  return typeof name === "number" || cancelWord.test(name) || cleanupWord.test(name) || teardownMethods.has(name);
}

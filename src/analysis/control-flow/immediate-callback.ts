import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../ast/functions.ts";
import { isName, isNewPromise } from "../../ast/names.ts";
import { isPackage } from "../../ast/packages.ts";
import { outermost, unwrap } from "../../ast/transparent.ts";

/** A function literal that runs during the call it stands in, and so belongs to the graph around it. */
export interface ImmediateCallback {
  readonly fn: FunctionNode;
  readonly times: "once" | "many";
  /** A promise executor's throw rejects the promise; it does not reach the code around it. */
  readonly swallowsThrow: boolean;
}

const arrayMethods = new Set(
  "map forEach filter some every find findIndex findLast findLastIndex flatMap reduce reduceRight sort toSorted".split(
    " ",
  ),
);

/**
 * The callback of a promise executor, an immediately invoked function or an array method; `undefined` where none runs
 * now. An async function counts only when invoked and awaited on the spot; a generator never runs at once.
 *
 * It does not see: a method of these names on something that is no array and calls back later, unless that is a whole
 * package: `es.map(…)`.
 */
export function findImmediateCallback(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
): ImmediateCallback | undefined {
  const [first, second] = call.arguments;
  if (call.type === "NewExpression") {
    return isNewPromise(call) && isPlain(first) ? { fn: first, times: "once", swallowsThrow: true } : undefined;
  }
  const callee = unwrap(call.callee);
  if (isFunction(callee)) {
    const now = !callee.generator && (!callee.async || outermost(call).parent.type === "AwaitExpression");
    return now ? { fn: callee, times: "once", swallowsThrow: false } : undefined;
  }
  if (callee.type !== "MemberExpression" || callee.property.type !== "Identifier" || callee.computed) return undefined;
  const { name } = callee.property;
  const isArrayFrom = name === "from" && isName(callee.object, "Array");
  const fn = isArrayFrom ? second : arrayMethods.has(name) && !isPackage(callee.object) ? first : undefined;
  return isPlain(fn) ? { fn, times: "many", swallowsThrow: false } : undefined;
}

function isPlain(
  node: TSESTree.Node | undefined,
): node is TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression {
  return isFunction(node) && !node.async && !node.generator;
}

/** Does this function run during the call it is written in, as part of the graph around it? */
export function isImmediate(fn: FunctionNode): boolean {
  const { parent } = outermost(fn);
  const isCall = parent.type === "CallExpression" || parent.type === "NewExpression";
  return isCall && findImmediateCallback(parent)?.fn === fn;
}

/** Does `node` run as part of the root's own graph? */
export function runsIn(node: TSESTree.Node, root: TSESTree.Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at === root) return true;
    if (isFunction(at) && !isImmediate(at)) return false;
  }
  return false;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import { calleeWord } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost } from "../../../ast/transparent.ts";
import { starting, ending } from "../../../resources/catalog/signals/platform.ts";
import { promiseSort } from "../promise-valued.ts";
import type { Variable } from "../settlement/uses.ts";

/** Is there work behind a place that the function waits for? Where there is none, it has set something up there. */
export function goesOn(sourceCode: Readonly<TSESLint.SourceCode>, place: TSESTree.Node, root: FunctionNode): boolean {
  if (root.body.type !== "BlockStatement") return true;
  for (const node of ownNodes(sourceCode, root.body)) {
    const isWait =
      node.type === "AwaitExpression" ||
      node.type === "YieldExpression" ||
      (node.type === "ForOfStatement" && node.await) ||
      (node.type === "ReturnStatement" && node.argument && promiseSort(sourceCode, node.argument) !== undefined);
    if (isWait && node.range[1] > place.range[1]) return true;
  }
  return false;
}

/**
 * Does something that a listener acts on last until the abort? Nothing else names it, it is waited for by itself, or it
 * was started and nothing else stops it.
 */
export function isForGood({ references }: Variable, listener: TSESTree.Node): boolean {
  const others = references.filter(({ identifier, init }) => !init && !isWithin(identifier, listener));
  if (others.length === 0 || others.some(({ identifier }) => isAwaited(identifier))) return true;
  const called = others.map(({ identifier }) => methodCalled(identifier) ?? "");
  return called.some((name) => starting.test(name)) && !called.some((name) => ending.test(name));
}

/** `await future.done`, not `await work.run()`. */
function isAwaited(identifier: TSESTree.Node): boolean {
  let at = outermost(identifier);
  while (at.parent?.type === "MemberExpression" && at.parent.object === at) at = outermost(at.parent);
  if (at.parent?.type === "AwaitExpression") return true;
  return at.parent?.type === "ReturnStatement" && at !== identifier;
}

function methodCalled(identifier: TSESTree.Node): string | undefined {
  const { parent } = outermost(identifier);
  const call = parent?.type === "MemberExpression" ? callOf(parent) : undefined;
  return call && calleeWord(call);
}

import type { TSESTree } from "@typescript-eslint/utils";

/**
 * Does a function stop here until something else has run: at an `await`, a `for await` or a `yield`? An `await using`
 * is not seen, which waits at the end of its block.
 */
export function isPause(node: TSESTree.Node): boolean {
  return node.type === "YieldExpression" || isAwaiting(node);
}

/** Does a function wait here for a promise, which may reject: an `await` or a `for await`? */
export function isAwaiting(node: TSESTree.Node): boolean {
  return node.type === "AwaitExpression" || (node.type === "ForOfStatement" && node.await);
}

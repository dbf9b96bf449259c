import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { buildGraph } from "../../control-flow/build-graph.ts";
import { isThrownByCall } from "../../control-flow/graph.ts";
import { promisesReturned } from "./returned-promises.ts";

/**
 * A function whose every path gives a value or promise that cannot be rejected; of an async one, that also throws
 * nothing: its graph has no way to a throw.
 *
 * @param reject may a value that it gives, or waits for, be rejected?
 */
export function functionCanReject(
  sourceCode: SourceCode,
  fn: FunctionNode,
  reject: (value: TSESTree.Node) => boolean,
): boolean {
  if (fn.generator) return true;
  // A body is judged once, however often the function is called.
  if (fn.body.type === "BlockStatement" || !fn.async) return reject(fn.body);
  return pathsCanReject(sourceCode, fn, reject);
}

/** The same of a body that is a block, or of an async function. */
export function pathsCanReject(
  sourceCode: SourceCode,
  fn: FunctionNode,
  reject: (value: TSESTree.Node) => boolean,
): boolean {
  const graph = buildGraph(fn, {
    throws: "await",
    mayThrow: (node) => node.type !== "AwaitExpression" || reject(node.argument),
    neverReturns: () => false,
  });
  const reached = new Set([graph.entry]);
  for (const { events, edges } of reached) {
    const returned = events.flatMap(({ node }) =>
      node === fn ? fn.body : node.type === "ReturnStatement" ? (node.argument ?? []) : [],
    );
    const awaited = fn.async ? returned.flatMap((each) => promisesReturned(sourceCode, each)) : returned;
    if (awaited.some(reject)) return true;
    for (const edge of edges) if (!isThrownByCall(edge)) reached.add(edge.to);
  }
  return reached.has(graph.exits.throw);
}

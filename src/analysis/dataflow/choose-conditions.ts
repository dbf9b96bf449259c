import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../ast/functions.ts";
import { isLoop } from "../../ast/loops.ts";
import type { GraphRoot } from "../control-flow/graph.ts";

/** A part of the text. */
type Span = readonly [from: number, to: number];

/** What is left where only so much can be kept at once, and what is not. */
export interface Choice<T> {
  readonly kept: readonly T[];
  readonly dropped: readonly T[];
}

/**
 * Keeps at most so many at any place of the text, and of those that meet there the ones that begin first. A function
 * may have any number of flags that are each set and tested in one place; it is those that are open together that cost.
 *
 * @param spanOf from where to where each is of use: `spanIn`
 */
export function chooseConditions<T>(all: readonly T[], most: number, spanOf: (each: T) => Span): Choice<T> {
  if (all.length <= most) return { kept: all, dropped: [] };
  const kept: T[] = [];
  const dropped: T[] = [];
  let open: number[] = [];
  const inOrder = all.map((each) => ({ each, span: spanOf(each) })).sort((a, b) => a.span[0] - b.span[0]);
  for (const { each, span } of inOrder) {
    open = open.filter((end) => end > span[0]);
    if (open.length === most) {
      dropped.push(each);
      continue;
    }
    kept.push(each);
    open.push(span[1]);
  }
  return { kept, dropped };
}

/**
 * From the first of the nodes to the last, with the whole of a loop around one: its next turn knows what it found.
 *
 * @param scopes where the variables are declared: no turn knows those of the turn before
 */
export function spanIn(root: GraphRoot, nodes: readonly TSESTree.Node[], scopes: readonly TSESTree.Node[]): Span {
  let [from, to] = [Infinity, 0];
  for (const node of nodes) {
    const { range } = outermostLoop(node, [root, ...scopes]);
    from = Math.min(from, range[0]);
    to = Math.max(to, range[1]);
  }
  return [from, to];
}

/** The outermost loop around a node inside of these, or callback that may run again; without one the node itself. */
function outermostLoop(node: TSESTree.Node, within: readonly TSESTree.Node[]): TSESTree.Node {
  let found = node;
  for (let at = node.parent; at && !within.includes(at); at = at.parent) if (isLoop(at) || isFunction(at)) found = at;
  return found;
}

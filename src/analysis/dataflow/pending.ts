import { exceed } from "../bounded.ts";
import { bounds } from "../bounds.ts";
import type { Completion, Edge } from "../control-flow/graph.ts";

/** The completions pending in the `finally` bodies around a place, innermost first. Equal stacks are identical. */
export interface Pending {
  readonly completion: Completion | undefined;
  readonly below: Pending | undefined;
  readonly depth: number;
  readonly id: number;
  readonly pushed: Map<Completion, Pending>;
  /** The numbering that all stacks of one graph share. */
  readonly numbering: { count: number };
}

/** The empty stack, from which all stacks of one graph are made. */
export function noPending(): Pending {
  return { completion: undefined, below: undefined, depth: 0, id: 0, pushed: new Map(), numbering: { count: 1 } };
}

/** The stack after an edge; `undefined` when the edge takes up a completion that is not the pending one. */
export function crossPending(pending: Pending, edge: Edge): Pending | undefined {
  if (edge.leaves && pending.completion !== edge.leaves) return undefined;
  const kept = unwindTo(pending, edge.enters ? edge.to.depth - 1 : edge.to.depth);
  return edge.enters ? push(kept, edge.enters) : kept;
}

/** Leaving `finally` bodies, normally or not, drops what was pending in them. */
function unwindTo(pending: Pending, depth: number): Pending {
  let kept = pending;
  while (kept.depth > depth && kept.below) kept = kept.below;
  return kept;
}

function push(below: Pending, completion: Completion): Pending {
  let pushed = below.pushed.get(completion);
  if (!pushed) {
    const { numbering } = below;
    // `finally` in `finally`, each left in several ways, has a number of stacks that grows as a power of its depth.
    if (numbering.count > bounds.completions.most) exceed(bounds.completions);
    pushed = { completion, below, depth: below.depth + 1, id: numbering.count++, pushed: new Map(), numbering };
    below.pushed.set(completion, pushed);
  }
  return pushed;
}

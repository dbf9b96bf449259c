import type { Block, Completion, Graph } from "../../../src/analysis/control-flow/graph.ts";
import type { Labels } from "../instrument/labels.ts";
import type { Run } from "../run/run.ts";

/** The completions that wait at the end of the `finally` bodies around a place, innermost first. */
interface Pending {
  readonly completion: Completion;
  readonly below: Pending | undefined;
  readonly depth: number;
  readonly id: number;
}

interface Way {
  readonly to: Block;
  /** What taking it leaves in the trace. */
  readonly code: number | undefined;
  readonly enters: Completion | undefined;
  readonly leaves: Completion | undefined;
}

interface Position {
  readonly block: Block;
  readonly at: number;
  readonly pending: Pending | undefined;
}

/** A trace that the graph has no path for, and how far the best path came. */
export interface Broken {
  readonly run: Run;
  /** The traces agree up to here. */
  readonly at: number;
}

/** Walks the traces of a program through its graph. */
export class Replay {
  readonly #graph: Graph;
  readonly #events: readonly (readonly number[])[];
  readonly #ways: readonly (readonly Way[])[];
  readonly #pendings = new Map<string, Pending>();

  constructor(graph: Graph, labels: Labels) {
    this.#graph = graph;
    this.#events = graph.blocks.map(({ events }) =>
      events.flatMap(({ kind, node }) => labels.codeOf(kind, node) ?? []),
    );
    this.#ways = graph.blocks.map(({ edges }) =>
      edges.map(({ to, condition, enters, leaves }) => ({
        to,
        code: condition && labels.codeOfCondition(condition),
        enters,
        leaves,
      })),
    );
  }

  /** Is there a path of the graph with exactly these events, answers and exit? */
  check(run: Run): Broken | undefined {
    const seen = new Set<string>();
    const stack: Position[] = [{ block: this.#graph.entry, at: 0, pending: undefined }];
    let farthest = 0;
    for (let position = stack.pop(); position; position = stack.pop()) {
      const { block, pending } = position;
      const events = this.#events[block.id]!;
      const agreeing = events.findIndex((code, i) => run.trace[position.at + i] !== code);
      const at = position.at + (agreeing < 0 ? events.length : agreeing);
      farthest = Math.max(farthest, at);
      // A run without an end stops anywhere, also inside a block.
      if (!run.ended && at === run.trace.length) return undefined;
      if (agreeing >= 0) continue;
      if (at === run.trace.length && run.exits.some((kind) => this.#graph.exits[kind] === block)) return undefined;
      for (const way of this.#ways[block.id]!) {
        const next = this.#take(way, at, pending, run.trace);
        if (!next) continue;
        const key = `${next.block.id} ${next.at} ${next.pending?.id ?? -1}`;
        if (seen.has(key)) continue;
        seen.add(key);
        stack.push(next);
      }
    }
    return { run, at: farthest };
  }

  #take(way: Way, at: number, pending: Pending | undefined, trace: readonly number[]): Position | undefined {
    const { to, code, enters, leaves } = way;
    if (leaves && pending?.completion !== leaves) return undefined;
    if (code !== undefined && trace[at] !== code) return undefined;
    let rest = pending;
    const depth = to.depth - (enters ? 1 : 0);
    while (rest && rest.depth > depth) rest = rest.below;
    return { block: to, at: code === undefined ? at : at + 1, pending: enters ? this.#push(enters, rest) : rest };
  }

  #push(completion: Completion, below: Pending | undefined): Pending {
    const key = `${completion.kind} ${completion.target?.id ?? ""} ${below?.id ?? ""}`;
    let pending = this.#pendings.get(key);
    if (!pending) {
      pending = { completion, below, depth: (below?.depth ?? 0) + 1, id: this.#pendings.size };
      this.#pendings.set(key, pending);
    }
    return pending;
  }
}

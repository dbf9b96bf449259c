import { spend } from "../bounded.ts";
import type { Block, Edge } from "../control-flow/graph.ts";
import { coversFacts, joinFacts, type Facts } from "./facts.ts";
import { crossPending, type Pending } from "./pending.ts";
import { inOrder, shortestFirst } from "./queue.ts";

/** A place reached on a path: what is pending, the client's state there, the facts, and the step before it. */
export interface Step {
  readonly block: Block;
  /** The first event of the block that is still to come. */
  readonly from: number;
  readonly pending: Pending;
  readonly state: number;
  readonly facts: Facts;
  readonly edge: Edge | undefined;
  readonly before: Step | undefined;
}

/** What is looked for on the paths. States are small numbers: paths join only where state and completion are equal. */
export interface Client {
  /** The state and facts after the events of the step's block; `undefined` when the path is of no more interest. */
  run(step: Step): { readonly state: number; readonly facts: Facts } | undefined;
  /** The facts after an edge; `undefined` when they forbid it. */
  cross(edge: Edge, state: number, facts: Facts): Facts | undefined;
}

/** As in ESP (Das, Lerner, Seigle 2002) facts are kept apart by state; up to this many at a place, then they join. */
const maxFacts = 8;

/** States are bit masks of at most 30 bits. */
const maxStates = 2 ** 30;

/** The facts with which a place was reached in one state: some that are kept apart, or in the end one join of all. */
interface Reached {
  list: Facts[];
  isJoined: boolean;
}

/** A step still to be taken, and where it is known whether it still needs to be. */
interface Waiting {
  readonly step: Step;
  readonly reached: Reached | undefined;
}

/**
 * Walks every path from the given places by property simulation. A place is walked again only for facts that no earlier
 * visit covers, so this ends; joining errs to more paths, never to fewer.
 *
 * @param ranks the place of each block in the order the graph mostly runs in. That order is many times cheaper, since
 *   paths meet before they are walked on; without it the shortest paths come first, as a witness needs
 */
export function explore(starts: readonly Step[], client: Client, ranks?: readonly number[]): void {
  const queue = ranks ? inOrder<Waiting>(({ step }) => ranks[step.block.id]!) : shortestFirst<Waiting>();
  const seen = new Map<Block, Map<number, Reached>>();
  for (const step of starts) queue.add({ step, reached: undefined });
  for (let next = queue.take(); next; next = queue.take()) {
    const { step, reached } = next;
    spend(1);
    // What has joined with others since is walked with them.
    if (reached?.isJoined && reached.list[0] !== step.facts) continue;
    const after = client.run(step);
    if (!after) continue;
    for (const edge of step.block.edges) {
      const pending = crossPending(step.pending, edge);
      const crossed = pending && client.cross(edge, after.state, after.facts);
      if (!crossed) continue;
      const there = reachedAt(seen, edge.to, pending.id * maxStates + after.state);
      const facts = admit(there, crossed);
      if (!facts) continue;
      queue.add({
        step: { block: edge.to, from: 0, pending, state: after.state, facts, edge, before: step },
        reached: there,
      });
    }
  }
}

function reachedAt(seen: Map<Block, Map<number, Reached>>, block: Block, key: number): Reached {
  let byKey = seen.get(block);
  if (!byKey) seen.set(block, (byKey = new Map<number, Reached>()));
  let reached = byKey.get(key);
  if (!reached) byKey.set(key, (reached = { list: [], isJoined: false }));
  return reached;
}

/** The facts to walk on with; `undefined` when an earlier visit covers them. */
function admit(reached: Reached, facts: Facts): Facts | undefined {
  if (reached.list.some((each) => coversFacts(each, facts))) return undefined;
  if (reached.list.length < maxFacts && !reached.isJoined) {
    reached.list.push(facts);
    return facts;
  }
  const joined = reached.list.reduce(joinFacts, facts);
  reached.list = [joined];
  reached.isJoined = true;
  return joined;
}

import type { Block, Edge } from "../control-flow/graph.ts";
import { coversFacts, joinFacts, type Facts } from "./facts.ts";
import { crossPending, type Pending } from "./pending.ts";

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

/**
 * Walks every path from the given places, the shortest first, by property simulation. A place is walked again only for
 * facts that no earlier visit covers, so this ends; joining errs to more paths, never to fewer.
 */
export function explore(starts: readonly Step[], client: Client): void {
  const seen = new Map<Block, Map<string, Facts[]>>();
  const queue: Step[] = [...starts];
  for (let i = 0; i < queue.length; i++) {
    const step = queue[i]!;
    const after = client.run(step);
    if (!after) continue;
    for (const edge of step.block.edges) {
      const pending = crossPending(step.pending, edge);
      const crossed = pending && client.cross(edge, after.state, after.facts);
      const facts = crossed && admit(seen, edge.to, `${pending.id} ${after.state}`, crossed);
      if (facts) queue.push({ block: edge.to, from: 0, pending, state: after.state, facts, edge, before: step });
    }
  }
}

/** The facts to walk on with; `undefined` when an earlier visit covers them. */
function admit(seen: Map<Block, Map<string, Facts[]>>, block: Block, key: string, facts: Facts): Facts | undefined {
  let byKey = seen.get(block);
  if (!byKey) seen.set(block, (byKey = new Map<string, Facts[]>()));
  const known = byKey.get(key);
  if (!known) {
    byKey.set(key, [facts]);
    return facts;
  }
  if (known.some((each) => coversFacts(each, facts))) return undefined;
  if (known.length < maxFacts) {
    known.push(facts);
    return facts;
  }
  const joined = known.reduce(joinFacts, facts);
  known.splice(0, known.length, joined);
  return joined;
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { Graph } from "../control-flow/graph.ts";
import type { Place } from "./places.ts";
import { slotBehind, slotOf, type Slot } from "./slots.ts";
import { writtenMembers, type Writes } from "./writes.ts";

/** Which places keep their value between two tests of them. */
export interface Steadiness {
  /** Could a call change it? */
  readonly isChangeable: (place: Place) => boolean;
  /** Can these tests of it be expected to agree? */
  readonly isSteady: (place: Place, tests: ReadonlySet<TSESTree.Node>) => boolean;
}

/**
 * A member path, or a variable that other functions write, counts as unchanged between two tests unless this function
 * writes it, though any call may change it: two tests of `options.retry` go the same way. Not in the test of a loop,
 * which only ends by such a change. A latch is steady too: what is known of it allows for its being set.
 */
export function steadinessOf(graph: Graph, writesTo: (slot: Slot) => Writes): Steadiness {
  const assigned = writtenMembers(graph);
  return {
    isChangeable(place) {
      const own = slotOf(place);
      return !own || writesTo(own).elsewhere;
    },
    isSteady(place, tests) {
      const [own, behind] = [slotOf(place), slotBehind(place)];
      const writes = behind && writesTo(behind);
      if (own && writes && (!writes.elsewhere || writes.latch)) return true;
      const isAssigned = !own && place.members.some((name) => assigned.has(name));
      return !isAssigned && !(writes && isShared(writes)) && ![...tests].some(isLoopTest);
    },
  };
}

function isShared({ elsewhere, here, latch }: Writes): boolean {
  return elsewhere && here.length > 0 && !latch;
}

/** Is this condition what keeps a loop going? */
export function isLoopTest(node: TSESTree.Node): boolean {
  let at = node;
  while (at.parent && /^(?:LogicalExpression|UnaryExpression|BinaryExpression)$/.test(at.parent.type)) at = at.parent;
  const { parent } = at;
  return !!parent && "test" in parent && parent.test === at && /^(?:While|DoWhile|For)Statement$/.test(parent.type);
}

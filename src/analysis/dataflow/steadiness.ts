import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Graph } from "../control-flow/graph.ts";
import type { Place } from "./places.ts";
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
export function steadinessOf(graph: Graph, writesTo: (variable: TSESLint.Scope.Variable) => Writes): Steadiness {
  const assigned = writtenMembers(graph);
  const isChangeable = ({ variable, members }: Place): boolean =>
    members.length > 0 || (variable !== undefined && writesTo(variable).elsewhere);
  const isWrittenHere = ({ variable, members }: Place): boolean =>
    members.some((name) => assigned.has(name)) || (variable !== undefined && isShared(writesTo(variable)));
  const isLatch = ({ variable, members }: Place): boolean =>
    members.length === 0 && variable !== undefined && writesTo(variable).latch !== undefined;
  return {
    isChangeable,
    isSteady: (place, tests) =>
      !isChangeable(place) || isLatch(place) || (!isWrittenHere(place) && ![...tests].some(isLoopTest)),
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

import type { TSESTree } from "@typescript-eslint/utils";
import { appendTo } from "../../ast/append-to.ts";
import { isFunction } from "../../ast/functions.ts";
import { isLeaving } from "../../ast/jump-target.ts";
import { oncePer } from "../../ast/once.ts";
import { isWithin } from "../../ast/statement-list.ts";
import { isImplicit, type Block, type Edge } from "../control-flow/graph.ts";
import { spend } from "../bounded.ts";
import type { Step } from "../dataflow/explore.ts";
import type { OpenEnd } from "./find-open-end.ts";
import { effectsOf, isOpenTo, startEvent, type Solvable } from "./solvable.ts";
import type { Leak } from "./leak.ts";
import type { Obligation } from "./obligation.ts";
import type { World } from "./state.ts";
import { eventsOn, indicesIn } from "./telling-events.ts";

type Blame = Pick<Leak, "cause" | "at" | "outcome">;

/**
 * Why the path to an open end leaks, and where: the last edge on it behind which no discharge can be reached any more,
 * while before it one could.
 */
export function explainLeak(solvable: Solvable, end: OpenEnd): Blame {
  const { obligation } = end;
  if (!obligation.handle) return blame("discarded");
  const path = pathTo(end.last);
  const wrong = findWrongTurn(solvable, obligation, path, end);
  if (!wrong) return explainWithoutTurn(solvable, obligation, path, end);
  const { condition } = wrong.edge;
  const culprit = entranceOf(path.slice(0, wrong.index), wrong.edge);
  if (isImplicit(culprit)) return blame("exception", culprit.by);
  const jump = [culprit, ...path.slice(wrong.index).map(({ edge }) => edge)].find(
    (edge) => edge?.by && isLeaving(edge.by),
  )?.by;
  if (jump && (!condition || standsBelow(jump, branchOf(condition.node)))) return blame("early-return", jump);
  const rejection = lastRejection(path);
  if (rejection) return blame("exception", rejection);
  if (end.lostAt && !isOwnTurn(end.lostAt)) return blame("overwritten", end.lostAt);
  if (!condition) return blame("branch", wrong.before.block.events.at(-1)?.node);
  if (condition.kind === "next") return blame("branch", condition.node.parent);
  return blame("branch", condition.test ?? condition.node, condition.kind === "truthy" ? condition.holds : undefined);
}

/** No edge of the path decides: the handle is lost by a write, by a promise that is rejected, or released nowhere. */
function explainWithoutTurn(solvable: Solvable, obligation: Obligation, path: readonly Step[], end: OpenEnd): Blame {
  if (end.lostAt && !isOwnTurn(end.lostAt)) return blame("overwritten", end.lostAt);
  const reaction = findReaction(solvable, obligation, path);
  if (end.world === "fulfilled") return reaction ? blame("branch", reaction, true) : explainUnmet(obligation);
  const rejection = lastRejection(path);
  const isAwaited = reaction && rejection && standsBelow(reaction, rejection);
  return blame("exception", isAwaited ? rejection : (reaction ?? rejection));
}

/**
 * Nothing on the path releases it, but a promise that is waited for together with it may, once it has settled: `await
 * Promise.race([work().then(stop), late()])`, where the work begins before the timer does. Then it is the other outcome
 * that leaks.
 */
function explainUnmet({ effects, acquisition }: Obligation): Blame {
  for (const [node, list] of effects) {
    const release = list.find((effect) => effect.kind === "release" && effect.when !== undefined);
    if (release?.kind !== "release" || !isWithin(acquisition.node, waitAround(node) ?? node)) continue;
    return release.when === "fulfilled" ? blame("exception", node) : blame("branch", node, true);
  }
  return blame("never-released");
}

function waitAround(node: TSESTree.Node): TSESTree.Node | undefined {
  for (let at: TSESTree.Node | undefined = node; at && !isFunction(at); at = at.parent)
    if (at.type === "AwaitExpression" || at.type === "ReturnStatement") return at;
  return undefined;
}

/** Behind a `finally` the completion goes on that entered it: to blame is what did, perhaps through others inside. */
function entranceOf(path: readonly Step[], edge: Edge): Edge {
  let at = edge;
  for (const { edge: earlier } of [...path].reverse()) if (at.leaves && earlier?.enters === at.leaves) at = earlier;
  return at;
}

/** What threw last on a path without a `throw`. */
function lastRejection(path: readonly Step[]): TSESTree.Node | undefined {
  return [...path].reverse().find(({ edge }) => edge && isImplicit(edge))?.edge?.by;
}

function blame(cause: Leak["cause"], at?: TSESTree.Node, outcome?: boolean): Blame {
  return { cause, at, outcome };
}

function pathTo(last: Step): Step[] {
  const path: Step[] = [];
  for (let step: Step | undefined = last; step; step = step.before) path.push(step);
  return path.reverse();
}

/** The first promise on the path on whose outcome a release waits: the other one, or it would not be open. */
function findReaction(solvable: Solvable, obligation: Obligation, path: readonly Step[]): TSESTree.Node | undefined {
  for (const { block, from } of path) {
    for (const event of eventsOn(solvable, obligation, block, from)) {
      if (effectsOf(obligation, event).some((effect) => effect.kind === "release" && effect.when)) return event.node;
    }
  }
  return undefined;
}

/** Is the handle lost because the loop turn that declared its variable is over? */
function isOwnTurn(lostAt: TSESTree.Node): boolean {
  return lostAt.type === "VariableDeclarator" && lostAt.parent.kind !== "var";
}

interface WrongTurn {
  readonly index: number;
  readonly before: Step;
  readonly edge: Edge;
}

function findWrongTurn(
  solvable: Solvable,
  obligation: Obligation,
  path: readonly Step[],
  end: OpenEnd,
): WrongTurn | undefined {
  const hopeful = findHopeful(solvable, obligation, end);
  for (let index = path.length - 1; index > 0; index--) {
    const [before, step] = [path[index - 1]!, path[index]!];
    if (!step.edge || hopeful.has(step.block)) continue;
    const others = before.block.edges.some(({ to }) => to !== step.block && hopeful.has(to));
    if (others) return { index, before, edge: step.edge };
  }
  return undefined;
}

/** The blocks from whose beginning a discharge can be reached, before the acquire happens again. */
function findHopeful(solvable: Solvable, obligation: Obligation, { world }: OpenEnd): ReadonlySet<Block> {
  const start = startEvent(obligation);
  const hopeful = new Set<Block>();
  const closed = new Set<Block>();
  const nodes = new Set([start, ...obligation.effects.keys(), ...obligation.disposals.keys()]);
  for (const [block, indices] of indicesIn(solvable.nodes, nodes)) {
    const events = indices.map((index) => block.events[index]!);
    const telling = events.find(
      (event) => event.node === start || effectsOf(obligation, event).some(({ kind }) => kind !== "hold"),
    );
    if (telling) (telling.node === start ? closed : hopeful).add(block);
  }
  const before = predecessorsIn(solvable, world);
  for (const block of hopeful) {
    spend(1);
    for (const from of before.get(block) ?? []) if (!closed.has(from)) hopeful.add(from);
  }
  return hopeful;
}

/** Once for all leaks of a function. */
const predecessorsIn = oncePer(({ graph, throws }: Solvable, world: World) =>
  predecessors(graph.blocks, (edge) => isOpenTo(edge, world, throws)),
);

function predecessors(blocks: readonly Block[], accepts: (edge: Edge) => boolean): Map<Block, Block[]> {
  const before = new Map<Block, Block[]>();
  for (const block of blocks) {
    for (const edge of block.edges) {
      if (!accepts(edge)) continue;
      appendTo(before, edge.to, block);
    }
  }
  return before;
}

/** The statement or expression that a condition decides. */
function branchOf(condition: TSESTree.Node): TSESTree.Node {
  let at = condition;
  while (at.parent && !/Statement|ConditionalExpression|SwitchCase|VariableDeclaration/.test(at.type)) at = at.parent;
  return at;
}

function standsBelow(node: TSESTree.Node, container: TSESTree.Node): boolean {
  return node !== container && isWithin(node, container);
}

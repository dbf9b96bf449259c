import { appendTo } from "../../ast/append-to.ts";
import type { Block, Graph } from "../control-flow/graph.ts";
import { questionsAt } from "./asks.ts";
import { keysOf, type Correlations } from "./correlations.ts";
import type { Facts } from "./facts.ts";
import { questionsIn } from "./formula.ts";
import type { Question } from "./question.ts";

type Keys = ReadonlySet<string>;

/** For each block, the keys that some condition from there on still asks for, before they are forgotten. */
export type LiveKeys = ReadonlyMap<Block, Keys>;

const noKeys: Keys = new Set();

/**
 * Facts that nobody asks for any more would keep paths apart that are alike from here on: a function of a hundred
 * flags, each tested where it was set, would be walked again for every mix of them.
 */
export function findLiveKeys({ blocks }: Graph, correlations: Correlations): LiveKeys {
  const asked = blocks.map((block) => askedBehind(block, correlations));
  const assigned = blocks.map((block) => askedIn(block, correlations));
  const forgotten = blocks.map((block) => forgottenIn(block, correlations));
  const live = new Map<Block, Keys>();
  const before = new Map<Block, Block[]>();
  for (const block of blocks) {
    for (const { to } of block.edges) {
      appendTo(before, to, block);
    }
  }
  const queue = [...blocks];
  const queued = new Set(queue);
  // Blocks are numbered about in the order they run, so the last one first settles most of them at once.
  for (let block = queue.pop(); block; block = queue.pop()) {
    queued.delete(block);
    let keys = asked[block.id]!;
    for (const { to } of block.edges) keys = union(keys, live.get(to) ?? noKeys);
    keys = union(without(keys, forgotten[block.id]!), assigned[block.id]!);
    if (keys.size === (live.get(block) ?? noKeys).size) continue;
    live.set(block, keys);
    for (const each of before.get(block) ?? []) {
      if (queued.has(each)) continue;
      queued.add(each);
      queue.push(each);
    }
  }
  return live;
}

/** The facts that still matter from a block on. */
export function keepLive(facts: Facts, live: LiveKeys, block: Block): Facts {
  const keys = live.get(block) ?? noKeys;
  let isAllLive = true;
  for (const key of facts.keys()) if (!keys.has(key)) isAllLive = false;
  return isAllLive ? facts : new Map([...facts].filter(([key]) => keys.has(key)));
}

function askedBehind({ edges }: Block, correlations: Correlations): Keys {
  let keys = noKeys;
  for (const { condition } of edges)
    if (condition) keys = union(keys, keysAmong(questionsAt(correlations, condition), correlations.tracked));
  return keys;
}

/** What a test asks whose outcome is assigned in a block. */
function askedIn({ events }: Block, { changes, tracked }: Correlations): Keys {
  let keys = noKeys;
  for (const { node } of events) {
    for (const { formula } of changes.get(node) ?? [])
      if (formula) keys = union(keys, keysAmong(questionsIn(formula), tracked));
  }
  return keys;
}

function keysAmong(questions: readonly Question[], tracked: Keys): Keys {
  let keys: Set<string> | undefined;
  for (const key of questions.flatMap(keysOf)) if (tracked.has(key)) (keys ??= new Set()).add(key);
  return keys ?? noKeys;
}

function forgottenIn({ events }: Block, { changes }: Correlations): Keys {
  let keys: Set<string> | undefined;
  for (const { node } of events) {
    for (const { forgets } of changes.get(node) ?? []) for (const key of forgets) (keys ??= new Set()).add(key);
  }
  return keys ?? noKeys;
}

function union(a: Keys, b: Keys): Keys {
  if (a === b || b.size === 0) return a;
  if (a.size === 0) return b;
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const key of small) if (!large.has(key)) return new Set([...large, ...small]);
  return large;
}

function without(keys: Keys, gone: Keys): Keys {
  if (gone.size === 0 || keys.size === 0) return keys;
  for (const key of gone) if (keys.has(key)) return new Set([...keys].filter((each) => !gone.has(each)));
  return keys;
}

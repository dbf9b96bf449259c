import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../src/analysis/control-flow/graph.ts";
import { explore, type Client, type Step } from "../../src/analysis/dataflow/explore.ts";
import { nothingKnown, withFact, type Facts } from "../../src/analysis/dataflow/facts.ts";
import { noPending } from "../../src/analysis/dataflow/pending.ts";
import { anyKind, kinds } from "../../src/analysis/dataflow/value.ts";
import { outcomesOf } from "./outcomes.ts";

/** A way between two places of a made-up program: open while a flag is so, and it may set one. */
interface Way {
  readonly from: number;
  readonly to: number;
  readonly needs?: Flag;
  readonly sets?: Flag;
}

type Flag = readonly [name: string, value: boolean];

const maxPlaces = 8;
const few = ["x", "y", "z"];
const many = ["s", "t", "u", "v", "w", ...few];

const ways = (names: readonly string[], places = maxPlaces): fc.Arbitrary<Way[]> => {
  const flag = fc.tuple(fc.constantFrom(...names), fc.boolean());
  const place = fc.nat(places - 1);
  const way = fc.record({ from: place, to: place, needs: flag, sets: flag }, { requiredKeys: ["from", "to"] });
  return fc.array(way, { minLength: 4, maxLength: 32, size: "max" });
};

const ranksOfPlaces = fc.array(fc.nat(maxPlaces), { minLength: maxPlaces, maxLength: maxPlaces });

/** Explores the program from place 0, with all flags false, and gives the steps in the order in which they are run. */
function walk(list: readonly Way[], names: readonly string[], ranks?: readonly number[]): Step[] {
  const blocks = Array.from({ length: maxPlaces }, (_, id): Block => ({ id, events: [], edges: [], depth: 0 }));
  const wayOf = new Map(list.map((way) => [{ to: blocks[way.to]!, kind: "normal" } as const, way]));
  for (const [edge, { from }] of wayOf) blocks[from]!.edges.push(edge);
  const facts = names.reduce((known, name) => withFlag(known, [name, false]), nothingKnown);
  const steps: Step[] = [];
  const start = { block: blocks[0]!, from: 0, pending: noPending(), state: 0, facts };
  const client: Client = {
    run(step) {
      steps.push(step);
      return step;
    },
    cross(edge, _state, known) {
      const { needs, sets } = wayOf.get(edge as never)!;
      const isOpen = !needs || ((known.get(needs[0])?.kinds ?? anyKind) & kindOf(needs[1])) !== 0;
      return isOpen ? (sets ? withFlag(known, sets) : known) : undefined;
    },
  };
  explore([{ ...start, edge: undefined, before: undefined }], client, ranks);
  return steps;
}

const kindOf = (value: boolean): number => (value ? kinds.true : kinds.false);
const withFlag = (facts: Facts, [name, value]: Flag): Facts => withFact(facts, name, { kinds: kindOf(value) });

/** For each place that a run can reach, how many ways it takes at least: by a search with every flag known. */
function shortestRuns(list: readonly Way[], names: readonly string[]): Map<number, number> {
  const start = { place: 0, flags: new Map(names.map((name) => [name, false])), length: 0 };
  const seen = new Set<string>();
  const shortest = new Map<number, number>();
  const queue = [start];
  for (const { place, flags, length } of queue) {
    const key = `${place} ${[...flags.values()].join(" ")}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (!shortest.has(place)) shortest.set(place, length);
    for (const { from, to, needs, sets } of list) {
      if (from !== place || (needs && flags.get(needs[0]) !== needs[1])) continue;
      queue.push({ place: to, flags: sets ? new Map(flags).set(...sets) : flags, length: length + 1 });
    }
  }
  return shortest;
}

/** The same, by what `explore` walks. */
function shortestSteps(steps: readonly Step[]): Map<number, number> {
  const shortest = new Map<number, number>();
  for (const step of steps) if (!shortest.has(step.block.id)) shortest.set(step.block.id, lengthOf(step));
  return shortest;
}

function lengthOf({ before }: Step): number {
  return before ? lengthOf(before) + 1 : 0;
}

const sorted = (lengths: Map<number, number>): [number, number][] => [...lengths].sort(([a], [b]) => a - b);

describe("explore", () => {
  it("reaches exactly what a run can reach, by a shortest path, while the facts are few", () => {
    fc.assert(
      fc.property(ways(few), (list) => {
        expect(sorted(shortestSteps(walk(list, few)))).toEqual(sorted(shortestRuns(list, few)));
      }),
      { numRuns: 500 },
    );
  });

  it("reaches the same in any order", () => {
    fc.assert(
      fc.property(ways(few), ranksOfPlaces, (list, ranks) => {
        const found = shortestSteps(walk(list, few, ranks));
        expect(new Set(found.keys())).toEqual(new Set(shortestRuns(list, few).keys()));
      }),
      { numRuns: 500 },
    );
  });

  it("misses nothing that a run can reach when there are more facts than it keeps apart", () => {
    let joins = 0;
    fc.assert(
      fc.property(ways(many, 5), fc.option(ranksOfPlaces, { nil: undefined }), (list, ranks) => {
        const steps = walk(list, many, ranks);
        const found = shortestSteps(steps);
        for (const place of shortestRuns(list, many).keys()) expect(found.has(place)).toBe(true);
        if (steps.some(({ block }) => steps.filter((step) => step.block === block).length > 8)) joins++;
      }),
      { numRuns: 500 },
    );
    expect(joins).toBeGreaterThan(30);
  });

  it("ends after few steps where 2 ** 16 combinations of flags are possible", () => {
    const names = Array.from({ length: 16 }, (_, i) => `flag${i}`);
    const diamonds = names.flatMap((name): Way[] => [
      { from: 0, to: 1, sets: [name, true] },
      { from: 1, to: 0, sets: [name, false] },
    ]);
    expect(walk(diamonds, names).length).toBeLessThan(2 * 100);
  });

  it("gives each step the one before it, back to the start", () => {
    fc.assert(
      fc.property(ways(few), (list) => {
        for (const { before, edge, block } of walk(list, few)) {
          expect(edge === undefined).toBe(before === undefined);
          if (before) expect(before.block.edges).toContain(edge);
          expect(edge?.to ?? block).toBe(block);
        }
      }),
    );
  });
});

describe("explore, with completions pending in `finally`", () => {
  it.each([
    ["a return goes on returning", "try { return; } finally { a(); } b();", ["a"]],
    ["a throw goes on throwing", "try { throw l; } finally { a(); } b();", ["a"]],
    ["what enters normally goes on normally", "try { ; } finally { a(); } b();", ["ab"]],
    ["a return in it replaces what is pending", "try { throw l; } finally { return a(); } b();", ["a"]],
    ["a break out of it drops what is pending", "x: try { return; } finally { break x; } a();", ["a"]],
    ["a continue runs it each turn", "for (l of l) { try { continue; } finally { a(); } b(); } c();", ["ac", "c"]],
    [
      "an inner one keeps what is pending in the outer",
      "try { if (l) return; } finally { try { throw l; } catch { a(); } finally { b(); } } c();",
      ["ab", "abc"],
    ],
  ])("%s", (_, body, outcomes) => {
    expect(outcomesOf(`function f(l) { ${body} }`)).toEqual(outcomes);
  });
});

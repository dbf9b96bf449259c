import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Effect } from "../../src/analysis/obligations/obligation.ts";
import { inFlight } from "../../src/analysis/obligations/obligation.ts";
import {
  discharged,
  inFlightOnly,
  lost,
  transfer,
  type State,
  type World,
} from "../../src/analysis/obligations/state.ts";

const worlds: readonly World[] = ["fulfilled", "rejected"];
const variables = fc.integer({ min: 1, max: 4 });
const holders = fc.integer({ min: 0, max: 4 });
const masks = fc.integer({ min: 1, max: 31 });

type Hold = Extract<Effect, { kind: "hold" }>;

const holds: fc.Arbitrary<Hold> = fc.record({
  kind: fc.constant("hold"),
  to: variables,
  from: fc.option(holders, { nil: undefined }),
});
const releases: fc.Arbitrary<Effect> = fc
  .record({ by: fc.option(holders, { nil: undefined }), when: fc.constantFrom(undefined, ...worlds) })
  .map(({ by, when }) => ({ kind: "release", by, ...(when && { when }) }));
const escapes: fc.Arbitrary<Effect> = fc.record({
  kind: fc.constant("escape"),
  by: fc.option(holders, { nil: undefined }),
  how: fc.constantFrom("returned", "stored", "passed", "captured"),
});

/** The effects of one event: it writes a variable once at most. */
const events: fc.Arbitrary<Effect[]> = fc
  .tuple(
    fc.uniqueArray(holds, { selector: ({ to }) => to, maxLength: 4 }),
    fc.array(releases, { maxLength: 1 }),
    fc.array(escapes, { maxLength: 1 }),
  )
  .chain((lists) => fc.shuffledSubarray(lists.flat(), { minLength: lists.flat().length }));

const open = (mask: number): State => ({ kind: "open", holders: mask });
const bit = (index: number): number => 1 << index;

/** How near to a discharge: lost, then open through ever more variables, then discharged. */
function isAtMost(a: State, b: State): boolean {
  if (a.kind === "lost" || b.kind === "discharged") return true;
  return a.kind === "open" && b.kind === "open" && (a.holders | b.holders) === b.holders;
}

describe("transfer", () => {
  it("changes what is open, and nothing else", () => {
    fc.assert(
      fc.property(events, fc.constantFrom(...worlds), (effects, world) => {
        for (const state of [lost, discharged]) expect(transfer(state, effects, world)).toBe(state);
      }),
    );
  });

  it("keeps a state that no effect changes, and never leaves `open` without a holder", () => {
    fc.assert(
      fc.property(masks, events, fc.constantFrom(...worlds), (mask, effects, world) => {
        const state = open(mask);
        expect(transfer(state, [], world)).toBe(state);
        const after = transfer(state, effects, world);
        if (after.kind === "open") expect(after.holders).not.toBe(0);
      }),
    );
  });

  it("lets the effects of one event act at once: their order says nothing", () => {
    const shuffled = events.chain((effects) =>
      fc.tuple(fc.constant(effects), fc.shuffledSubarray(effects, { minLength: effects.length })),
    );
    fc.assert(
      fc.property(masks, shuffled, fc.constantFrom(...worlds), (mask, [effects, reordered], world) => {
        expect(transfer(open(mask), reordered, world)).toEqual(transfer(open(mask), effects, world));
      }),
    );
  });

  it("is monotone: a path with more holders is never further from a discharge", () => {
    fc.assert(
      fc.property(masks, masks, events, fc.constantFrom(...worlds), (mask, more, effects, world) => {
        const after = transfer(open(mask), effects, world);
        expect(isAtMost(after, transfer(open(mask | more), effects, world))).toBe(true);
      }),
    );
  });

  it("gives each written variable what its source held before, and takes the value out of flight", () => {
    fc.assert(
      fc.property(masks, fc.uniqueArray(holds, { selector: ({ to }) => to }), (mask, effects) => {
        const before = new Set([0, 1, 2, 3, 4].filter((index) => mask & bit(index)));
        const expected = new Set(before);
        for (const { to, from } of effects) {
          if (from !== undefined && before.has(from)) expected.add(to);
          else expected.delete(to);
        }
        if (effects.some(({ from }) => from === inFlight)) expected.delete(inFlight);
        const after = transfer(open(mask), effects, "fulfilled");
        const bits = [...expected].reduce((sum, index) => sum | bit(index), 0);
        expect(after).toEqual(bits === 0 ? lost : open(bits));
      }),
    );
  });

  it("discharges through a variable that holds it, in the world where the promise settles so", () => {
    fc.assert(
      fc.property(masks, fc.oneof(releases, escapes), fc.constantFrom(...worlds), (mask, effect, world) => {
        const by = "by" in effect ? effect.by : undefined;
        const reaches = by === undefined || (mask & bit(by)) !== 0;
        const happens = !("when" in effect) || effect.when === world;
        expect(transfer(open(mask), [effect], world)).toEqual(reaches && happens ? discharged : open(mask));
      }),
    );
  });

  it.each<{ says: string; before: number; effects: Effect[]; after: State }>([
    {
      says: "[a, b] = [b, a]",
      before: bit(1),
      effects: [
        { kind: "hold", to: 1, from: 2 },
        { kind: "hold", to: 2, from: 1 },
      ],
      after: open(bit(2)),
    },
    {
      says: "const cancel = acquire()",
      before: inFlightOnly,
      effects: [{ kind: "hold", to: 1, from: inFlight }],
      after: open(bit(1)),
    },
    { says: "cancel = other", before: bit(1), effects: [{ kind: "hold", to: 1, from: undefined }], after: lost },
    { says: "const b = a", before: bit(1), effects: [{ kind: "hold", to: 2, from: 1 }], after: open(bit(1) | bit(2)) },
  ])("$says", ({ before, effects, after }) => {
    expect(transfer(open(before), effects, "fulfilled")).toEqual(after);
  });
});

import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOrder, shortestFirst, type Queue } from "../../src/analysis/dataflow/queue.ts";

/** `add` a number, or `take` one. */
const script = fc.array(fc.option(fc.nat(20), { nil: "take" as const }), { size: "medium" });

/** What each `take` of a script gives. */
function runScript(queue: Queue<number>, steps: readonly (number | "take")[]): (number | undefined)[] {
  const taken: (number | undefined)[] = [];
  for (const step of steps) {
    if (step === "take") taken.push(queue.take());
    else queue.add(step);
  }
  return taken;
}

/** The same by a list in which the item that `choose` names is searched each time. */
function model(choose: (list: readonly number[]) => number): Queue<number> {
  const list: number[] = [];
  return { add: (item) => void list.push(item), take: () => list.splice(choose(list), 1)[0] };
}

describe("queues", () => {
  it("first in, first out", () => {
    fc.assert(
      fc.property(script, (steps) => {
        expect(runScript(shortestFirst(), steps)).toEqual(runScript(model(() => 0), steps));
      }),
    );
  });

  it("the lowest rank first", () => {
    fc.assert(
      fc.property(script, (steps) => {
        const lowest = model((list) => list.indexOf(Math.min(...list)));
        expect(runScript(inOrder((item) => item), steps)).toEqual(runScript(lowest, steps));
      }),
    );
  });
});

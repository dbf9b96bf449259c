import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Completion, Edge } from "../../src/analysis/control-flow/graph.ts";
import { crossPending, noPending, type Pending } from "../../src/analysis/dataflow/pending.ts";

/** A block that many `finally` bodies deep. */
const at = (depth: number): Block => ({ id: depth, events: [], edges: [], depth });
const to = (depth: number, rest: Partial<Edge> = {}): Edge => ({ to: at(depth), kind: "normal", ...rest });

const completions: readonly Completion[] = [
  { kind: "normal", target: undefined },
  { kind: "return", target: at(0) },
  { kind: "throw", target: undefined },
  { kind: "break", target: at(0) },
  // Another label: the same kind is not the same completion.
  { kind: "break", target: at(0) },
  { kind: "continue", target: at(0) },
];

/** What is pending, innermost last. */
function listOf(pending: Pending): Completion[] {
  return pending.completion ? [...listOf(pending.below!), pending.completion] : [];
}

/** One step of a path. `hand on`: a completion leaves one `finally` and enters the next with what it stands for. */
interface Move {
  readonly kind: "enter" | "leave" | "hand on" | "jump";
  readonly completion: Completion;
  /** How many of the bodies around it an `enter` or a `jump` gets out of. */
  readonly drop: number;
}

const moves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    kind: fc.constantFrom("enter", "enter", "leave", "hand on", "jump"),
    completion: fc.constantFrom(...completions),
    drop: fc.nat(3),
  }),
);

/** The edge of a move from a place `depth` bodies deep: at most that many are dropped. */
function edgeOf({ kind, completion, drop }: Move, depth: number): Edge {
  const kept = Math.max(0, depth - drop);
  switch (kind) {
    case "enter":
      return to(kept + 1, { enters: completion });
    case "leave":
      return to(Math.max(0, depth - 1), { leaves: completion });
    case "hand on":
      return to(Math.max(1, depth), { leaves: completion, enters: completion });
    case "jump":
      return to(kept);
  }
}

describe("pending completions", () => {
  it("are a stack: entering pushes, leaving takes up the innermost, jumping out drops", () => {
    fc.assert(
      fc.property(moves, (list) => {
        let pending = noPending();
        let expected: Completion[] = [];
        for (const move of list) {
          const after = crossPending(pending, edgeOf(move, expected.length));
          const takesUp = move.kind === "leave" || move.kind === "hand on";
          if (takesUp && expected.at(-1) !== move.completion) {
            expect(after).toBeUndefined();
            continue;
          }
          expected = expected.slice(0, Math.max(0, expected.length - (takesUp ? 1 : move.drop)));
          if (move.kind === "enter" || move.kind === "hand on") expected.push(move.completion);
          pending = after!;
          expect(listOf(pending)).toEqual(expected);
          expect(pending.depth).toBe(expected.length);
        }
      }),
    );
  });

  it("are one object for equal stacks, with a number of their own for others", () => {
    const stacks = fc.array(fc.array(fc.constantFrom(...completions), { maxLength: 3 }), { minLength: 2 });
    fc.assert(
      fc.property(stacks, (lists) => {
        const empty = noPending();
        const push = (pending: Pending, completion: Completion): Pending =>
          crossPending(pending, to(pending.depth + 1, { enters: completion }))!;
        const made = lists.map((list) => list.reduce(push, empty));
        for (const [i, a] of made.entries()) {
          for (const [j, b] of made.entries()) {
            const equal = isSame(lists[i]!, lists[j]!);
            expect(a === b).toBe(equal);
            expect(a.id === b.id).toBe(equal);
          }
        }
      }),
    );
  });

  it("number the stacks of each graph from its own beginning", () => {
    const enter = to(1, { enters: completions[1]! });
    expect(crossPending(noPending(), enter)!.id).toBe(crossPending(noPending(), enter)!.id);
  });
});

function isSame(a: readonly Completion[], b: readonly Completion[]): boolean {
  return a.length === b.length && a.every((completion, i) => completion === b[i]);
}

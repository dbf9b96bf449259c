import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

describe("work that is given a context and not awaited", () => {
  const program = (lines: string): string => `import { withTimeout } from "@loke/context";
export class Client {
  async run(parent, x, y) {
    const { ctx, abort } = withTimeout(parent, 500);
    try { return ${lines}; } finally { abort(); }
  }
  async later(x, z) { await x.work(z); await this.load(z); await this.deep.load(z); await bare(z); }
  async other(y) { y.work(); }
}
`;

  it.each(["this.load(ctx)", "this.deep.load(ctx)", "bare(ctx)"])(
    "is a promise where it is awaited elsewhere: `%s`",
    (work) => {
      expect(idsOf(program(work), "no-premature-cancel")).toHaveLength(1);
    },
  );

  it.each([
    "x.work(ctx)",
    "y.work(ctx)",
    "this.other.load(ctx)",
    "this.loa(ctx)",
    "this.deep(ctx)",
    "deep.load(ctx)",
    "x.load(ctx)",
    "x().work(ctx)",
    "work(ctx)",
  ])("may be none: `%s`", (work) => {
    expect(idsOf(program(work), "no-premature-cancel")).toEqual([]);
  });
});

import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { forms } from "../../bench/cost/loop-forms.mjs";
import { installNode } from "../package/node-versions.ts";
import { run } from "../package/run.ts";

/**
 * The leak that no-race-in-loop reports, with real promises: the turns of a loop grow what hangs on the end they wait
 * for, and with each form that the rule suggests they do not. The programs are those that bench/cost measures.
 */
const script = fileURLToPath(new URL("../../bench/cost/turns.mjs", import.meta.url));

interface Held {
  /** The items that garbage collection could not take. */
  readonly reachable: number;
  readonly listeners: number;
  readonly node: string;
}

describe.each(["20", "22", "24"])("on Node %s", (version) => {
  let node: Awaited<ReturnType<typeof installNode>>;
  beforeAll(async () => {
    node = await installNode(version);
  });

  it.for(Object.entries(forms))("%s", async ([name, { leaks }], { skip }) => {
    if ("missing" in node) return skip(node.missing);
    const { path } = node;
    for (const turns of [300, 1_200]) {
      const { code, stdout, stderr } = await run(path, ["--expose-gc", script, name, `${turns}`], ".");
      expect(code, stderr).toBe(0);
      const held = JSON.parse(stdout) as Held;
      expect(held.node.startsWith(`${version}.`)).toBe(true);
      // The last item may still be on its way out.
      if (leaks) expect(held.reachable).toBeGreaterThanOrEqual(turns - 1);
      else expect(held.reachable).toBeLessThanOrEqual(1);
      expect(held.listeners).toBe(name === "once" ? turns : 0);
    }
  });
});

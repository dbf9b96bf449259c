import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { fastest, note, usual, type Times } from "../../bench/peers/totals.mjs";
import { wrapRule } from "../../bench/wrap-rule.mjs";
import type { Rule } from "eslint";
import { Linter } from "eslint";

describe("the times of several runs", () => {
  const times: Times = new Map();
  const measured = [
    [1, 10],
    [3, 90],
    [2, 20],
  ];
  measured.forEach((files, run) => {
    files.forEach((ms, file) => {
      note(times, "rule", { run, file, files: files.length }, ms);
    });
  });

  it("are the median of each file, added up", () => {
    expect(usual(times, "rule")).toBe(2 + 20);
    expect(usual(times, "rule", (file) => file === 0)).toBe(2);
  });

  it("are the least of each file, added up", () => {
    expect(fastest(times, "rule")).toBe(1 + 10);
  });

  it("are none for what was not measured", () => {
    expect(usual(times, "other")).toBe(0);
    expect(fastest(times, "other")).toBe(0);
  });
});

describe("wrapRule", () => {
  it("goes around `create` and each call of a listener", () => {
    let calls = 0;
    const rule: Rule.RuleModule = {
      create: (context) => ({
        Identifier: (node) => {
          context.report({ node, message: "seen" });
        },
      }),
    };
    const counted = wrapRule(rule, (work) => {
      calls++;
      return work();
    });
    const config = [{ plugins: { some: { rules: { counted } } }, rules: { "some/counted": "error" as const } }];
    expect(new Linter().verify("a; b;", config)).toHaveLength(2);
    expect(calls).toBe(3);
  });
});

describe("npm run bench", () => {
  const bench = (...options: string[]) =>
    spawnSync(process.execPath, ["bench/run.mjs", ...options], { encoding: "utf8" });

  it("explains itself", () => {
    const { status, stdout } = bench("--help");
    expect(stdout).toMatch(/^ {2}peers +all our rules/m);
    expect(status).toBe(0);
  });

  it("names the parts there are when one is unknown", () => {
    const { status, stderr } = bench("pears");
    expect(stderr).toMatch(/^No such part: pears\. There are: peers, scan, /);
    expect(status).toBe(2);
  });
});

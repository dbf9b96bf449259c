import { describe, expect, it } from "vitest";
import { createChecker } from "../../scripts/every-program/check-program.mjs";
import { dialectsOf } from "../../scripts/every-program/dialects.mjs";
import { HOSTS, MODULE_HOSTS } from "../../scripts/every-program/hosts.mjs";
import plugin from "../../src/index.ts";

const check = createChecker(plugin);
const names = { a: "a", b: "b" };

/** Were nothing reported in a host, a program in it would prove nothing. */
describe("a host around nothing", () => {
  it.each(HOSTS)("$name: $rule has something to say", ({ write, rule }) => {
    for (const dialect of dialectsOf("host.js").flat()) {
      const { messages, failures } = check(write("", names), dialect);
      expect(messages.map(({ ruleId }) => ruleId)).toContain(`leaks/${rule}`);
      expect(failures).toEqual([]);
    }
  });

  it.each(MODULE_HOSTS)("$name: $rule has something to say", ({ write, rule }) => {
    for (const dialect of dialectsOf("host.mjs").flat()) {
      const { messages, failures } = check(write("", names), dialect);
      expect(messages.map(({ ruleId }) => ruleId)).toContain(`leaks/${rule}`);
      expect(failures).toEqual([]);
    }
  });

  it("has something to say for each rule", () => {
    const hosted = new Set([...HOSTS, ...MODULE_HOSTS].map(({ rule }) => rule));
    expect([...hosted].sort()).toEqual(Object.keys(plugin.rules).sort());
  });
});

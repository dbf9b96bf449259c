import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { programs } from "../../bench/functions/programs.mjs";
import plugin from "../../src/index.ts";

function lint(source: string, rule = "no-lost-cancel"): string[] {
  const config: Linter.Config[] = [{ plugins: { leaks: plugin }, rules: { [`leaks/${rule}`]: "error" } }];
  return new Linter().verify(source, config).map(({ message }) => message);
}

const LAST_ABORT = /abort\(\);(?=\s*\}\s*\}\s*$)/;

/** A program whose contexts are not found, or that leaks by mistake, would measure something else than it says. */
describe("the generated functions of bench/functions.mjs", () => {
  for (const [name, { sizes, write, rule, release = LAST_ABORT }] of Object.entries(programs)) {
    const expected = name === "leaking" ? 5 : 0;
    const source = write(Math.min(...sizes));
    it(`${name} parses and leaks ${expected} times`, () => {
      expect(lint(source, rule)).toHaveLength(expected);
    });

    it(`${name} leaks once more without its last release`, () => {
      const leaking = source.replace(release, "");
      expect(leaking).not.toBe(source);
      expect(lint(leaking, rule).length).toBeGreaterThan(expected);
    });
  }
});

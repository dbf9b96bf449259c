import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { programs } from "../../bench/functions/programs.mjs";
import plugin from "../../src/index.ts";

const config: Linter.Config[] = [{ plugins: { leaks: plugin }, rules: { "leaks/no-lost-cancel": "error" } }];

/** A program whose contexts are not found, or that leaks by mistake, would measure something else than it says. */
describe("the generated functions of bench/functions.mjs", () => {
  for (const [name, { sizes, write }] of Object.entries(programs)) {
    const expected = name === "leaking" ? 5 : 0;
    it(`${name} parses and leaks ${expected} times`, () => {
      const messages = new Linter().verify(write(Math.min(...sizes)), config);
      expect(messages.map(({ message }) => message)).toHaveLength(expected);
    });

    it(`${name} leaks once more without its last release`, () => {
      const source = write(Math.min(...sizes)).replace(/abort\(\);(?=\s*\}\s*\}\s*$)/, "");
      const messages = new Linter().verify(source, config);
      expect(messages.map(({ messageId }) => messageId)).toContain("neverReleased");
    });
  }
});

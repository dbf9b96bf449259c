import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Seed } from "../../scripts/seed-bugs.mjs";

const folder = new URL("../../scripts/seeds/", import.meta.url);

/** That each is caught takes minutes: `node scripts/seed-bugs.mjs`. */
describe("the bugs that prove the proof still have their place", () => {
  for (const name of readdirSync(folder)) {
    it(name, async () => {
      const { default: seed } = (await import(new URL(name, folder).href)) as { default: Seed };
      const text = readFileSync(new URL(`../../src/${seed.file}`, import.meta.url), "utf8");
      expect(text.split(seed.find)).toHaveLength(2);
      expect(seed.replace).not.toBe(seed.find);
    });
  }
});

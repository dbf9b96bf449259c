import { describe, expect, it } from "vitest";
import { timerModules } from "../../src/resources/catalog/timers/index.ts";
import { readPage, sectionOf } from "./read-page.ts";

const PAGE = "docs/rules/no-leaked-timer.md";
const libraries = timerModules.filter(({ modules }) => !modules.includes("global"));

describe(`${PAGE} names the timers of libraries`, () => {
  const section = sectionOf(readPage(PAGE), "What it reports");

  it.each(libraries)("$modules", ({ modules, resources }) => {
    expect(modules.some((module) => section.includes(` of \`${module}\``))).toBe(true);
    for (const name of resources.flatMap(namesOf)) expect(section).toContain(`\`${name}\``);
  });
});

function namesOf({ acquire }: (typeof libraries)[number]["resources"][number]): string[] {
  if ("new" in acquire) return [acquire.new].flat().map((name) => `new ${name}()`);
  return ["call" in acquire ? acquire.call : acquire.method].flat();
}

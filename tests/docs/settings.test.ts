import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { blocksOf, pathOf, readPage, sectionOf, withText } from "./read-page.ts";

const PAGE = "docs/settings.md";
const WRONG = "What a wrong setting says";
/** The settings that nothing depends on yet. */
const WITHOUT_EFFECT = ["unsafeFixes"];

const page = readPage(PAGE);
const blocks = blocksOf(page);
const settings = [...page.matchAll(/^## (\w+)$/gm)].map(([, name]) => name!);

describe(PAGE, () => {
  it("has a section for each setting and for no other", () => {
    expect(settings).toEqual(allowedIn(errorOf({ x: true })));
  });

  it.each(settings)("%s: the example does what is said, because of the setting", (name) => {
    const value = parseBlock(name, "json");
    expect(Object.keys(value)).toEqual([name]);
    const code = blocks.filter(({ heading, language }) => heading === name && language === "ts");
    expect(code).toHaveLength(WITHOUT_EFFECT.includes(name) ? 0 : 1);
    for (const { text } of code) {
      expect(linesReported(text, value)).toEqual(linesMarked(text));
      expect(linesReported(text, {})).not.toEqual(linesMarked(text));
    }
    expect(() => lint("", { settings: value })).not.toThrow();
  });

  it("names each key of a resource, and the values it takes", () => {
    const section = sectionOf(page, "resources");
    const { resources } = parseBlock("resources", "json") as { resources: [object] };
    const errorWith = (wrong: object): string => errorOf({ resources: [{ ...resources[0], ...wrong }] });
    expect([...section.matchAll(/^\| `(\w+)`/gm)].map(([, key]) => key)).toEqual(allowedIn(errorWith({ x: true })));
    const wrong = [{ kind: "x" }, { holds: ["x"] }, { parent: "x" }, { release: { by: "x" } }];
    for (const value of wrong.flatMap((each) => quotedIn(errorWith(each)))) {
      expect(section).toContain(`"${value}"`);
    }
  });

  it("names each shorthand of modules", () => {
    const shorthands = quotedIn(errorOf({ modules: [{ source: "x", like: "x" }] }));
    const rows = [...sectionOf(page, "modules").matchAll(/^\| `"([\w-]+)"`/gm)].map(([, like]) => like);
    expect(rows).toEqual(shorthands);
  });

  it("shows the error of each wrong setting (`vitest run tests/docs -u` writes it)", async () => {
    const wrong = blocks.filter(({ heading, language }) => heading === WRONG && language === "json");
    expect(wrong).not.toEqual([]);
    let expected = page;
    for (const block of wrong.toReversed()) {
      const below = blocks[blocks.indexOf(block) + 1];
      if (below?.language !== "text") throw new Error(`no block of text follows the setting of line ${block.line}`);
      expected = withText(expected, below, [errorOf(JSON.parse(block.text))]);
    }
    await expect(expected).toMatchFileSnapshot(pathOf(PAGE));
  });
});

function parseBlock(heading: string, language: string): object {
  const block = blocks.find((each) => each.heading === heading && each.language === language);
  if (!block) throw new Error(`no block of ${language} under ${heading}`);
  return JSON.parse(block.text) as object;
}

function linesMarked(text: string): number[] {
  return text.split("\n").flatMap((line, index) => (line.endsWith("// reported") ? [index + 1] : []));
}

function linesReported(text: string, value: object): number[] {
  return lint(text, { settings: value }).map(({ line }) => line);
}

/** The message of the plugin, without what ESLint writes around it. */
function errorOf(value: unknown): string {
  try {
    lint("", { settings: value });
  } catch (error) {
    return /(settings\.leaks.*)$/m.exec((error as Error).message)?.[1] ?? "not an error of the plugin";
  }
  throw new Error(`no error for ${JSON.stringify(value)}`);
}

/** The keys that an unknown one is answered with. */
function allowedIn(error: string): string[] {
  return /Allowed: (.*)\.$/.exec(error)?.[1]?.split(", ") ?? [];
}

/** The allowed values in an error, without the wrong one. */
function quotedIn(error: string): string[] {
  return [...error.matchAll(/"([\w-]+)"/g)].map(([, value]) => value!).filter((value) => value !== "x");
}

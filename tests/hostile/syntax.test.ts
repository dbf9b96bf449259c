import { readdirSync, readFileSync } from "node:fs";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { lintStrictly } from "./lint-strictly.ts";

/** Programs that nobody would write, with every construct there is. */
const folder = new URL("fixtures/", import.meta.url);
const files = readdirSync(folder);
const textOf = (file: string): string => readFileSync(new URL(file, folder), "utf8");

describe("any program that parses", () => {
  it.each(files.filter((file) => !file.endsWith(".cjs")))("%s", (file) => {
    lintStrictly(textOf(file), file);
  });

  it.each(files.filter((file) => file.endsWith(".cjs")))("%s", (file) => {
    const script: Linter.Config = { files: ["**/*.cjs"], languageOptions: { sourceType: "script" } };
    const messages = new Linter().verify(textOf(file), [...plugin.configs.strict, script], file);
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
    expect(messages).not.toEqual([]);
  });

  it.each(["", "\n", ";", "// withTimeout", "/* withTimeout", "<!-- withTimeout", "#!withTimeout"])("%o", (text) => {
    // Some of these do not parse: then that is what is reported, and nothing throws.
    expect(new Linter().verify(text, plugin.configs.strict, "file.mjs").every(({ fatal }) => fatal)).toBe(true);
  });
});

const leaking = `import { withTimeout } from "@loke/context";
export async function f(parent, work) {
  const { ctx, abort } = withTimeout(parent, 500);
  await work(ctx);
  abort();
}
`;

describe("a leak in any clothes", () => {
  it.each<[clothes: string, text: string]>([
    ["as it is", leaking],
    ["behind a hashbang", `#!/usr/bin/env node\n${leaking}`],
    ["behind a byte order mark", `\uFEFF${leaking}`],
    ["with CRLF", leaking.replaceAll("\n", "\r\n")],
    ["with line ends that only JavaScript knows", leaking.replaceAll(";\n", ";\u2028").replaceAll("\n", "\r")],
    ["on one line", leaking.replaceAll(/\s+/g, " ")],
    ["with comments everywhere", leaking.replaceAll(" ", " /* withTimeout */ ")],
    ["with escaped names", leaking.replaceAll("abort", "\\u0061bort").replace("withTimeout(", "with\\u{54}imeout(")],
    ["with strange names", leaking.replaceAll("abort", "ᚠ_$1").replace("{ ctx, ᚠ_$1 }", "{ ctx, abort: ᚠ_$1 }")],
    ["as an export with a string name", leaking.replace("{ withTimeout }", `{ "withTimeout" as withTimeout }`)],
  ])("%s", (_, text) => {
    for (const file of ["file.ts", "file.mjs"]) {
      expect(lintStrictly(text, file).map(({ messageId }) => messageId)).toEqual(["exception"]);
    }
  });
});

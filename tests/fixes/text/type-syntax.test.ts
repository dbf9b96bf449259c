import parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { expect, it } from "vitest";
import plugin from "../../../src/index.ts";

const race = "export const f = (x) => Promise.race([x, new Promise((resolve) => setTimeout(resolve, 50))]);\n";
const typed = "let timer: ReturnType<typeof setTimeout> | undefined;";
const commented = "/** @type {ReturnType<typeof setTimeout> | undefined} */ let timer;";
const untyped = "let timer;";

/** The script of a component comes with the text of all of it: here the other part is a comment. */
it.each([
  ["file.ts", "", true, typed],
  ["file.mts", "", false, typed],
  ["file.js", "", true, untyped],
  ["file.js", "// @ts-check\n", true, commented],
  ["file.js", "// <script lang='ts'>\n", true, untyped],
  ["file.jsx", "#!/usr/bin/env node\n// Why.\n/// @ts-check\n", false, commented],
  ["file.js", "// @ts-check\n// @ts-nocheck\n", false, untyped],
  ["file.js", "/* @ts-check */\n", false, untyped],
  ["file.js", "f(1);\n// @ts-check\n", false, untyped],
  ["file.js", "/** @type {number} */\nlet n = 1;\n", true, commented],
  ["file.js", "f(/** @satisfies {Options} */ ({}));\n", false, commented],
  ["file.js", "// @ts-expect-error: untyped\nf(1);\n", false, commented],
  ["file.js", "// @ts-nocheck\n/** @type {number} */\nlet n = 1;\n", false, untyped],
  ["file.js", "/** @param {number} n */\nfunction g(n) {}\n", false, untyped],
  ["file.js", "/* @type {number} */\nlet n = 1;\n", false, untyped],
  ["file.vue", '// <script setup lang="ts">\n', true, typed],
  ["file.vue", "// <script lang=tsx setup>\n", true, typed],
  ["file.vue", '// <script setup lang="ts">\n', false, untyped],
  ["file.vue", "// <script setup>\n", true, untyped],
  ["file.vue", "// <script>\n// @ts-check\n", true, commented],
  ["file.svelte", "// <script lang='ts'>\n", true, typed],
  ["file.astro", "", true, typed],
  ["file.astro", "", false, untyped],
  ["file.astro.svelte", "", true, untyped],
])("%s that begins with %j, parsed with types: %s", (filename, before, isTyped, declaration) => {
  const config: Linter.Config = {
    files: ["**/*.*"],
    plugins: { leaks: plugin },
    rules: { "leaks/no-leaked-race-timer": "error" },
    ...(isTyped && { languageOptions: { parser } }),
  };
  const { output } = new Linter().verifyAndFix(before + race, config, { filename });
  expect(/^ *(.*let timer.*)$/m.exec(output)?.[1]).toBe(declaration);
});

it("needs no semicolon before a type in a comment", () => {
  const config: Linter.Config = { plugins: { leaks: plugin }, rules: { "leaks/no-leaked-race-timer": "error" } };
  const raced = "Promise.race([x, new Promise((resolve) => setTimeout(resolve, 50))])";
  const program = `// @ts-check\nexport async function f(x) {\n  x()\n  const y = await ${raced}\n}\n`;
  expect(new Linter().verifyAndFix(program, config).output).toContain(`x()\n  ${commented.replace(";", "\n")}`);
});

import parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { expect, it } from "vitest";
import plugin from "../../src/index.ts";

/** Reads the script of a single-file component where it stands, as the parsers for such files do. */
const sfcParser: Linter.Parser = {
  meta: { name: "single-file-components" },
  parseForESLint(text: string, options?: object) {
    const script = /(?<=<script\b[^>]*>)[^]*(?=<\/script>)/.exec(text)!;
    const blank = (part: string): string => part.replace(/\S/g, " ");
    const end = script.index + script[0].length;
    return parser.parseForESLint(blank(text.slice(0, script.index)) + script[0] + blank(text.slice(end)), {
      ...options,
      range: true,
    }) as unknown as Linter.ESLintParseResult;
  },
};

function reportsOf(text: string): Linter.LintMessage[] {
  const config: Linter.Config = {
    files: ["**/*.vue"],
    languageOptions: { parser: sfcParser },
    plugins: { leaks: plugin },
    rules: { "leaks/no-leaked-timer": "error" },
  };
  return new Linter().verify(text, [config], { filename: "Clock.vue" });
}

const linesReported = (text: string): number[] => reportsOf(text).map(({ line }) => line);

const body = `
import { onMounted, onUnmounted } from "vue";
let lost;
setInterval(tick, 1000);
const polling = setInterval(tick, 1000);
const later = setTimeout(tick, 1000);
const stopped = setInterval(tick, 1000);
onMounted(() => { lost = setInterval(tick, 1000); });
onUnmounted(() => clearInterval(stopped));
`;

it("takes the top level of `<script setup>` for the code of a component", () => {
  expect(linesReported(`<template />\n<script setup lang="ts">${body}</script>`)).toEqual([5, 6, 7, 9]);
});

it("leaves the top level of a plain script alone, which runs once", () => {
  expect(linesReported(`<template />\n<script lang="ts">${body}</script>`)).toEqual([]);
});

it("does not take a script in a string for one", () => {
  const quoted = `<template />\n<script>${body} const example = "<script setup>";</script>`;
  expect(linesReported(quoted)).toEqual([]);
});

it("suggests a cleanup at the top level of `<script setup>`", () => {
  const [, polling] = reportsOf(`<template />\n<script setup lang="ts">${body}</script>`);
  expect(polling?.suggestions?.map(({ fix }) => fix.text)).toEqual(["onUnmounted(() => clearInterval(polling));\n"]);
});

import type { ESLint, Rule } from "eslint";
import { describe, expect, it } from "vitest";
import { createChecker } from "../../scripts/every-program/check-program.mjs";
import { dialectsOf } from "../../scripts/every-program/dialects.mjs";

const [[script]] = dialectsOf("program.script.js") as [[never]];

/** A plugin whose only rule does one thing to each program. */
function pluginWith(create: Rule.RuleModule["create"]): ESLint.Plugin {
  const meta: Rule.RuleMetaData = { fixable: "code", hasSuggestions: true, schema: [] };
  const plugin: ESLint.Plugin = { rules: { rule: { meta, create } } };
  return { ...plugin, configs: { strict: [{ plugins: { leaks: plugin }, rules: { "leaks/rule": "error" } }] } };
}

/** Reports a program that holds a word, and replaces all of it. */
function replaces(word: string, text: string, asSuggestion = false): ESLint.Plugin {
  return pluginWith((context) => ({
    Program(node) {
      if (!context.sourceCode.text.includes(word)) return;
      const fix: Rule.ReportFixer = (fixer) => fixer.replaceTextRange([0, context.sourceCode.text.length], text);
      const suggest = [{ desc: "replace", fix }];
      context.report({ node, message: "found", ...(asSuggestion ? { suggest } : { fix }) });
    },
  }));
}

const failuresOf = (plugin: ESLint.Plugin, text: string): string[] => createChecker(plugin)(text, script).failures;

describe("what a rule must not do to a program is noticed", () => {
  it.each<[what: string, plugin: ESLint.Plugin, words: RegExp]>([
    [
      "throwing",
      pluginWith(() => {
        throw new Error("no such node");
      }),
      /^crash: .*no such node/,
    ],
    [
      "giving up",
      pluginWith(() => {
        console.error("leaks: too deep");
        return {};
      }),
      /^leaks: too deep$/,
    ],
    ["a fix that does not parse", replaces("found", "var ="), /fix: it does not parse/],
    ["a suggestion that does not parse", replaces("found", "var =", true), /replace: it does not parse/],
    ["a fix that loses a comment", replaces("found", "1;"), /fix: a comment is lost: {2}kept/],
    [
      "a fix that cures nothing",
      replaces("found", "/* found */ 1; // kept\n"),
      /fix: leaks\/rule has as much to say as before/,
    ],
    ["a fix that uses what is not there yet", replaces("found", "a; // kept\nlet a;\n"), /fix: `a` is used before it/],
    ["a fix without end", replaces("found", "found; // kept\n".repeat(2)), /a fix is left over/],
    ["a fix that mixes line ends", replaces("found", "1; // kept\r\n2;\n"), /fix: it mixes line ends/],
    ["a fix that changes nothing", replaces("found", "found // kept\n"), /fix: it changes nothing/],
  ])("%s", (_what, plugin, words) => {
    expect(failuresOf(plugin, "found // kept\n")).toContainEqual(expect.stringMatching(words));
    expect(failuresOf(replaces("found", "1; // kept\n"), "found // kept\n")).toEqual([]);
  });
});

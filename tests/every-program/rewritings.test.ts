import type { Linter } from "eslint";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lexicalFaults } from "../../scripts/real-code/lexical-faults.mjs";
import plugin from "../../src/index.ts";
import { lintText, meaningOf, rewritings, type Linted } from "./rewrite.ts";

/**
 * Each fixture of fixes, written in another way that changes nothing of what it does: with parentheses, without
 * semicolons. What a fix or a suggestion makes of it must parse and declare each name once, and it must be the program
 * that comes out of the fixture as it is.
 */
const folder = new URL("../fixes/", import.meta.url);
const fixtures = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
  (path) => /\/.*\.m?[jt]sx?$/.test(path) && !/\.fixed\.|^(?:drive|harness|text)\//.test(path),
);
const everything: Linter.Config[] = [
  ...plugin.configs.strict.map((each) => ({ ...each, ignores: [] })),
  { settings: { leaks: { unsafeFixes: true } } },
];

describe.each(fixtures)("%s", (path) => {
  const text = readFileSync(new URL(path, folder), "utf8");
  const linted = lintText(text, path, everything);
  const meanings = changesOf(text, path, linted);

  it.each(Object.entries(rewritings))("%s", (_, rewrite) => {
    const rewritten = rewrite(linted.sourceCode!);
    const other = lintText(rewritten, path, everything);
    expect(meaningOf(other.sourceCode!), rewritten).toBe(meaningOf(linted.sourceCode!));
    for (const [offer, meaning] of changesOf(rewritten, path, other))
      if (meanings.has(offer)) expect(meaning, offer).toBe(meanings.get(offer));
  });
});

/** What each fix and each suggestion of a text makes of it, by its report and its title. */
function changesOf(text: string, path: string, { sourceCode, reports }: Linted): ReadonlyMap<string, string> {
  const faults = lexicalFaults(sourceCode!);
  const found = new Map<string, string>();
  for (const { ruleId, messageId, fix, suggestions = [] } of reports) {
    for (const offer of [...(fix ? [{ messageId: "fix", fix }] : []), ...suggestions]) {
      const after = text.slice(0, offer.fix.range[0]) + offer.fix.text + text.slice(offer.fix.range[1]);
      const changed = lintText(after, path).sourceCode;
      expect(changed, after).toBeDefined();
      expect(
        lexicalFaults(changed!).filter((fault) => !faults.includes(fault)),
        after,
      ).toEqual([]);
      const name = `${String(ruleId)} ${String(messageId)} ${String(offer.messageId)}`;
      found.set(`${name} ${[...found.keys()].filter((each) => each.startsWith(name)).length}`, meaningOf(changed!));
    }
  }
  return found;
}

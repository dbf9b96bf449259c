import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { countVerdicts, readVerdicts } from "../../scripts/real-code/verdicts.mjs";
import plugin from "../../src/index.ts";
import { createConsumer, type Consumer } from "../package/consumer.ts";
import { expectLeak, leakingJs } from "../package/sample.ts";
import { blocksOf, pathOf, readPage, sectionOf, withMarked } from "./read-page.ts";

const page = readPage("README.md");

describe("what the README says to copy works", () => {
  let consumer: Consumer;
  beforeAll(async () => {
    const packages = ["eslint@10.15.0", "typescript@~6.0.3", "typescript-eslint@8.72.2", "oxlint@1.94.0"];
    consumer = await createConsumer(packages, {
      "leaking.js": leakingJs,
      "user.ts": blockUnder("Why", "ts"),
      "eslint.config.js": blockUnder("Install", "js"),
      "typescript.config.js": blockUnder("TypeScript", "js"),
      ".oxlintrc.json": blockUnder("oxlint", "json"),
    });
    return consumer.remove;
  });

  it("the config", async () => {
    await expectLeak(consumer, { config: "eslint.config.js" });
  });

  it("the config for TypeScript, with the report that is shown", async () => {
    const args = ["--config", "typescript.config.js", "user.ts"];
    const { code, stdout } = await consumer.node("eslint/bin/eslint.js", args);
    expect(stdout.split("\n")).toContain(blockUnder("Why", "text").trimEnd());
    expect(code).toBe(1);
  });

  it.each(["leaking.js", "user.ts"])("the config for oxlint, on %s", async (file) => {
    const { code, stdout } = await consumer.node("oxlint/bin/oxlint", [file]);
    expect(stdout).toContain("leaks(no-lost-cancel)");
    expect(code).toBe(1);
  });
});

describe("what the README says of the plugin is so", () => {
  it("names each option of each rule", () => {
    const options = Object.values(plugin.rules).flatMap((rule) => Object.keys(rule.meta!.defaultOptions![0] as object));
    expect(namedIn("option")).toEqual([...new Set(options)]);
  });

  it("names each setting", () => {
    const settings = [...readPage("docs/settings.md").matchAll(/^## (\w+)$/gm)].map(([, name]) => name);
    expect(namedIn("setting")).toEqual(settings);
  });

  it("takes its measurements from bench/cost/RESULTS.md", () => {
    const rows = readPage("bench/cost/RESULTS.md").split("\n");
    const measured = rows.filter((row) => row.startsWith("| `@loke/context` `withTimeout`"));
    const said = [...sectionOf(page, "Why").matchAll(/\b(?:\d+ ms|\d+,\d{3}(?: ms)?)\b/g)].map(([number]) => number);
    expect(said).toEqual(["3,004 ms", "2 ms", "10,000", "10,000", "10,000"]);
    for (const number of said) expect(measured.join()).toContain(`| ${number} |`);
  });

  it("counts the verdicts on public code (`vitest run tests/docs -u` writes it)", async () => {
    const expected = withMarked(page, "real-code", describeVerdicts());
    await expect(expected).toMatchFileSnapshot(pathOf("README.md"));
  });
});

function blockUnder(heading: string, language: string): string {
  const block = blocksOf(page).find((each) => each.heading === heading && each.language === language);
  if (!block) throw new Error(`README.md: no block of ${language} under ${heading}`);
  return block.text;
}

/** The names in the first column of the table with this head. */
function namedIn(head: string): string[] {
  const table = sectionOf(page, "Options and settings")
    .split("\n\n")
    .find((part) => part.startsWith(`| ${head} |`));
  return [...(table ?? "").matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name!);
}

function describeVerdicts(): string {
  const verdicts = readVerdicts(pathOf("tests/real-code/verdicts.jsonl"));
  if (verdicts.length === 0) return "No report in public code has been judged yet.";
  const repositories = new Set(verdicts.map(({ repository }) => repository)).size;
  const counts = countVerdicts(verdicts);
  const fixed = verdicts.filter(({ reason }) => reason.startsWith("fixed since: ")).length;
  const alarms = `${counts["false-alarm"]} false alarms (${fixed} of them fixed since)`;
  const linted = readFileSync(pathOf("tests/real-code/repositories.txt"), "utf8").match(/^[\w.-]+\/[\w.-]+\s/gm) ?? [];
  const found = `Its ${verdicts.length} reports, in ${repositories} of them, were read in their code:`;
  return [
    `The rule was run over ${linted.length} public repositories.`,
    found,
    `**${counts.leak} leaks, ${alarms}, ${counts.debatable} debatable**.`,
    "[The verdicts](tests/real-code/verdicts.jsonl) name repository, commit, line and reason of each;",
    "`node scripts/real-code.mjs --counts` counts them.",
  ].join("\n");
}

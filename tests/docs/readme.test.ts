import { beforeAll, describe, expect, it } from "vitest";
import { countVerdicts, readVerdicts, type Verdict } from "../../scripts/real-code/verdicts.mjs";
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
      "race.ts": blockUnder("Why", "ts", 1),
      "eslint.config.js": blockUnder("Install", "js"),
      "typescript.config.js": blockUnder("TypeScript", "js"),
      ".oxlintrc.json": blockUnder("oxlint", "json"),
    });
    return consumer.remove;
  });

  it("the config", async () => {
    await expectLeak(consumer, { config: "eslint.config.js" });
  });

  it.each(["user.ts", "race.ts"])("the config for TypeScript, with the report that is shown for %s", async (file) => {
    const { code, stdout } = await consumer.node("eslint/bin/eslint.js", ["--config", "typescript.config.js", file]);
    const shown = blockUnder("Why", "text", file === "race.ts" ? 1 : 0);
    expect(stdout.split("\n")).toContain(shown.trimEnd());
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

function blockUnder(heading: string, language: string, index = 0): string {
  const block = blocksOf(page).filter((each) => each.heading === heading && each.language === language)[index];
  if (!block) throw new Error(`README.md: no block ${index} of ${language} under ${heading}`);
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
  const rules = [...new Set(verdicts.map(({ rule }) => rule))].sort();
  return [
    `${verdicts.length} reports in ${repositories} public repositories were read in their code:`,
    "",
    "| rule | leaks | false alarms | of them fixed since | debatable |",
    "|---|--:|--:|--:|--:|",
    ...rules.map((rule) => rowOf(`[${rule}](docs/rules/${rule}.md)`, verdicts.filter((each) => each.rule === rule))),
    rowOf("all", verdicts),
    "",
    "[The verdicts](tests/real-code/verdicts.jsonl) name repository, commit, line and reason of each;",
    "`node scripts/real-code.mjs --counts` counts them.",
  ].join("\n");
}

function rowOf(name: string, verdicts: readonly Verdict[]): string {
  const counts = countVerdicts(verdicts);
  const fixed = verdicts.filter(
    ({ verdict, reason }) => verdict === "false-alarm" && reason.startsWith("fixed since: "),
  ).length;
  return `| ${name} | ${counts.leak} | ${counts["false-alarm"]} | ${fixed} | ${counts.debatable} |`;
}

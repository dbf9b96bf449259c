import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

/**
 * What is offered, case by case. A file of cases/ begins with the name of its rule, `in` a file where that is not
 * TypeScript, and a program with a `$`. Then come lines of code that stand there, each with what comes of it below: the
 * fix, or else the first suggestion, and what it writes. `UPDATE_CASES=1` writes what comes out: then read it.
 */
const folder = new URL("cases/", import.meta.url);

describe.each(readdirSync(folder))("%s", (name) => {
  const page = new URL(name, folder);
  const [frame, ...cases] = readFileSync(page, "utf8").trim().split("\n\n");
  const [head, ...program] = frame!.split("\n");
  const [rule, file = "file.tsx"] = head!.split(" in ");
  const outcome = (code: string): string => outcomeOf({ rule: rule!, file }, program.join("\n"), code);

  it.each(cases.map((each) => each.split("\n") as [string, string]))("%s", (code, expected) => {
    expect(outcome(code)).toBe(expected);
  });

  if (process.env["UPDATE_CASES"] === "1") {
    const codes = cases.map((each) => each.split("\n")[0]!);
    writeFileSync(page, `${[frame, ...codes.map((code) => `${code}\n${outcome(code)}`)].join("\n\n")}\n`);
  }
});

function outcomeOf(linted: { rule: string; file: string }, program: string, code: string): string {
  const at = program.indexOf("$");
  const [before, behind] = [program.slice(0, at), program.slice(at + 1)];
  const text = before + onLines(code) + behind;
  const [report, ...more] = lint(text, linted);
  if (!report) return "  no report";
  if (more.length > 0) return "  several reports";
  const [suggestion] = report.suggestions ?? [];
  const fix = report.fix ?? suggestion?.fix;
  if (!fix) return `  ${report.messageId}, nothing`;
  const after = text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
  if (lint(after, linted).some(({ fatal }) => fatal)) return "  it does not parse";
  const changed = after.startsWith(before) && after.endsWith(behind) ? after.slice(at, -behind.length) : after;
  return `  ${report.messageId}, ${report.fix ? "fix" : suggestion!.messageId}: ${changed.replace(/\s+/g, " ").trim()}`;
}

/** One statement a line, as people write them. */
function onLines(code: string): string {
  const apart = code
    .replace(/; (?=\S)/g, ";\n  ")
    .replaceAll("{ ", "{\n  ")
    .replaceAll(" }", "\n  }");
  return apart.replace(/\} (?!else|catch|finally|while|=)/g, "}\n  ");
}

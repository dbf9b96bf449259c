import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { lint } from "../rules/lint.ts";
import { addTypes, places } from "./add-types.ts";

/**
 * Types around a value change nothing of what a program does, so nothing of what is reported: every fixture of every
 * rule is linted with types at all places of a kind. Columns and words differ, lines and kinds must not.
 */
const folder = new URL("../rules/", import.meta.url);
const fixtures = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => /\/.*\.tsx?$/.test(path));
const config = plugin.configs.strict.map((entry) => ({ ...entry, ignores: [] }));

/**
 * What is not seen through types yet: a mapper in `map!(…)` of a list, a class that is cast where it is derived, and
 * some names that a search in the text looks for with the bracket behind them.
 */
const missed: Record<string, readonly string[]> = {
  "signal!.addEventListener()": [
    "no-fallback-watcher/own-port-constructor.ts",
    "no-fallback-watcher/own-port.ts",
    "no-fallback-watcher/strict-exported.ts",
    "no-leaked-race-timer/issue-kept-resolve.ts",
  ],
  "clearTimeout(this.timer!)": [
    "no-fallback-watcher/hand-written.ts",
    "no-leaked-abort-listener/issue-given-controller.ts",
    "no-leaked-race-timer/self-made.ts",
    "no-leaked-timer/issue-caught-in-each.ts",
  ],
  "cancel!()": ["no-fallback-watcher/strict-signals.ts"],
  "const timer = setTimeout() as T": ["no-race-in-loop/issue-deferred-in-a-field.ts", "no-race-in-loop/loops.ts"],
  "return timer as T": ["no-leaked-timer/issue-deadline.ts"],
};

describe.each(places)("$name", (place) => {
  it.each(fixtures)("%s", (path) => {
    const text = readFileSync(new URL(path, folder), "utf8");
    const typed = addTypes(text, path, place);
    const [found, wanted] = [reportsOf(typed, path), reportsOf(text, path)];
    if (missed[place.name]?.includes(path)) expect(found).not.toEqual(wanted);
    else expect(found).toEqual(wanted);
  });
});

function reportsOf(text: string, path: string): string[] {
  const reports = lint(text, { file: path, config });
  return reports.flatMap(({ line, ruleId, messageId, fatal, message }) =>
    fatal ? `${line}: ${message}` : ruleId ? `${line}: ${ruleId} ${messageId}` : [],
  );
}

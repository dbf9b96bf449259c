import { describe, expect, it } from "vitest";
import { programs } from "../consequences/fixes/programs.ts";
import { lint } from "../rules/lint.ts";

/** The programs of tests/consequences by their texts, which fixes.test.ts there has shown to be right by running them. */
describe("wrappers", () => {
  it.each(programs.map((each) => [each.name, each] as const))("%s", (_, { before, verdict, change }) => {
    const [report] = lint(before, { rule: "no-fallback-watcher", file: "file.mjs" });
    expect(report?.messageId).toBe("watcher");
    expect(report?.fix !== undefined).toBe(verdict === "fix");
    const fix = report!.fix ?? report!.suggestions?.[0]?.fix;
    const after = fix && before.slice(0, fix.range[0]) + fix.text + before.slice(fix.range[1]);
    expect(after).toBe(change && before.replace(change[0], change[1]));
  });
});

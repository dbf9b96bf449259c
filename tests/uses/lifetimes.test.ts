import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

const rule = "no-race-in-loop";

describe("why a promise outlives a loop", () => {
  const program = (module: string, before: string): string => `import { imported } from "elsewhere";
${module}
export async function run(given, shutdown, x) {
  ${before}
  for (;;) await Promise.race([late, x()]);
}`;
  const causes = ["done", "once", "deferred", "field", "module", "parameter", "unknown"];

  it.each([
    ["done", "", "const late = given.done();"],
    ["done", "const late = imported.done();", ""],
    ["once", "", "const late = once(given, 'abort');"],
    ["deferred", "", "const { promise: late } = Promise.withResolvers();"],
    ["deferred", "const { promise: late } = defer();", ""],
    ["field", "", "const late = given.closed;"],
    ["module", "const late = imported();", ""],
    ["module", "const late = imported;", ""],
    ["parameter", "", "const late = shutdown;"],
    ["unknown", "", "const late = given;"],
    ["unknown", "", "const late = imported;"],
  ])("is `%s`: `%s` `%s`", (cause, module, before) => {
    const found = causes.filter((each) => lint(program(module, before), { rule, options: { causes: [each] } }).length);
    expect(found).toEqual([cause]);
  });
});

import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

/** What a suggestion makes of a pattern that drops the handle: the pattern afterwards, or nothing where it is kept. */
describe("a handle that is dropped gets a name", () => {
  const program = (pattern: string, derive: string): string => `import { withTimeout } from "@loke/context";
import { WithTimeout } from "@goscript/context/index.js";
export async function run(parent, x, abort1) {
  const ${pattern} = ${derive}(parent, 500n);
  await x.done(ctx);
}`;

  const suggested = (text: string): string | undefined => {
    const [report, ...more] = lint(text, { rule: "no-lost-cancel" });
    expect(report && more.length === 0).toBe(true);
    const fix = report!.suggestions?.[0]?.fix;
    const after = fix && text.slice(0, fix.range[0]) + fix.text + text.slice(fix.range[1]);
    return after && /const (.*) = with/i.exec(after)?.[1];
  };

  it.each([
    ["{ ctx }", "{ ctx, abort }"],
    ["{ ctx: ctx }", "{ ctx: ctx, abort }"],
    ["{ ['ctx']: ctx }", "{ ['ctx']: ctx, abort }"],
    ["{ abort: _, ctx }", "{ abort, ctx }"],
    ["{ abort: _abort, ctx }", "{ abort, ctx }"],
    ["{ ctx, abort: __stop }", "{ ctx, abort: stop }"],
    ["{ ctx, abort: unused }", "{ ctx, abort: unused }"],
    ["{ ctx, abort: _1 }", "{ ctx, abort }"],
  ])("%s → %s", (pattern, after) => {
    expect(suggested(program(pattern, "withTimeout"))).toBe(after);
  });

  it.each([
    ["[ctx]", "[ctx, cancel]"],
    ["[ctx,]", "[ctx, cancel,]"],
    ["[ctx, _]", "[ctx, cancel]"],
    ["[ctx, _cancel]", "[ctx, cancel]"],
    ["[ctx, __stop]", "[ctx, stop]"],
    ["[ctx, _1]", "[ctx, cancel]"],
  ])("%s → %s", (pattern, after) => {
    expect(suggested(program(pattern, "WithTimeout"))).toBe(after);
  });

  it("another one where the name is taken", () => {
    const taken = program("{ ctx }", "withTimeout").replace("abort1", "abort");
    expect(suggested(taken)).toBe("{ ctx, abort: abort2 }");
    expect(suggested(program("[ctx]", "WithTimeout").replace("abort1", "cancel"))).toBe("[ctx, cancel2]");
  });

  it.each(["{ ctx, abort: [] }", "{ ctx, abort: {} }"])("not in %s", (pattern) => {
    expect(suggested(program(pattern, "withTimeout"))).toBeUndefined();
  });

  it.each(["[ctx, , more]", "[ctx, []]"])("not in %s", (pattern) => {
    expect(suggested(program(pattern, "WithTimeout"))).toBeUndefined();
  });
});

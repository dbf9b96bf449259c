import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { lint } from "./lint.ts";

const rule = "no-premature-cancel";

/** A program whose one statement in `try` is too early. */
const program = (statement: string, kind = "async function", handler = ""): string =>
  `const work = async (ctx) => { await ctx; };
export ${kind} f(parent, cached) {
  const { ctx, abort } = withTimeout(parent, 500);
  try {
    ${statement}
  }${handler} finally {
    abort();
  }
}`;

describe("no-premature-cancel suggests", () => {
  it.each([
    ["return work(ctx);", "return await work(ctx);"],
    ["return work(ctx).then(Number);", "return await work(ctx).then(Number);"],
    ["return cached ?? work(ctx);", "return await (cached ?? work(ctx));"],
    ["return (work(ctx));", "return await (work(ctx));"],
    ["return (work)(ctx);", "return await (work)(ctx);"],
    ["return (work(ctx)).then(Number);", "return await (work(ctx)).then(Number);"],
    ["const job = work(ctx); return job;", "const job = work(ctx); return await job;"],
    ["return /* now */ work(ctx) // later", "return /* now */ await work(ctx) // later"],
  ])("%s → %s", (statement, fixed) => {
    const [report, ...more] = lint(program(statement), { rule });
    expect(more).toEqual([]);
    const [suggestion] = report!.suggestions!;
    const { range, text } = suggestion!.fix;
    const source = program(statement);
    const output = source.slice(0, range[0]) + text + source.slice(range[1]);
    expect(output).toBe(program(fixed));
    expect(lint(output, { rule })).toEqual([]);
  });

  it("what a `catch` will see, in the title", () => {
    const [report] = lint(program("return work(ctx);", "async function", " catch {}"), { rule });
    expect(report!.suggestions![0]!.desc).toContain("`catch` sees its rejection");
  });

  it.each([
    ["a function that is not async", program("return work(ctx);", "function")],
    ["a release before the return", program("const job = work(ctx); abort(); return job;")],
    ["work nobody waits for", program("void work(ctx);")],
  ])("nothing for %s", (_name, source) => {
    const [report] = lint(source, { rule });
    expect(report!.suggestions ?? []).toEqual([]);
  });

  it("and fixes with `unsafeFixes`", () => {
    const config: Linter.Config[] = [
      {
        plugins: { leaks: plugin },
        rules: { [`leaks/${rule}`]: "error" },
        settings: { leaks: { unsafeFixes: true } },
      },
    ];
    const { output, messages } = new Linter().verifyAndFix(program("return work(ctx);"), config);
    expect(output).toBe(program("return await work(ctx);"));
    expect(messages).toEqual([]);
  });
});

import { expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

/** What stands before a function whose work is awaited once: by that, a `finally` may stand behind the call or not. */
const program = (before: string, call: string): string => `
import { withTimeout, type Context } from "@loke/context";
${before}
export async function run(parent: Context) {
  const { ctx, abort } = withTimeout(parent, 500);
  const value = await ${call};
  abort();
  return () => value;
}
`;

/** Who has no `finally`, or may have none, gets none: a `try` around the `await` takes what is not a promise too. */
it.each([
  ["", "fetch(ctx)", true],
  ["globalThis.fetch = () => ({});", "fetch(ctx)", false],
  ['vi.stubGlobal("fetch", () => ({}));', "fetch(ctx)", false],
  ['vi.spyOn(globalThis, "fetch").mockReturnValue({});', "fetch(ctx)", false],
  ["other.fetched = 1;", "fetch(ctx)", true],
  ["declare function load(ctx: Context): Promise<string>;", "load(ctx)", true],
  [
    "declare function load(ctx: Context): Promise<string>; declare function load(ctx: Context, n: number): string;",
    "load(ctx, 1)",
    false,
  ],
  [
    "declare function load(c: Context): Promise<string>; declare function load(c: Context, n: 1): PromiseLike<string>;",
    "load(ctx, 1)",
    false,
  ],
  [
    "declare function load(c: Context): Promise<string>; declare function load(c: Context, n: 1): Promise<number>;",
    "load(ctx, 1)",
    true,
  ],
])("behind %s, `%s`: %s", (before, call, isNative) => {
  const [report] = lint(program(before, call), { rule: "no-lost-cancel", file: "file.ts" });
  expect(report).toBeDefined();
  expect(report?.fix?.text.includes(".finally(") === true).toBe(isNative);
});

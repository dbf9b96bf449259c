import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { idsOf } from "./ids-of.ts";

/** Without types, that a call gives a promise is told by what the file says of the function. */
describe("work that is dropped before a cancel", () => {
  const reported = (module: string, work: string, member = ""): (string | undefined)[] =>
    idsOf(
      `import { withTimeout } from "@loke/context";
${module}
export class Client {
  ${member}
  async run(parent, x, fn: (c) => Promise<void>, like: (c) => PromiseLike<void>, sync: (c) => void) {
    const { ctx, abort } = withTimeout(parent, 500);
    try { ${work} } finally { abort(); }
  }
}`,
      "no-premature-cancel",
    );

  it.each([
    "async function load(c) {}",
    "const load = async (c) => {};",
    "const load = (c) => fetch(c);",
    "const load = (c) => new Promise(() => {});",
    "const load = (c) => Promise.resolve(c);",
    "function load(c): Promise<void> { return c; }",
    "function load(c): PromiseLike<void> { return c; }",
    "declare function load(c): Promise<void>;",
    "declare function load(c): PromiseLike<void>;",
  ])("is a promise by `%s`", (module) => {
    expect(reported(module, "load(ctx);")).toEqual(["dropped"]);
  });

  it.each([
    "",
    "function load(c) {}",
    "function* load(c) {}",
    "async function* load(c) {}",
    "function load(c): void {}",
    "function load(c): Thing<void> { return c; }",
    "function load(c): x.Promise<void> { return c; }",
    "declare function load(c): void;",
    "declare function load(c);",
  ])("may be none by `%s`", (module) => {
    expect(reported(module, "load(ctx);")).toEqual([]);
  });

  it.each([
    ["async load(c) {}", "this.load(ctx);"],
    ["async load(c) {}", "this['load'](ctx);"],
    ["async #load(c) {}", "this.#load(ctx);"],
    ["load = async (c) => {};", "this.load(ctx);"],
    ["load = async function (c) {};", "this.load(ctx);"],
    ["static {} async load(c) {}", "this.load(ctx);"],
    ["other = 1; async load(c) {}", "this.load(ctx);"],
    ["load(c): Promise<void> { return c; }", "this.load(ctx);"],
    ["", "fn(ctx);"],
    ["", "like(ctx);"],
  ])("is a promise by the member `%s`: `%s`", (member, work) => {
    expect(reported("", work, member)).toEqual(["dropped"]);
  });

  it.each([
    ["load(c) {}", "this.load(ctx);"],
    ["load = (c) => {};", "this.load(ctx);"],
    ["load = 1;", "this.load(ctx);"],
    ["*load(c) {}", "this.load(ctx);"],
    ["async *load(c) {}", "this.load(ctx);"],
    ["async other(c) {}", "this.load(ctx);"],
    ["get load() { return async () => {}; }", "this.load(ctx);"],
    ["async load(c) {}", "x.load(ctx);"],
    ["", "sync(ctx);"],
    ["", "x(ctx);"],
  ])("may be none by the member `%s`: `%s`", (member, work) => {
    expect(reported("", work, member)).toEqual([]);
  });
});

describe("a call that the settings name", () => {
  const program = (use: string): string => `import { withTimeout } from "@loke/context";
export async function run(parent, x) {
  const h = withTimeout(parent, 500);
  ${use}
  h.abort();
}`;
  const reported = (use: string, settings: object): string[] =>
    lint(program(use), { settings }).map(({ messageId }) => messageId ?? "");

  it.each([{ keeps: ["x.end"] }, { releases: ["x.end"] }])("has what it is given from then on: %j", (settings) => {
    expect(reported("await x.end(h);", settings)).toEqual([]);
    expect(reported("await x.end(h.ctx);", settings)).toEqual(["exception"]);
    expect(reported("await y.end(h);", settings)).toEqual(["exception"]);
  });

  it.each([{ keeps: ["end"] }, { releases: ["end"] }, { keeps: ["y.end"] }, {}])("is named in full: %j", (settings) => {
    expect(reported("await x.end(h);", settings)).toEqual(["exception"]);
  });

  it("is none where the name alone says that it keeps", () => {
    for (const keeper of ["track", "register", "pushAll", "defer"])
      expect(reported(`await x.${keeper}(h);`, {})).toEqual([]);
    for (const borrower of ["tracker", "run", "pushed"])
      expect(reported(`await x.${borrower}(h);`, {})).toEqual(["exception"]);
  });
});

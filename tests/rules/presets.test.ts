import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { lint } from "./lint.ts";

/** One leak of each cause, by the id of its message. */
const LEAKS: Readonly<Record<string, string>> = {
  discarded: `export function f(parent) {
    const { ctx } = withTimeout(parent, 500);
    step(ctx);
  }`,
  neverReleased: `export function f(parent) {
    const { ctx, abort } = withTimeout(parent, 500);
    step(ctx, typeof abort);
  }`,
  earlyReturn: `export function f(parent) {
    const { ctx, abort } = withTimeout(parent, 500);
    if (step(ctx)) return;
    abort();
  }`,
  exception: `export async function f(parent) {
    const { ctx, abort } = withTimeout(parent, 500);
    await step(ctx);
    abort();
  }`,
  branch: `export function f(parent) {
    const { ctx, abort } = withTimeout(parent, 500);
    if (step(ctx)) abort();
  }`,
  overwritten: `export function f(parent) {
    let { ctx, abort } = withTimeout(parent, 500);
    ({ ctx, abort } = withTimeout(parent, 900));
    step(ctx);
    abort();
  }`,
};

const imports = `import { background, withTimeout } from "@loke/context";\n`;
const atTopLevel = `const { ctx, abort } = withTimeout(background, 500);\nawait step(ctx);\nabort();\n`;

/** Files whose leaks end with the test run, and files that are part of a product. */
const TESTS = ["name.test.ts", "src/name.spec.js", "test/name.mjs", "packages/a/__tests__/name.ts", "e2e/name.js"];
const PRODUCT = ["name.ts", "src/name.js", "src/contest.ts", "src/latest/spec.js"];

function messageIds(preset: "recommended" | "strict", file: string, text: string): (string | undefined)[] {
  const messages = lint(imports + text, { file, config: plugin.configs[preset] });
  return messages.map(({ messageId, message }) => messageId ?? message);
}

describe.each(["recommended", "strict"] as const)("%s", (preset) => {
  it.each(PRODUCT)("reports every cause in %s", (file) => {
    for (const [id, text] of Object.entries(LEAKS)) expect(messageIds(preset, file, text)).toEqual([id]);
  });

  it.each(TESTS)("is silent in %s on what a failing test may leak", (file) => {
    const { discarded, exception, ...others } = LEAKS;
    expect(messageIds(preset, file, discarded!)).toEqual([]);
    expect(messageIds(preset, file, exception!)).toEqual([]);
    for (const [id, text] of Object.entries(others)) expect(messageIds(preset, file, text)).toEqual([id]);
  });
});

describe("the top level, which ends with the process", () => {
  it("is quiet in recommended", () => {
    for (const file of [...TESTS, ...PRODUCT]) expect(messageIds("recommended", file, atTopLevel)).toEqual([]);
  });

  it("is reported in strict, in tests but for the causes that are quiet there", () => {
    for (const file of PRODUCT) expect(messageIds("strict", file, atTopLevel)).toEqual(["exception"]);
    const neverReleased = atTopLevel.replace("abort();", "step(typeof abort);");
    for (const file of TESTS) {
      expect(messageIds("strict", file, atTopLevel)).toEqual([]);
      expect(messageIds("strict", file, neverReleased)).toEqual(["neverReleased"]);
    }
  });
});

describe("options", () => {
  it("report the named causes and no other", () => {
    for (const [id, text] of Object.entries(LEAKS)) {
      const options = { causes: [id.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)] };
      expect(lint(imports + text, { options })).toHaveLength(1);
      for (const [other, otherText] of Object.entries(LEAKS)) {
        if (other !== id) expect(lint(imports + otherText, { options })).toEqual([]);
      }
    }
  });

  it("leave the others at their defaults", () => {
    expect(lint(imports + atTopLevel, { options: { topLevel: true } })).toHaveLength(1);
    expect(lint(imports + LEAKS["exception"]!, { options: {} })).toHaveLength(1);
  });
});

describe("no-premature-cancel", () => {
  const premature = (statements: string): string => `const work = async (ctx) => { await ctx; };
export async function f(parent, load) {
  const { ctx, abort } = withTimeout(parent, 500);
  ${statements}
}`;

  it("lets tests start work only to cancel it", () => {
    const dropped = premature("void work(ctx); abort();");
    for (const file of TESTS) expect(messageIds("recommended", file, dropped)).toEqual([]);
    for (const file of PRODUCT) expect(messageIds("recommended", file, dropped)).toEqual(["dropped"]);
  });

  it("counts what is perhaps a promise in strict", () => {
    const perhaps = premature("try { return load(ctx); } finally { abort(); }");
    for (const file of [...TESTS, ...PRODUCT]) {
      expect(messageIds("recommended", file, perhaps)).toEqual([]);
      expect(messageIds("strict", file, perhaps)).toEqual(["perhaps"]);
    }
  });
});

describe("no-fallback-watcher", () => {
  const watcher = `import { WithCancel } from "@goscript/context/index.js";
  class Bo { ctx; Done() { return this.ctx.Done(); } }
  export const f = (bo: Bo) => WithCancel(bo);`;

  it.each(["recommended", "strict"] as const)("%s: reported, but not in tests", (preset) => {
    const config = plugin.configs[preset];
    const ids = (file: string): unknown[] => lint(watcher, { file, config }).map(({ messageId }) => messageId);
    expect(ids("src/name.ts")).toEqual(["watcher"]);
    expect(ids("src/name.test.ts")).toEqual([]);
  });
});

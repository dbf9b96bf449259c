import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../../src/index.ts";
import { lint } from "../harness/apply.ts";

const titlesOf = (text: string): string[] =>
  lint({ text, name: "file.ts", rule: "no-lost-cancel" }).flatMap(({ suggestions }) =>
    (suggestions ?? []).map(({ messageId }) => messageId!),
  );

describe("suggestions", () => {
  it("keep the handle of another leak where it is acquired", () => {
    const between = (acquire: string): string => `import { withTimeout } from "@loke/context";
      export async function load(parent, work, keep) {
        const { ctx, abort } = withTimeout(parent, 500);
        await work(ctx);
        ${acquire}
        abort();
        keep(second);
      }`;
    expect(titlesOf(between("const second = await work(ctx);"))).toEqual(["declareBefore"]);
    expect(titlesOf(between("const { ctx: second } = withTimeout(parent, 50);"))).not.toContain("declareBefore");
  });

  it("declare with `using` where each release can go away", () => {
    const released = (release: string): string => `import { Context } from "@dxos/context";
      export async function load(open, found) {
        const ctx = new Context();
        await open(ctx);
        ${release}
      }`;
    expect(titlesOf(released("await ctx.dispose();"))).toEqual(["moveIntoFinally", "useUsing"]);
    expect(titlesOf(released("if (found) await ctx.dispose();"))).toEqual(["wrapRest"]);
    expect(titlesOf(released("if (found) { open(); await ctx.dispose(); }"))).toEqual(["wrapRest", "useUsing"]);
    expect(titlesOf(released("await ctx.dispose(open());"))).toEqual(["moveIntoFinally"]);
    const either = "if (found) { open(); await ctx.dispose(); } else if (open.x) await ctx.dispose();";
    expect(titlesOf(released(either))).toEqual(["wrapRest"]);
  });

  it("declare with `using` in no `case`, where its syntax is an error", () => {
    const released = (open: string, close: string): string => `import { Context } from "@dxos/context";
      export async function load(open, found) {
        ${open}
        const ctx = new Context();
        await open(ctx);
        if (found) { open(); await ctx.dispose(); }
        ${close}
      }`;
    expect(titlesOf(released("{", "}"))).toEqual(["wrapRest", "useUsing"]);
    expect(titlesOf(released("switch (found) { case 1:", "}"))).toEqual(["wrapRest"]);
  });

  it("declare with `using` at the top of a module, not of a script", () => {
    const offers = (sourceType: "script" | "module"): (string | undefined)[] => {
      const config: Linter.Config = {
        languageOptions: { sourceType },
        plugins: { leaks: plugin },
        rules: { "leaks/no-lost-cancel": ["error", { topLevel: true }] },
      };
      const text =
        'const { Context } = require("@dxos/context");\nconst ctx = new Context();\nif (x) { f(); ctx.dispose(); }\n';
      return new Linter().verify(text, config).flatMap(({ suggestions }) => suggestions?.map((each) => each.messageId));
    };
    expect(offers("module")).toContain("useUsing");
    expect(offers("script")).not.toContain("useUsing");
  });

  it("indent no run that is so long that nobody would read the change", () => {
    const offers = (length: number): string[] =>
      titlesOf(`import { withTimeout } from "@loke/context";
        export async function load(parent, work) {
          const { ctx, abort } = withTimeout(parent, 500);
          await work(ctx);
          work("${"-".repeat(length)}");
          await work();
        }`);
    expect(offers(1000)).toEqual(["wrapRest"]);
    expect(offers(20_000)).toEqual([]);
  });

  it("clear no timer of an object that nothing ends: only its author knows when", () => {
    const offers = (method: string): (string | undefined)[] => {
      const config: Linter.Config = {
        plugins: { leaks: plugin },
        rules: { "leaks/no-leaked-timer": ["error", { fields: "all" }] },
      };
      const text = `export class Poller { ${method} start() { this.timer = setInterval(this.poll, 9); } }`;
      return new Linter().verify(text, config).map((each) => each.suggestions?.[0]?.messageId);
    };
    expect(offers("")).toEqual([undefined]);
    expect(offers("stop() { clearInterval(this.timer); }")).toEqual(["clearBefore"]);
  });

  it("ask a handle whose type admits null", () => {
    const [report] = lint({
      text: `import { WithTimeout } from "@goscript/context/index.js";
        export function load(parent, work) {
          const [ctx] = WithTimeout(parent, 500n);
          work(ctx);
        }`,
      name: "file.ts",
      rule: "no-lost-cancel",
    });
    expect(report!.suggestions!.map(({ fix }) => fix.text).join("")).toContain("cancel?.()");
  });

  it("declare nothing at the top of a script, where it would be global", () => {
    const race = "Promise.race([work(), new Promise((_, reject) => setTimeout(reject, 5))]);";
    const offers = (text: string, sourceType: "script" | "module"): boolean => {
      const config = { plugins: { leaks: plugin }, rules: { "leaks/no-leaked-race-timer": "error" } } as const;
      return new Linter().verify(text, { ...config, languageOptions: { sourceType } }).some(({ fix }) => fix);
    };
    expect(offers(race, "module")).toBe(true);
    expect(offers(race, "script")).toBe(false);
    expect(offers(`function run() { return ${race} }`, "script")).toBe(true);
  });
});

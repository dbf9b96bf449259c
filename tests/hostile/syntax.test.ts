import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { lintStrictly } from "./lint-strictly.ts";

const leak = `const { ctx, abort } = withTimeout(parent, 500); await work(ctx); abort();`;
const leaking = `import { withTimeout } from "@loke/context";\nexport async function f(parent, work) { ${leak} }`;

/** Texts with words of an acquire and no acquire, and texts that are no ordinary module. */
const TEXTS: Readonly<Record<string, string>> = {
  "nothing": "",
  "a comment": "// withTimeout",
  "a hashbang": "#!/usr/bin/env node\n" + leaking,
  "a byte order mark": "\uFEFF" + leaking,
  "CRLF": leaking.replaceAll("\n", "\r\n").replaceAll(";", ";\r\n"),
  "strange line ends": leaking.replaceAll(";", ";\u2028").replaceAll("\n", "\r"),
  "escaped names": leaking.replaceAll("abort", "\\u0061bort").replaceAll("withTimeout(", "with\\u{54}imeout("),
  "strange names": leaking.replaceAll("abort", "ᚠ_$1").replace("{ ctx, ᚠ_$1 }", "{ ctx, abort: ᚠ_$1 }"),
  "strings": `const a = "withTimeout @loke/context"; const b = '@loke/context'; const c = \`withCancel \${a} gontext\`;`,
  "regular expressions": "const a = /withTimeout(@loke\\/context)/v; const b = /(?<withCancel>gontext)(?i:x)/dgimsuy;",
  "keys": "({ withTimeout: 1, 'withCancel': 2, withDeadline() {}, get createContext() { return 1; } }).withTimeout;",
  "labels": "withTimeout: for (;;) { withCancel: for (;;) { continue withTimeout; break withCancel; } }",
  "declarations": "function withTimeout() {} class withCancel {} var withDeadline; let createContext; withTimeout; withCancel;",
  "imports alone": `import "@loke/context"; import {} from "gontext"; import type { withTimeout } from "@loke/context";`,
  "imports of all kinds": `import a, * as b from "gontext"; import c, { default as d, "a b" as e } from "@loke/context";
    import { type withTimeout as f, withCancel as default2 } from "gontext"; a.b(); b.withTimeout; c.d?.(); e(); f; default2;`,
  "imports in vain": `import("@loke/context"); await import(\`gontext\`); require("gontext"); require; require(); require(name, "gontext");
    import.meta.resolve("gontext"); const { withTimeout } = await import("@loke/context"); withTimeout; new (await import("gontext")).x();`,
  "types": `type A = typeof import("@loke/context"); type B<T extends [ctx: 1, cancel: 2]> = T extends [infer withTimeout, ...any] ? withTimeout : never;
    declare function withTimeout(this: Window, ...rest: [a?: string, b?: number]): asserts this is A; declare const createContext: unique symbol;
    type C = \`with\${Capitalize<"timeout">}\`; let x: { readonly [withCancel in keyof A]-?: A[withCancel] }; type D = abstract new () => void;`,
  "overloads": `export function withTimeout(a: 1): void; export function withTimeout(a: 2): void; export function withTimeout(a: any) { withTimeout(a); }
    abstract class A { abstract withCancel(): void; withDeadline?(): void; abstract accessor createContext: number; private declare withTimeout; }`,
  "index signatures": "class A { [withTimeout: string]: unknown; static [withCancel: number]: unknown; } interface B { (): withTimeout; new (): withCancel }",
  "enums": "declare enum A { withTimeout } const enum B { withCancel = 1 << 2, 'withDeadline' = withCancel } export enum C {} B.withCancel;",
  "namespaces": "namespace withTimeout.withCancel { export const createContext = 1; } declare module 'gontext' { export default withTimeout; }",
  "decorators": "@withTimeout @withCancel() @(withDeadline) class A { @withTimeout() @withCancel m(@createContext() x) {} @withTimeout static { } }",
  "an unused parameter list": "declare function f(withTimeout, withCancel): void; type F = (withTimeout: number) => withCancel is string;",
  "deferred imports": `import defer * as ns from "@loke/context"; ns.withTimeout(1, 2);`,
  "exports": `export * from "@loke/context"; export * as withTimeout from "gontext"; export { withCancel } from "gontext"; export type * from "gontext";`,
  "an export with a string name": `const a = 1; export { a as "with Timeout" }; export { "x y" as b } from "gontext";`,
  "a global type": "export as namespace withTimeout; declare global { interface Window { withTimeout: any } }",
  "parameter properties": "class A { constructor(private readonly withTimeout = 1, public withCancel?, protected override createContext = withTimeout) {} }",
};

/** Programs that only a script can be. */
const SCRIPTS: Readonly<Record<string, string>> = {
  "with": "with (withTimeout(parent, 5)) { ctx; abort(); } async function f(parent) { with (parent) { " + leak + " } }",
  "sloppy names": "var let_ = 1, yield = withTimeout(1), await = withCancel(2), static; function f(a, a) { arguments = a; delete a; }",
  "a function in a block": "if (x) function withTimeout() {} withTimeout(1); label: function f() { withCancel(1); } switch (1) { case 1: function g() {} }",
  "a return at the top": "const { ctx, abort } = withTimeout(parent, 5); if (ctx) return; abort();",
  "HTML comments": "<!-- withTimeout\nwithTimeout(1)\n--> withCancel",
  "octals": "withTimeout(010, '\\07', 0777n === 1);".replace("0777n", "0x1n"),
  "a variable twice": "var { ctx, abort } = withTimeout(1, 5); var { ctx, abort } = withTimeout(2, 5); function abort() {} abort();",
};

const JSX: Readonly<Record<string, string>> = {
  "elements": leaking + "\nconst a = <A ctx={withTimeout(1, 2)} {...withCancel(1)}>{withDeadline(1)}{...[withTimeout(1)]}{/* */}</A>;",
  "names": "const a = <withTimeout withCancel='1' a:b='2'><x.withTimeout.y/><a:withTimeout/><></></withTimeout>;",
  "an effect": `import { withTimeout } from "@loke/context"; function C({ parent }) { useEffect(() => { const { ctx, abort } = withTimeout(parent, 5); run(ctx);
    return () => { abort(); }; }, []); const { abort } = withTimeout(parent, 5); return <button onClick={abort}>{abort}</button>; }`,
};

describe("any program that parses", () => {
  it.each(Object.entries(TEXTS))("%s", (_, text) => {
    lintStrictly(text);
  });

  it.each(Object.entries(JSX))("JSX: %s", (_, text) => {
    lintStrictly(text, "file.tsx");
    lintStrictly(text, "file.jsx");
  });

  it.each(Object.entries(SCRIPTS))("script: %s", (_, text) => {
    const languageOptions = { sourceType: "commonjs", parserOptions: { ecmaFeatures: { globalReturn: true } } } as const;
    const config: Linter.Config[] = [{ languageOptions: { ...languageOptions, sourceType: "script" } }];
    const messages = new Linter().verify(text, [...plugin.configs.strict, ...config], "file.js");
    expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
  });

  it("reports the same leak in spite of its clothes", () => {
    for (const name of ["a hashbang", "a byte order mark", "CRLF", "strange line ends", "escaped names", "strange names"]) {
      expect(lintStrictly(TEXTS[name]!).map(({ messageId }) => messageId), name).toEqual(["exception"]);
      expect(lintStrictly(TEXTS[name]!, "file.mjs").map(({ messageId }) => messageId), name).toEqual(["exception"]);
    }
  });
});

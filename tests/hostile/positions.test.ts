import { describe, expect, it } from "vitest";
import { lintStrictly } from "./lint-strictly.ts";

/** Every way to acquire something, as an expression: known by import, by method, by shape, by `new`. */
const ACQUIRES = [
  "withTimeout(parent, 500)",
  "withTimeout?.(parent, 500)!",
  "contexts.withAbort(parent)",
  "root.withTimeout(500).withCancel()",
  "new WithCancel(parent)",
  "(withDeadline as any)<string>(parent)",
  "(await import('gontext')).withCancel(parent)",
  "require('@loke/context').withAbort(parent)",
];

const IMPORTS = `import { withTimeout } from "@loke/context";
import * as contexts from "@loke/context";
import root from "@kriskowal/context";
import { background } from "go-like-ctx";
import { WithCancel } from "deno-context/context.ts";
import { withDeadline } from "./in-house.ts";
`;

/** Places in which an expression can stand. `$` is the expression. */
const EXPRESSIONS = [
  "$;",
  "void $;",
  "!$;",
  "typeof $;",
  "delete $;",
  "($, $);",
  "$ + $;",
  "$ ? $ : $;",
  "$ && $ || ($ ?? $);",
  "$ in $;",
  "$ instanceof $;",
  "`${$}`;",
  "tag`${$}`;",
  "[$, ...$];",
  "({ a: $, [$]: $, ...$ });",
  "call($, ...$);",
  "new Call($, ...$);",
  "call()[$];",
  "($)();",
  "($).ctx;",
  "($).abort();",
  "($)?.abort?.();",
  "($).ctx = $;",
  "import($);",
  "if ($) $; else $;",
  "while ($) { $; break; }",
  "do { $; } while ($);",
  "for ($; $; $) $;",
  "for (let it = $; it; it = $) break;",
  "for (const each of $) $;",
  "for (const [ctx, cancel] of [$]) cancel();",
  "for (const { abort = $ } of []) abort();",
  "for (const key in $) $;",
  "for await (const each of $) $;",
  "switch ($) { case $: $; break; default: $; case $: }",
  "label: { $; break label; }",
  "try { $; } catch { $; } finally { $; }",
  "try { $; } catch ({ message = $ }) { $; }",
  "{ using handle = $; }",
  "{ await using handle = $; }",
  "for (using handle of [$]) $;",
  "for (await using handle of [$]) $;",
  "var v = $; let l = $; const c = $;",
  "const { ctx, abort } = $;",
  "const [ctx, cancel] = $;",
  "const [, cancel = $] = $;",
  "const { ctx, ...rest } = $;",
  "const { [String($)]: ctx, abort: { call } } = $;",
  "const { ctx: { ctx: [abort] } } = $;",
  "const [[ctx, cancel], { abort }] = [$, $];",
  "let ctx, abort; ({ ctx, abort } = $);",
  "let ctx, cancel; [ctx, cancel] = $; [ctx, cancel] = [cancel, ctx]; cancel();",
  "let cancel; [cancel, cancel] = $; cancel();",
  "let cancel = $; cancel ??= $; cancel ||= $; cancel &&= $; cancel += $;",
  "let [ctx, cancel] = $; cancel++; --cancel;",
  "const target = {}; [target.ctx, target[$]] = $;",
  "const a = $, b = a, c = b; { const a = c; }",
  "var a = b, b = a; [a, b] = $;",
  "var [x = y, y = x] = $;",
  "let list = $; list = { list }; list = [list, list]; list.list();",
  "const { abort } = $; let list = [list, abort]; const self = self.bind(abort), stop = [() => abort(), stop];",
  "let list; for (const x of []) { const { abort } = $; list = { abort, next: list }; } list.abort();",
  "var cancel = $; var cancel = cancel; function cancel() { cancel(); }",
  "const { ctx, abort } = $; const f = () => g(abort), g = (x) => f(x); f();",
  "const { abort } = $; function even() { odd(); } function odd() { even(); abort(); } even();",
  "const { abort } = $; (function self() { self(); abort; })();",
  "const { abort } = $; { const abort = () => abort(); abort(); }",
  "function f(ctx = $, { abort } = $, [cancel = $] = [], ...rest) { abort(); } f();",
  "async (x = (y) => y) => $;",
  "(async () => { await $; return await $; })();",
  "(function* () { yield $; yield* $; return $; })();",
  "(async function* () { yield $; yield* $; for await (const x of $) yield x; })();",
  "() => { return $; };",
  "() => { throw $; };",
  "() => $;",
  "class A extends ($) { constructor(x = $) { super($); this.x = $; new.target; } }",
  "class A { [$] = $; static [$] = $; static { $; const { abort } = $; abort(); } }",
  "class A { #cancel = $; m() { return #cancel in this && this.#cancel; } get [$]() { return $; } set x(v) { $; } }",
  "class A { @dec($) @other.dec($) m(@dec($) x) { return $; } @dec($) accessor y = $; static accessor z = $; }",
  "@dec($) class A { declare x: number; y!: string; readonly z? = $; }",
  "abstract class A { abstract m(): void; constructor(private x = $, readonly y = $) {} }",
  "({ m() { return $; }, get x() { return $; }, set x(v) { $; }, async *[$]() { yield $; }, ctx: $, abort: $ });",
  "enum E { A = $, B = `${$}`.length }",
  "declare namespace D { const x: number; } namespace N { const { abort } = $; export const y = $; abort(); }",
  "const x = $ satisfies unknown as any; const y = <any>$; const z = $!;",
  "const t: typeof withTimeout = $; type R = ReturnType<typeof withTimeout>; let r: R;",
  "type I = import('@loke/context').Context; interface withCancel { withDeadline: typeof withTimeout }",
  "function assertIt(x: unknown): asserts x { $; } assertIt($);",
  "debugger; $; ;;",
  "Promise.all([$, $]).then(({ abort }) => abort(), () => $).finally(() => $);",
  "new Promise((resolve, reject) => { const { abort } = $; resolve(abort); reject($); });",
  "[1].forEach(() => { const { abort } = $; abort(); }); [1].map(() => $).filter(() => $);",
  "const { abort } = $; setTimeout(abort, 5); process.on('exit', () => abort());",
  "const { abort } = $; abort.call(null); abort.apply(null, []); abort.bind(null)(); abort?.();",
  "const { abort } = $; abort`x`; new abort(); abort[0](); abort['call'](); abort[abort]();",
  "const h = $; h.abort(); h['abort'](); h?.abort?.(); h.abort.abort.abort(); h[0](); h[h]();",
  "const h = $; const { abort } = h; const { abort: a2 = abort, ...others } = h; others.abort(); a2();",
  "eval('x'); arguments; $; import.meta.url;",
];

/** Whole programs in which the expression stands at the top. */
const PROGRAMS = [
  "export default $;",
  "export const { ctx, abort } = $;",
  "export let [ctx, cancel] = $; export { cancel as stop };",
  "const { abort } = $; export { abort }; export default abort;",
  "const handle = $; export = handle;",
  "import aliased = require('@loke/context'); const { abort } = aliased.withTimeout($, 5); abort();",
  "import data from './data.json' with { type: 'json' }; $;",
  "export * from '@loke/context'; export * as ns from 'gontext'; $;",
  "declare global { const withTimeout: unknown; } $;",
  "declare module 'gontext' { export function withTimeout(): void; } $;",
  "export abstract class A { static x = $; } export default class extends A { y = $; }",
  "export default async function* () { yield $; }",
];

/** A program with one function for each acquire, each with that acquire in the place. */
function programOf(place: string, acquires: readonly string[]): string {
  const functions = acquires.flatMap((acquire, i) => {
    const body = place.replaceAll("$", () => acquire);
    return [
      `export async function f${i}(parent, tag, call) {\n${body}\n}`,
      `export const g${i} = async function* (parent) {\n${body}\n};`,
    ];
  });
  return IMPORTS + functions.join("\n");
}

describe("an acquire in every place where an expression can stand", () => {
  it.each(EXPRESSIONS)("%s", (place) => {
    lintStrictly(programOf(place, ACQUIRES));
  });

  it.each(PROGRAMS)("%s", (program) => {
    for (const acquire of ACQUIRES) lintStrictly(IMPORTS + program.replaceAll("$", () => acquire));
  });

  it("is found in many of them", () => {
    const found = EXPRESSIONS.filter((place) => lintStrictly(programOf(place, ACQUIRES.slice(0, 1))).length > 0);
    expect(found.length).toBeGreaterThan(EXPRESSIONS.length / 4);
  });
});

import parser from "@typescript-eslint/parser";
import type { TSESLint } from "@typescript-eslint/utils";
import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import { traceObligation } from "../../src/analysis/ownership/tracing/trace-obligation.ts";
import { usesOf } from "../../src/analysis/ownership/uses/value-uses.ts";
import { findAcquisitions } from "../../src/resources/find-acquisitions.ts";
import { knownIn } from "../../src/resources/known.ts";

/** The uses of the first resource that a function acquires, each as its kind and the text of what uses it. */
function usesIn(body: string): string[] {
  const text = `import { withTimeout } from "@loke/context";
declare function work(...given: unknown[]): Promise<unknown>;
export async function f(parent, url, items, self) {
${body}
}`;
  const linter = new Linter();
  linter.verify(text, [{ files: ["**/*.ts"], languageOptions: { parser } }], { filename: "file.ts" });
  const sourceCode = linter.getSourceCode() as unknown as TSESLint.SourceCode;
  const known = knownIn(undefined);
  const [first] = findAcquisitions(sourceCode, known);
  const traced = traceObligation(sourceCode, first!, {});
  return usesOf(sourceCode, traced!.obligation).map(({ kind, by }) => `${kind}: ${sourceCode.getText(by)}`);
}

const begin = "const { ctx, abort } = withTimeout(parent, 500);\n";

describe("a use of a resource", () => {
  it.each([
    ["a question", "if (ctx.err()) return;", ["read: ctx.err()"]],
    ["a question to its signal", "if (ctx.signal.aborted) return;", ["read: if (ctx.signal.aborted) return;"]],
    ["a throwing question", "ctx.signal.throwIfAborted();", ["read: ctx.signal.throwIfAborted()"]],
    ["a comparison", "self.same = ctx === parent;", ["read: ctx === parent"]],
    ["the promise of its end", "ctx.done().then(log);", ["pending: ctx.done()"]],
    ["an awaited call", "await load(ctx);", ["settled: load(ctx)"]],
    [
      "an awaited call of a method",
      "await self.db.load({ signal: ctx.signal });",
      ["settled: self.db.load({ signal: ctx.signal })"],
    ],
    ["an awaited chain", "await load(ctx).catch(log);", ["settled: load(ctx)"]],
    ["a returned await", "return await load(ctx);", ["settled: load(ctx)"]],
    ["a group that waits for all", "await Promise.allSettled([load(ctx), load(url)]);", ["settled: load(ctx)"]],
    ["a group of one", "await Promise.race([load(ctx)]);", ["settled: load(ctx)"]],
    ["a sibling", "await Promise.all([load(ctx), load(url)]);", ["pending: load(ctx)"]],
    ["siblings of a list", "await Promise.all(items.map((item) => load(ctx, item)));", ["pending: load(ctx, item)"]],
    [
      "siblings of a list, all waited for",
      "await Promise.allSettled(items.map((item) => load(ctx, item)));",
      ["settled: load(ctx, item)"],
    ],
    ["one after the other", "for (const item of items) await load(ctx, item);", ["settled: load(ctx, item)"]],
    ["an async iteration", "for await (const each of items.stream(ctx)) log(each);", ["settled: items.stream(ctx)"]],
    ["a floating promise", "work(ctx);", ["pending: work(ctx)"]],
    ["a promise dropped on purpose", "void work(ctx);", ["pending: work(ctx)"]],
    ["a reaction", "load(ctx).then(log);", ["pending: load(ctx)"]],
    ["a bound promise", "const job = load(ctx); await other(); await job;", ["pending: load(ctx)"]],
    ["a returned promise", "return work(ctx);", ["pending: work(ctx)"]],
    ["a call that may be synchronous", "load(ctx);", ["kept: load(ctx)"]],
    ["a server that goes on", "await server.listen(ctx);", ["kept: server.listen(ctx)"]],
    ["a member", "self.ctx = ctx;", ["kept: self.ctx = ctx"]],
    ["a collection", "items.push(ctx);", ["kept: items.push(ctx)"]],
    ["an object made with it", "new Client(ctx);", ["kept: new Client(ctx)"]],
    ["a return", "return ctx;", ["kept: return ctx;"]],
    ["a listener", 'ctx.signal.addEventListener("abort", log);', ['kept: ctx.signal.addEventListener("abort", log)']],
    ["an alias", "const inner = ctx; await load(inner);", ["settled: load(inner)"]],
    ["options", "const options = { signal: ctx.signal }; await load(url, options);", ["settled: load(url, options)"]],
    ["a part", "const { signal } = ctx; await load(signal);", ["settled: load(signal)"]],
    [
      "a child",
      "const { ctx: inner, abort: stop } = withTimeout(ctx, 50); try { await load(inner); } finally { stop(); }",
      ["settled: load(inner)"],
    ],
    [
      "a signal that follows",
      "await load(AbortSignal.any([ctx.signal, url]));",
      ["settled: load(AbortSignal.any([ctx.signal, url]))"],
    ],
    ["a closure for an awaited call", "await retry(() => load(ctx));", ["settled: retry(() => load(ctx))"]],
    ["a closure for a timer", "setTimeout(() => load(ctx), 5);", ["kept: setTimeout(() => load(ctx), 5)"]],
    ["a local function, awaited", "const run = async () => { await load(ctx); }; await run();", ["settled: run()"]],
    ["a local function, not awaited", "async function run() { await load(ctx); } run();", ["pending: run()"]],
    ["a result that is a value", "const user = await load(ctx); return user.name;", ["settled: load(ctx)"]],
    [
      "a response that is returned",
      "return await fetch(url, { signal: ctx.signal });",
      ["kept: fetch(url, { signal: ctx.signal })"],
    ],
    [
      "a response that is read here",
      "const res = await fetch(url, { signal: ctx.signal }); return await res.json();",
      ["settled: fetch(url, { signal: ctx.signal })"],
    ],
    [
      "a response read later",
      "const res = await fetch(url, { signal: ctx.signal }); return res.json();",
      ["kept: fetch(url, { signal: ctx.signal })"],
    ],
    ["a result in a member", "self.user = await load(ctx);", ["kept: load(ctx)"]],
    ["a result given away", "const user = await load(ctx); track(user);", ["kept: load(ctx)"]],
  ])("%s", (_name, statements, uses) => {
    expect(usesIn(begin + statements + "\nabort();")).toEqual(uses);
  });

  it.each<[string, ...string[]]>([
    ["return await load(ctx);", "settled: load(ctx)"],
    ["return await openFile(ctx);", "kept: openFile(ctx)"],
    ["return await fetchUser(ctx);", "kept: fetchUser(ctx)"],
    ["return await prefetch(ctx);", "settled: prefetch(ctx)"],
    ["return await getResponse(ctx);", "kept: getResponse(ctx)"],
    ["return await responseOf(ctx);", "settled: responseOf(ctx)"],
    ["return await self.rowCursor(ctx);", "kept: self.rowCursor(ctx)"],
    ["return (await fetch(url, ctx)).ok;", "settled: fetch(url, ctx)"],
    ["return (await fetch(url, ctx)).body;", "kept: fetch(url, ctx)"],
    ["return (await load(ctx)).body;", "settled: load(ctx)"],
    ["return (await fetch(url, ctx)).json();", "kept: fetch(url, ctx)"],
    ["return await (await fetch(url, ctx)).json();", "settled: fetch(url, ctx)"],
    ["return (await load(ctx)).json();", "settled: load(ctx)"],
    ["self[await fetch(url, ctx)].json();", "settled: fetch(url, ctx)"],
    ["await track(await load(ctx));", "settled: load(ctx)"],
    ["new Client(await load(ctx));", "kept: load(ctx)"],
    ["url = await load(ctx);", "settled: load(ctx)"],
    ["url = await fetch(ctx);", "kept: fetch(ctx)"],
    ["const { body } = await fetch(url, ctx); log(1);", "kept: fetch(url, ctx)"],
    ["const { name } = await load(ctx); log(1);", "settled: load(ctx)"],
    ["let user = await load(ctx); user = 1;", "settled: load(ctx)"],
    ["let res = await fetch(ctx); res = 1;", "kept: fetch(ctx)"],
    ["const user = await load(ctx); items.on(() => user);", "settled: load(ctx)"],
    ["const res = await fetch(ctx); items.on(() => res);", "kept: fetch(ctx)"],
    ["const res = await fetch(ctx); log(1);", "settled: fetch(ctx)"],
    ["self.pair = [await load(ctx)];", "kept: load(ctx)"],
    ["self.pair = { user: await load(ctx) };", "kept: load(ctx)"],
    ["self.pair = { ...(await load(ctx)) };", "kept: load(ctx)"],
    ["self.user = url ? await load(ctx) : 1;", "kept: load(ctx)"],
    ["self.user = (await load(ctx)) ?? 1;", "kept: load(ctx)"],
    ["if (await load(ctx)) return;", "settled: load(ctx)"],
    ["ctx.isDone();", "read: ctx.isDone()"],
    ["ctx.deadline();", "read: ctx.deadline()"],
    ['ctx.Value("x");', 'read: ctx.Value("x")'],
    ["ctx.issue();", "kept: ctx.issue()"],
    ["ctx.errors();", "kept: ctx.errors()"],
    ["ctx.done();", "pending: ctx.done()"],
    ["await ctx.done();", "settled: ctx.done()"],
    ["url.done(ctx);", "kept: url.done(ctx)"],
    ["await server.attachTo(ctx);", "kept: server.attachTo(ctx)"],
    ["await attachment(ctx);", "settled: attachment(ctx)"],
    ["await ctx.open();", "settled: ctx.open()"],
    ["const job = load(ctx); await Promise.all([job]);", "pending: load(ctx)"],
    ["const job = load(ctx); log(job);", "kept: load(ctx)"],
    ["const { signal: s } = ctx; await load(s);", "settled: load(s)"],
    ["const { signal = url } = ctx; await load(signal);", "settled: load(signal)"],
    ["const { ...rest } = ctx; await load(rest);", "settled: load(rest)"],
    ["const [first] = [ctx]; await load(first);", "settled: load(first)"],
    ["const [...all] = [ctx]; await load(all);", "settled: load(all)"],
    ["let inner; inner = ctx; await load(inner);", "settled: load(inner)"],
    ["let inner; (inner as any) = ctx; await load(inner);", "settled: load(inner)"],
    ["let inner; inner! = ctx; await load(inner);", "settled: load(inner)"],
    ["let inner; await load((inner = ctx));", "settled: load((inner = ctx))"],
    ["const { a: { b } } = ctx; await load(b);", "settled: load(b)"],
    ["const { [url]: part } = ctx; await load(part);", "settled: load(part)"],
    ["outside = ctx;", "kept: outside = ctx"],
    ["[self.ctx] = [ctx];", "kept: [self.ctx] = [ctx]"],
    ["while (ctx.err()) log(1);", "read: ctx.err()"],
    ["switch (ctx) { case 1: log(1); }", "read: switch (ctx) { case 1: log(1); }"],
    ["switch (url) { case ctx: log(1); }", "read: case ctx: log(1);"],
    ["log(`${ctx}`);", "read: `${ctx}`"],
    ["self[ctx] = 1;", "read: self[ctx]"],
    ["ctx[self] = 1;", "kept: ctx[self]"],
    ["log(url ? ctx : 1);", "kept: log(url ? ctx : 1)"],
    ["log(ctx ? url : 1);", "read: ctx ? url : 1"],
    ["log(ctx && url);", "kept: log(ctx && url)"],
    ["log((url, ctx));", "kept: log((url, ctx))"],
    ["log((ctx, url));"],
    ["await load(...[ctx]);", "settled: load(...[ctx])"],
    ["await load({ ...ctx });", "settled: load({ ...ctx })"],
    ["log(await ctx);", "kept: log(await ctx)"],
    ["items.map(() => load(ctx));", "kept: load(ctx)"],
    ["const run = () => ctx; log(run);", "kept: log(run)"],
    ["const run = () => load(ctx, ctx); await run();", "settled: run()"],
    ["class Client { go() { return load(ctx); } } new Client();", "kept: go() { return load(ctx); }"],
    [
      "const later = () => load(ctx, 1); await load(ctx, 2); await later();",
      "settled: load(ctx, 2)",
      "settled: later()",
    ],
    ["const child = withValue(ctx, 1); await load(child);", "settled: load(child)"],
    ["const child = new Context(ctx); await load(child);", "kept: new Context(ctx)"],
    ["const child = new WithTimeout(ctx); await load(child);", "settled: load(child)"],
    ["const inner = withCancel(ctx); await load(inner.ctx); inner.cancel();", "settled: load(inner.ctx)"],
    ["const [inner, stop] = withCancel(ctx); await load(inner); stop();", "settled: load(inner)"],
    ["await load(AbortSignal.other(ctx));", "kept: AbortSignal.other(ctx)"],
    ["await load(self.any(ctx));", "kept: self.any(ctx)"],
    ["await load(mergeSignals(ctx));", "settled: load(mergeSignals(ctx))"],
    ["do log(1); while (ctx.aborted);", "read: do log(1); while (ctx.aborted);"],
    ["for (; ctx.aborted; ) log(1);", "read: for (; ctx.aborted; ) log(1);"],
    ["!ctx;", "read: !ctx"],
    ["ctx;", "read: ctx;"],
    ["throw ctx;", "kept: throw ctx;"],
    ["for (const each of ctx) log(each);", "kept: for (const each of ctx) log(each);"],
    ["self.tag`${ctx}`;", "kept: self.tag`${ctx}`"],
    ["ctx.signal.onabort = log;", "kept: ctx.signal.onabort = log"],
    ["ctx.name = 1;", "kept: ctx.name = 1"],
    ["log(ctx?.name);", "kept: log(ctx?.name)"],
  ])("%s", (statements, ...uses) => {
    expect(usesIn(begin + statements + "\nabort();")).toEqual(uses);
  });

  it("through the whole object", () => {
    const body = "const job = withTimeout(parent, 500); await work(job.ctx); work(job); job.abort();";
    expect(usesIn(body)).toEqual(["settled: work(job.ctx)", "pending: work(job)"]);
  });

  it("is none where only the release is handed on", () => {
    expect(usesIn(`${begin}work(abort); work().finally(() => abort());`)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

const rule = "no-race-in-loop";

const reportsOf = (text: string): number => lint(text, { rule }).length;

describe("a promise that is raced in every turn", () => {
  const program = (racer: string, before = "", inLoop = ""): string => `import { x } from "elsewhere";
export async function run(ctx, signal, closed, other, items) {
  let onStop;
  ${before}
  while (x.more) {
    ${inLoop}
    await Promise.race([x.next(), ${racer}]);
  }
}`;

  it.each([
    "ctx.done()",
    "ctx!.done()",
    "ctx?.done()",
    "ctx.deep.whenClosed()",
    "ctx.done().then(x)",
    "ctx.done().catch(x).finally(x)",
    "once(signal, 'abort')",
    "once(ctx.child, 'exit')",
    "once(ctx, 'error')",
    "waitForAbort(signal)",
    "x.abortPromise(ctx.signal)",
    "cancelled(ctx.abortSignal!)",
    "closed",
    "x.more && x.last ? x.next() : closed",
    "closed!",
    "ctx.closed",
    "ctx.stopPromise",
    "ctx.whenAborted",
    "ctx['closed']",
    "x ? ctx.closed : x.next()",
    "x.last ?? closed",
    "x.more && closed",
    "...[closed]",
    "...(x ? [closed] : [])",
  ])("lives longer as `%s`", (racer) => {
    expect(reportsOf(program(racer))).toBe(1);
  });

  it.each([
    "ctx.done(x)",
    "ctx.close()",
    "ctx.isDone()",
    "ctx.hasEnded()",
    "ctx[x]()",
    "x()(signal)",
    "once(signal, 'abort', x)",
    "once(signal, 'message')",
    "once(signal, x)",
    "once(signal)",
    "once(ctx, 0)",
    "on(signal, 'abort')",
    "waitForAbort()",
    "waitForAbort(signal, x)",
    "waitForAbort(ctx)",
    "waitForAbort(x())",
    "waitFor(signal)",
    "other",
    "ctx.next",
    "closed && x.next()",
    "ctx.done().thenDo(x)",
    "ctx.done().orCatch(x)",
    "ctx[closed]",
    "x.made().closed",
    "new x.Closed()",
    "(closed, other)",
    "x.next(closed)",
    "[closed]",
  ])("may settle soon as `%s`", (racer) => {
    expect(reportsOf(program(racer))).toBe(0);
  });

  it.each([
    ["late", "const late = ctx.done();"],
    ["late", "const late = new Promise((resolve) => { onStop = resolve; });"],
    ["late", "const late = new Promise((resolve) => { onStop = () => resolve(1); });"],
    ["late", "const late = new Promise((_, reject) => { x.stop = reject; });"],
    ["late", "const late = new Promise((resolve) => { signal.addEventListener('abort', resolve); });"],
    ["late", "const late = new Promise((resolve) => { ctx.once('close', () => resolve()); });"],
    ["late", "const late = new Promise((resolve) => { ctx.on('error', () => { x(); resolve(); }); });"],
    ["late", "const late = new Promise((resolve) => { const end = () => resolve(); ctx.on('end', end); });"],
    ["late", "const late = new Promise((resolve) => { function end() { resolve(); } ctx.on('end', end); });"],
    ["late", "const late = new Promise((resolve) => { const end = () => resolve(); x.stop = end; });"],
    ["late", "const late = x ? defer() : new Promise((resolve) => { onStop = resolve; });"],
    ["late.promise", "const late = Promise.withResolvers();"],
    ["late.await", "const late = new Future();"],
    ["late.promise", "const late = new DeferredPromise();"],
    ["late", "const { promise: late } = defer();"],
    ["late", "const late = closed;"],
    ["late", "const late = ctx.done().then(x);"],
    ["ctx.done(), late", "var late = other; var other = late;"],
    ["ctx.done(), late", "const late = new Promise((end) => { const a = () => { end(); b(); }, b = () => a(); });"],
  ])("lives longer as `%s` after `%s`", (racer, before) => {
    expect(reportsOf(program(racer, before))).toBe(1);
  });

  it.each([
    ["late", "const late = x.work();"],
    ["late", "const late = x;"],
    ["late", "let late;"],
    ["late", "const late = Promise.resolve(closed);"],
    ["late", "const late = Promise.reject(closed);"],
    ["late", "const late = x ? Promise.resolve(1) : Promise.resolve(2);"],
    ["late", "const late = new Promise((resolve) => { setTimeout(resolve, 5); });"],
    ["late", "const late = new Promise((resolve) => { const end = () => resolve(); setTimeout(end, 5); });"],
    ["late", "const late = new Promise((resolve) => { ctx.on('data', resolve); });"],
    ["late", "const late = new Promise((resolve) => { x.then(resolve); });"],
    ["late", "const late = new Promise((resolve) => { ctx.emit('close', resolve); });"],
    ["late", "const late = new Promise((resolve) => { x.value = resolve(1); });"],
    ["late", "const late = new Promise((resolve) => { x.value = x.work(() => resolve(1)); });"],
    ["late", "const late = new Promise((resolve) => { const again = () => again(resolve()); again(); });"],
    ["late", "const late = new Promise((resolve) => { ctx.onlyIf('close', resolve); });"],
    ["late", "const late = new Promise(onStop);"],
    ["late", "const late = new Job((resolve) => { onStop = resolve; });"],
    ["late.promise", "const late = x.work();"],
    ["late.promise", "let late = defer(); late = x;"],
    ["late.other", "const late = defer();"],
    ["late.promise", "const late = deferral();"],
  ])("may settle soon as `%s` after `%s`", (racer, before) => {
    expect(reportsOf(program(racer, before))).toBe(0);
  });

  it.each([
    ["late", "const late = ctx.done();"],
    ["late", "const late = closed;"],
    ["late", "const late = x ? ctx.done() : x.next();"],
  ])("may have a name of the turn: `%s` after `%s`", (racer, inLoop) => {
    expect(reportsOf(program(racer, "", inLoop))).toBe(1);
  });

  it.each([
    ["ctx.done()", "ctx = x.other();"],
    ["closed", "closed = x.work();"],
    ["each.done()", "const each = x.other();"],
    ["each.closed", "const each = x.other();"],
    ["each", "const each = x.work();"],
    ["each", "const each = new Promise((resolve) => { onStop = resolve; });"],
    ["once(each.signal, 'abort')", "const each = x.other();"],
    ["each.promise", "const each = defer();"],
  ])("is another one in every turn: `%s` after `%s`", (racer, inLoop) => {
    expect(reportsOf(program(racer, "", inLoop))).toBe(0);
  });

  it.each(["this.closed", "this.#done", "super.closed", "this.ctx.done()", "this.gate"])(
    "may be kept by an object as `%s`",
    (racer) => {
      const members = "closed; #done; gate = new Promise((resolve) => { this.open = resolve; });";
      const text = (more: string): string =>
        `class A { ${members} ${more} async run(x) { for (;;) await Promise.race([x(), ${racer}]); } }`;
      expect(reportsOf(text(""))).toBe(1);
    },
  );

  it.each([
    "get closed() { return 1; }",
    "closed; renew() { this.closed = 1; }",
    "closed() {}",
    "constructor() { this.other = 1; } set closed(value) {}",
  ])("may be another one each time it is asked of an object: `%s`", (members) => {
    const text = (more: string): string =>
      `class A { ${more} async run(x) { for (;;) await Promise.race([x(), this.closed]); } }`;
    expect(reportsOf(text(members))).toBe(0);
    expect(reportsOf(text("constructor(given) { this.closed = given; }"))).toBe(1);
    expect(reportsOf(`${text("closed;")} class B { renew() { this.closed = 1; } }`)).toBe(1);
  });

  it("lives with its module", () => {
    const text = (declaration: string): string =>
      `${declaration} export async function run(x) { for (;;) await Promise.race([x(), late]); }`;
    expect(reportsOf(text("const late = start();"))).toBe(1);
    expect(reportsOf(text("let late = start(); late = start();"))).toBe(0);
    expect(reportsOf(text("const late = Promise.resolve();"))).toBe(0);
    expect(reportsOf(text("import late from 'elsewhere';"))).toBe(0);
    expect(reportsOf(text("function late() {}"))).toBe(0);
  });
});

describe("a loop around a race", () => {
  const race = "await Promise.race([closed, x()])";
  const program = (loop: string): string =>
    `export async function run(closed, x, items) { const few = 3; let many = 3; many = x; ${loop} }`;

  it.each([
    `while (x.more) ${race};`,
    `do { ${race}; } while (x.more);`,
    `for (;;) ${race};`,
    `for (const item of items) ${race};`,
    `for (const item in items) ${race};`,
    `for await (const item of items) ${race};`,
    `while (${race}) x();`,
    `for (; ${race}; ) x();`,
    `for (;; ${race}) x();`,
    `for (let i = 0; i < 1000; i++) ${race};`,
    `for (let i = 0; i < items.length; i++) ${race};`,
    `for (let i = 0; i < many; i++) ${race};`,
    `while (x.turns < 5) ${race};`,
    `while (x.now() && x.more) ${race};`,
    `while (x.now(1) < 5) ${race};`,
    `while (x.more) { if (x.last) { ${race}; return; } ${race.replace("closed", "x.other()")}; ${race}; }`,
    `while (x.more) await Promise\n.race([closed, x()]);`,
    `while (x.more) await Promise.any([closed, x()]);`,
  ])("has turns enough: `%s`", (loop) => {
    expect(reportsOf(program(loop))).toBe(1);
  });

  it.each([
    `${race};`,
    `for (let i = 0; i < 5; i++) ${race};`,
    `for (let i = 0; i <= few; i++) ${race};`,
    `for (let i = 5; i > 1; i--) ${race};`,
    `while (Date.now() < x.deadline) ${race};`,
    `while (x.deadline > performance.now()) ${race};`,
    `while (performance.now() - x.start < 5) ${race};`,
    `while (x.more) { ${race}; break; }`,
    `while (x.more) { return ${race}; }`,
    `for (const item of ${race}) x(item);`,
    `for (let first = ${race}; x.more; ) x(first);`,
    `for (const item in ${race}) x(item);`,
    `while (x.more) { const closed = x(); for (const item in ${race}) x(item); }`,
    `while (x.more) { const closed = x(); for (const item of ${race}) x(item); }`,
    `while (x.more) { const closed = x(); for (let first = ${race}; x.more; ) x(first); }`,
    `while (x.more) { x(async () => { ${race}; }); }`,
    `while (x.more) await Promise.all([closed, x()]);`,
    `while (x.more) await x.race([closed, x()]);`,
    `while (x.more) await Promise.race(closed);`,
    `while (x.more) await Promise.race();`,
    `while (x.more) x(Promise.race, closed);`,
    `const Promise = x; while (x.more) await Promise.race([closed, x()]);`,
  ])("ends soon, or is none: `%s`", (loop) => {
    expect(reportsOf(program(loop))).toBe(0);
  });
});

import { describe, expect, it } from "vitest";
import { lint } from "./lint.ts";

/**
 * What one use means, use by use: the same program with another line in it each time. Reported is what nobody else can
 * release; whatever may keep the resource makes the rule quiet.
 */
describe("a field that the teardown does not clear", () => {
  const program = (use: string): string => `import { later } from "events";
class Poller {
  start() { this.timer = setInterval(tick, 9); }
  stop() { this.running = false; }
  other(x) { ${use} }
}`;

  it.each([
    "if (this.timer) x();",
    "while (this.timer) x();",
    "do x(); while (!this.timer);",
    "return this.timer ? 1 : 2;",
    "return (this.timer ? true : false) ? 1 : 2;",
    "x(this.timer === undefined);",
    "this.timer;",
    "x(!this.timer);",
    "x(typeof this.timer);",
    "this.timer && x();",
    "if (x && this.timer) x();",
    "if (x || this.timer) x();",
    "delete this.timer;",
    "this.timer = undefined;",
    "this.timer.unref();",
    "this.timer?.hasRef();",
    "x(this.timer.refresh);",
    "x({ 'timer': 1 });",
    "x({ timer: 1 });",
    "return this.timer && x;",
    "x(this.timer && x);",
    "this['timer'];",
  ])("is reported beside `%s`", (use) => {
    expect(causes(program(use), "no-leaked-timer")).toEqual(["objectNeverReleased"]);
  });

  it.each([
    "return this.timer;",
    "x(this.timer);",
    "x = this.timer;",
    "const t = this.timer;",
    "return x || this.timer;",
    "return this.timer || x;",
    "x.timer();",
    "return x ? this.timer : x;",
    "while (x(this.timer)) x();",
    "this.timer.stop();",
    "x(this.timer.stop);",
    "x[this.timer];",
    "x([this.timer]);",
    "new x(this.timer);",
    "this.timer();",
    "clearInterval(this.timer);",
    "x.clear(this.timer);",
    "x('timer');",
    "x = this['timer'];",
    "const { timer } = this;",
    "const { timer: t } = x;",
    "({ timer: x } = this);",
    "x = [...this.timer];",
  ])("may be somebody's who wrote `%s`", (use) => {
    expect(causes(program(use), "no-leaked-timer")).toEqual([]);
  });
});

describe("a listener whose work outlives its function", () => {
  const program = (use: string): string => `export async function run(signal, x) {
  const job = x.begin();
  signal.addEventListener("abort", () => job.stop());
  ${use}
  await x.done();
}`;

  it.each([
    "job.go();",
    "x(job);",
    "x = job.id;",
    "x = { job };",
    "({ job });",
    "[job];",
    "const other = () => job.go(); x(other);",
    "new job();",
    "job.push(x);",
    "x[job];",
    "x.setTimeout(job);",
    "x.addEventListener(job);",
  ])("is reported beside `%s`", (use) => {
    expect(causes(program(use), "no-leaked-abort-listener")).toHaveLength(1);
  });

  it.each([
    "if (x.ready) return job;",
    "if (x.ready) return { job };",
    "if (x.ready) return [job];",
    "if (x.ready) return x.other ? job : x;",
    "if (x.ready) return x.other || job;",
    "if (x.ready) return [...job];",
    "if (x.ready) return () => job.go();",
    "if (x.ready) return new Work(job);",
    "x.job = job;",
    "x.job = x.other = job;",
    "x.push(job);",
    "x.register(job);",
    "x.addJob(job);",
    "x.push(() => job.go());",
    "function go() { job.go(); } x.push(go);",
    "const go = () => job.go(); x.go = go;",
    "x.begin(class { job = job; });",
  ])("is quiet beside `%s`", (use) => {
    expect(causes(program(use), "no-leaked-abort-listener")).toEqual([]);
  });
});

describe("the function that listens", () => {
  const program = (use: string): string => `export async function run(signal, x) {
  const onAbort = () => x.stop();
  signal.addEventListener("abort", onAbort);
  ${use}
  await x.done();
}`;

  it.each([
    "onAbort();",
    "if (signal.aborted) onAbort();",
    "x.call(onAbort);",
    "x.addEventListener('error', onAbort);",
    "x.removeListener('error', onAbort);",
    "signal.removeEventListener('error', onAbort);",
    "typeof onAbort;",
  ])("stays where it was beside `%s`", (use) => {
    expect(causes(program(use), "no-leaked-abort-listener")).toHaveLength(1);
  });

  it.each([
    "signal.removeEventListener('abort', onAbort); x = 1;",
    "new Remover(onAbort);",
    "x.go = { onAbort };",
    "x.go = [onAbort];",
    "if (x.ready) return onAbort;",
    "x.go(() => onAbort);",
    "x.go = class { f = onAbort; };",
    "x.go = onAbort;",
    "const go = onAbort;",
    "const { go = onAbort } = x;",
    "x.go(...onAbort);",
    "x.go(signal, onAbort);",
    "x.register(onAbort);",
    "x.register(x.go ? onAbort : x);",
    "x.register(x.go || onAbort);",
    "x.off('abort', onAbort);",
  ])("may be removed by `%s`", (use) => {
    expect(causes(program(use), "no-leaked-abort-listener")).toEqual([]);
  });
});

describe("the cancel of a context", () => {
  const program = (use: string): string => `import { withTimeout } from "@loke/context";
export async function run(parent, x) {
  const { ctx, abort } = withTimeout(parent, 500);
  ${use}
  await x.done(ctx);
}`;

  it.each([
    "x;",
    "abort;",
    "void abort;",
    "typeof abort;",
    "x(!abort);",
    "x(abort === x);",
    "if (abort) x();",
    "abort ? x() : x;",
    "x(abort ? x : 1);",
    "x(abort && x);",
    "x((abort, x));",
    "x(`${abort}`);",
    "x.y = abort.name;",
    "abort.bind();",
    "abort.bind(null);",
    "const other = abort;",
    "const other = abort; x(other.name);",
    "const other = abort.bind(null);",
    "const { length } = abort;",
    "const stop = () => abort();",
    "const { a = () => abort } = {};",
    "x[abort]();",
  ])("is not called by `%s`", (use) => {
    expect(causes(program(use), "no-lost-cancel")).toHaveLength(1);
  });

  it.each([
    "abort();",
    "abort?.();",
    "abort.call(null);",
    "abort.apply(null, []);",
    "abort.bind(null)();",
    "const other = abort; other();",
    "const other = abort!; other();",
    "let other; (other as any) = abort; other();",
    "let other; other! = abort; other();",
    "const other = x || abort; other();",
    "const other = x ? abort : abort; other();",
    "const other = (x, abort); other();",
    "const [other] = [abort]; other();",
    "const { other } = { other: abort }; other();",
    "const { a: { b: [other] } } = { a: { b: [abort] } }; other();",
    "const [x1, ...others] = [x, abort]; others[0]();",
    "const { x1, ...others } = { x1: x, abort }; others.abort();",
    "const { ...others } = { ...{ abort } }; others.abort();",
    "[abort].forEach((each) => each());",
    "const all = [abort]; all.forEach((each) => each());",
    "const stop = () => abort(); stop();",
    "function stop() { abort(); } stop();",
    "new x(abort);",
    "x(abort);",
    "x(...[abort]);",
    "x({ abort });",
    "x({ ...{ abort } });",
    "x.y = abort;",
    "x.y = { abort };",
    "x`${abort}`;",
    "for (const each of [abort]) each();",
    "class A { field = abort; }",
    "class A { accessor field = abort; }",
    "class A { [abort]() {} }",
    "if (x) throw abort; abort();",
    "if (x) return abort; abort();",
    "const { a = abort } = x;",
    "((a = abort) => a())();",
    "abort[x]();",
    "x(() => abort());",
    "let { [x]: other } = { abort }; other();",
    "const f = () => abort; f()();",
    "const f = () => ({ abort }); f().abort();",
  ])("may be called by `%s`", (use) => {
    expect(causes(program(use), "no-lost-cancel").filter((each) => each !== "exception")).toEqual([]);
  });
});

describe("a signal that is listened to", () => {
  const program = (signal: string): string => `import { imported, outer } from "elsewhere";
const ofModule = new AbortController();
export async function run(given, options, request, x) {
  const local = new AbortController();
  const composed = AbortSignal.any([given]);
  let changed = given;
  if (x) changed = new AbortController().signal;
  let made = options;
  if (x) made = new AbortController();
  const { inner, ...rest } = options;
  const signal = ${signal};
  signal.addEventListener("abort", () => x.stop());
  await x.done();
}`;

  it.each([
    "given",
    "given!",
    "(given as AbortSignal)",
    "imported",
    "outer.signal",
    "options.signal",
    "options.deep.signal",
    "options?.signal",
    "options['signal']",
    "inner",
    "rest.signal",
    "given ?? local.signal",
    "local.signal || given",
    "x ? given : local.signal",
    "x ? local.signal : given",
    "[given].filter(Boolean)[0]",
    "[...options][0]",
    "[local.signal, given][1]",
    "({ ...options }).signal",
    "ofModule.signal",
    "changed",
  ])("is from outside as `%s`", (signal) => {
    expect(causes(program(signal), "no-leaked-abort-listener")).toHaveLength(1);
  });

  it.each([
    "local.signal",
    "new AbortController().signal",
    "AbortSignal.timeout(5)",
    "AbortSignal.any([local.signal])",
    "AbortSignal.any([given])",
    "AbortSignal.other([given])",
    "composed",
    "made.signal",
    "request.signal",
    "options.request.signal",
    "x()",
    "x().signal",
    "options[x]",
    "({ signal: given }).other",
    "(given, x())",
    "other.any([given])",
    "unknown(given)",
  ])("may end with the call as `%s`", (signal) => {
    expect(causes(program(signal), "no-leaked-abort-listener")).toEqual([]);
  });
});

describe("a parent whose end a child waits for", () => {
  const program = (wait: string): string => `export function make(parent, other, x) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  ${wait}
  return controller.signal;
}`;

  it.each([
    "parent.done().then(() => controller.abort());",
    "parent.Done().then(() => controller.abort());",
    "void parent.done().then(() => { controller.abort(); });",
    "parent.done().then(function () { controller.abort(); });",
    "parent.done().then(() => { other.log(); controller.abort(); });",
    "parent.inner.done().then(() => controller.abort());",
    "const from = parent.inner; from.done().then(() => controller.abort());",
    "parent.onCancel(() => controller.abort());",
    "parent.onCancelled(() => controller.abort());",
    "parent.onDidCancel(() => controller.abort());",
    "other.done().then(() => controller.abort());",
  ])("holds it by `%s`", (wait) => {
    expect(causes(program(wait), "no-fallback-watcher")).toEqual(["handWritten"]);
  });

  it.each([
    "const p = parent.done().then(() => controller.abort());",
    "x(parent.done().then(() => controller.abort()));",
    "parent.done().then(x);",
    "parent.done().then();",
    "parent.done().then(() => x.log());",
    "parent.done().then(() => other.abort());",
    "parent.done().then(() => this.abort());",
    "parent.done().then(function () { this.abort(); });",
    "parent.done().then(() => x());",
    "parent.done().finally(() => controller.abort());",
    "done().then(() => controller.abort());",
    "x().done().then(() => controller.abort());",
    "const from = x(); from.done().then(() => controller.abort());",
    "const from = new x(); from.done().then(() => controller.abort());",
    "(() => { parent.done().then(() => controller.abort()); })();",
    "parent.onCancel(() => controller.abort()); x.off(abort);",
    "parent.onCancel(() => controller.abort()); x.removeIt(abort);",
    "elsewhere.done().then(() => controller.abort());",
  ])("is not held by `%s`", (wait) => {
    expect(causes(program(wait), "no-fallback-watcher")).toEqual([]);
  });
});

describe("what a context is put into", () => {
  const program = (
    parent: string,
  ): string => `import { Background, WithCancel, type Context } from "@goscript/context/index.js";
const never = null;
class Holding { constructor(readonly ctx: Context) {} Done() { return this.ctx.Done(); } }
class Deriving extends Holding {}
class Endless { Done() { return null; } }
class EndlessField { Done = () => undefined; }
const Named = class { Done() { return x.y; } };
const mixed = (Base) => class extends Base { more = 1; };
function mixedToo(Base) { return class extends Base {}; }
class Declared extends Unknown implements Context {}
export function run(ctx: Context, x) {
  return WithCancel(${parent});
}`;

  it.each([
    "{ ...ctx }",
    "{ ...ctx, user: 1 }",
    "{ user: 1, ...ctx }",
    "{ ...Background() }",
    "Object.assign({}, ctx)",
    "Object.assign({}, ctx, { user: 1 })",
    "Object.assign({}, { user: 1 }, ctx)",
    "Object.freeze({ ...ctx })",
    "Object.seal({ ...ctx })",
  ])("loses what the library asks for: `%s`", (parent) => {
    expect(causes(program(parent), "no-fallback-watcher")).toEqual(["throws"]);
  });

  it.each([
    "Object.assign({ Done() { return x; } })",
    "{ Done() { return x; } }",
    "{ Done: x }",
    "{ ...x, Done: x }",
    "new Holding(ctx)",
    "new Deriving(ctx)",
    "new Named()",
    "new (class { Done() { return x; } })()",
    "new (class extends mixed(Holding) {})(ctx)",
    "new (class extends mixedToo(Holding) {})(ctx)",
    "new Declared()",
  ])("is no parent that the library knows: `%s`", (parent) => {
    expect(causes(program(parent), "no-fallback-watcher")).toEqual(["watcher"]);
  });

  it.each([
    "ctx",
    "x",
    "Background()",
    "{}",
    "{ ...x.y.z() }",
    "Object.assign(ctx, {})",
    "Object.assign(x, ctx)",
    "Object.freeze(ctx)",
    "Object.create(x.prototype)",
    "Object.create(null)",
    "Object.create(ctx)",
    "Object.create(...ctx)",
    "new Proxy(ctx, {})",
    "Object.keys(ctx)",
    "x.create(ctx)",
    "Proxy(ctx, {})",
    "new Map(ctx)",
    "{ Done() { return null; } }",
    "{ Done() { return undefined; } }",
    "{ Done: null }",
    "{ Done: () => null }",
    "new Endless()",
    "new EndlessField()",
    "new x.Holding(ctx)",
    "new (class extends mixed(x) {})(ctx)",
    "new (class extends x.mixed(Holding) {})(ctx)",
    "new (class extends x(Holding) {})(ctx)",
    "new Unknown(ctx)",
  ])("may be one, or costs nothing: `%s`", (parent) => {
    expect(causes(program(parent), "no-fallback-watcher")).toEqual([]);
  });
});

describe("work that is given a context and not awaited", () => {
  const program = (lines: string): string => `import { withTimeout } from "@loke/context";
export class Client {
  async run(parent, x, y) {
    const { ctx, abort } = withTimeout(parent, 500);
    try { return ${lines}; } finally { abort(); }
  }
  async later(x, z) { await x.work(z); await this.load(z); await this.deep.load(z); x.then(z).then(z); x.send(z).then(z); await bare(z); }
  async other(y) { y.work(); }
}
`;

  it.each(["this.load(ctx)", "this.deep.load(ctx)", "bare(ctx)"])(
    "is a promise where it is awaited elsewhere: `%s`",
    (work) => {
      expect(causes(program(work), "no-premature-cancel")).toHaveLength(1);
    },
  );

  it.each([
    "x.work(ctx)",
    "y.work(ctx)",
    "this.other.load(ctx)",
    "deep.load(ctx)",
    "x.load(ctx)",
    "x().work(ctx)",
    "work(ctx)",
  ])("may be none: `%s`", (work) => {
    expect(causes(program(work), "no-premature-cancel")).toEqual([]);
  });
});

function causes(text: string, rule: string): (string | undefined)[] {
  return lint(text, { rule }).map(({ messageId }) => messageId);
}

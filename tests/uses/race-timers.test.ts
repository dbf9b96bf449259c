import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-race-timer";

describe("the id of a timer that settles a promise", () => {
  const program = (lines: string): string => `export function run(x, ms) {
  return new Promise((resolve, reject) => {
    ${lines}
    x.work().then(resolve, reject);
  });
}`;

  it.each([
    "setTimeout(reject, ms);",
    "setTimeout(() => reject(new Error('late')), ms);",
    "setTimeout(reject.bind(null, x), ms);",
    "void setTimeout(reject, ms);",
    "x && setTimeout(reject, ms);",
    "x ? setTimeout(reject, ms) : x();",
    "x ? x() : setTimeout(reject, ms);",
    "const t = setTimeout(reject, ms);",
    "const t = setTimeout(reject, ms) as unknown;",
    "const t = x ? setTimeout(reject, ms) : undefined;",
    "const t = x && setTimeout(reject, ms);",
    "let t; t = setTimeout(reject, ms);",
    "let t; if (x) t = x.other ? setTimeout(reject, ms) : 0;",
    "const t = setTimeout(reject, ms); t.refresh(); t.hasRef(); t.ref();",
    "const t = setTimeout(reject, ms); if (t) x();",
    "const t = setTimeout(reject, ms); x.started = !t;",
    "const t = setTimeout(reject, ms); x.started = t !== undefined;",
    "const t = setTimeout(reject, ms); t;",
    "const t = setTimeout(reject, ms); x.started = t && 1;",
    "const t = setTimeout(reject, ms); x.started = t ? 1 : 2;",
    "const t = setTimeout(() => { x(t); reject(); }, ms);",
    "const t = setTimeout(reject, ms); if (x) return t;",
    "const t = setTimeout(reject, ms); if (x) return () => clearTimeout(t);",
    "const t = setTimeout(reject, ms); const stop = () => clearTimeout(t); if (x) return stop;",
    "(() => { setTimeout(reject, ms); })();",
    "x(void setTimeout(reject, ms));",
    "x.ready && setTimeout(reject, ms);",
    "for (setTimeout(reject, ms); x; ) x();",
  ])("keeps the timer running: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toHaveLength(1);
  });

  it("is not what an executor returns", () => {
    const text = program("").replace("reject);\n", "reject);\n return setTimeout(reject, ms);\n");
    expect(idsOf(text, rule)).toEqual(["discarded"]);
  });

  it.each([
    "setTimeout(reject, ms).unref();",
    "!setTimeout(reject, ms);",
    "let t; [t] = [setTimeout(reject, ms)];",
    "let t; ({ t } = setTimeout(reject, ms));",
    "const t = setTimeout(reject, ms); x.stop = () => clearTimeout(t);",
    "const t = setTimeout(reject, ms); const stop = () => clearTimeout(t); x.on('end', stop);",
    "x(setTimeout(reject, ms));",
    "x.list = [setTimeout(reject, ms)];",
    "x.t = setTimeout(reject, ms);",
    "let t; x(t = setTimeout(reject, ms));",
    "const { t } = setTimeout(reject, ms);",
    "const t = setTimeout(reject, ms); t.unref();",
    "const t = setTimeout(reject, ms); t?.unref?.();",
    "const t = setTimeout(reject, ms); x(t);",
    "const t = setTimeout(reject, ms); x.clear(0, t);",
    "const t = setTimeout(reject, ms); clearTimeout(0, t);",
    "const t = setTimeout(reject, ms); x.t = t;",
    "const t = setTimeout(reject, ms); x.t = x.other ?? t;",
    "const t = setTimeout(reject, ms); x.t = t || x.other;",
    "const t = setTimeout(reject, ms); x.t = x.other ? t : 0;",
    "const t = setTimeout(reject, ms); x[t] = 1;",
    "const t = setTimeout(reject, ms); x.close = t.close;",
    "const t = setTimeout(reject, ms); x(() => { return t; });",
    "const t = setTimeout(reject, ms); clearTimeout(t);",
    "const t = setTimeout(reject, ms); t.close();",
    "[1].forEach(() => setTimeout(reject, ms));",
    "x.later(() => { setTimeout(reject, ms); });",
    "setTimeout(x, ms);",
    "const fire = x.fire; setTimeout(fire, ms);",
    "setTimeout(x.reject, ms);",
    "setTimeout(() => x(), ms);",
    "setTimeout(reject.call(null), ms);",
    "setTimeout();",
  ])("is somebody's, or stops it: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toEqual([]);
  });

  it.each([
    ["const late = () => reject(); ", "late"],
    ["function late() { reject(); } ", "late"],
    ["const fail = () => reject(); const late = () => fail(); ", "late"],
    ["const fail = () => reject(); ", "() => fail()"],
    ["const again = () => { again(); reject(); }; ", "again"],
  ])("is one where a local function settles: `%s`", (before, callback) => {
    expect(idsOf(program(`${before} setTimeout(${callback}, ms);`), rule)).toHaveLength(1);
  });

  it("is no matter where nothing else settles the promise", () => {
    const text = (more: string): string => `export function run(x, ms) {
  return new Promise((resolve) => {
    const late = () => resolve();
    setTimeout(late, ms);
    ${more}
  });
}`;
    expect(idsOf(text(""), rule)).toEqual([]);
    expect(idsOf(text("x.on('data', late);"), rule)).toHaveLength(1);
    expect(idsOf(text("late();"), rule)).toHaveLength(1);
    expect(idsOf(text("const again = () => resolve(); setTimeout(() => again(), ms);"), rule)).not.toEqual([]);
  });

  it.each(["...settle", "{ then }, reject", "resolve = x, reject"])("is not looked at with `(%s)`", (params) => {
    expect(idsOf(program("setTimeout(reject, ms);").replace("resolve, reject)", `${params})`), rule)).toEqual([]);
  });

  it("is not looked at where a settler is overwritten, and in what looks like an executor", () => {
    expect(idsOf(program("reject = x.other; setTimeout(reject, ms);"), rule)).toEqual([]);
    expect(idsOf(program("setTimeout(reject, ms);").replace("new Promise(", "new Job("), rule)).toEqual([]);
    expect(idsOf(program("setTimeout(reject, ms);").replace("new Promise(", "new x.Promise("), rule)).toEqual([]);
    expect(idsOf(program("setTimeout(reject, ms);").replace("new Promise(", "new Promise(x, "), rule)).toEqual([]);
    expect(idsOf(program("setTimeout(reject, ms);").replace("new Promise(", "Promise("), rule)).toEqual([]);
  });
});

describe("whoever settles the promise of a timer", () => {
  const program = (lines: string): string => `export function run(x, child, ms) {
  return new Promise((resolve, reject) => {
    const t = setTimeout(() => reject(new Error("late")), ms);
    const clear = () => clearTimeout(t);
    const done = () => { clearTimeout(t); resolve(); };
    ${lines}
  });
}`;

  it.each([
    "x.work().then(done, (error) => { clear(); reject(error); });",
    "x.work().then(done, done);",
    "child.on('data', done);",
    "child.on('data', () => done());",
    "x.work().then((value) => { resolve(value); clearTimeout(t); });",
    "x.work().then((value) => { resolve(value); clear(); });",
    "x.work().then(resolve).finally(clear);",
    "x.work().then(resolve, reject).finally(() => clear());",
    "x.work().finally(clear).then(resolve, reject);",
    "x.work().then(clear).then(resolve);",
    "x.work().then(clear, clear).then(resolve, reject);",
    "x.work().then(clear, clear).catch(reject);",
    "x.work().then(x.first).then(resolve).then(clear);",
    "x.work().catch(reject).then(clear);",
    "x.work().catch(clear).catch(reject);",
    "x.work()!.then(resolve)?.finally(clear);",
    "if (x.ready) { clear(); resolve(); return; } child.on('data', done);",
    "if (x.ready) return void done(); child.on('data', done);",
    "child.on('data', () => { if (t) clearTimeout(t); resolve(); });",
    "child.on('data', () => { if (x.ready) done(); else { clear(); reject(); } });",
    "child.on('data', () => { if (x.ready) { clear(); resolve(); } });",
    "child.once('close', clear); child.on('data', () => resolve());",
    "x.other().then(clear); x.work().then(resolve);",
    "child.on('exit', done); child.on('error', reject);",
    "child.on('closed', done); child.on('error', reject);",
    "child.on('data', done); child.on('exit', done); child.on('error', reject);",
    "child.off('data', reject); child.on('data', done);",
    "child.removeListener('data', resolve); child.on('data', done);",
    "const again = () => { x.later(again); clear(); resolve(); }; child.on('data', again);",
    "child.unlisten('data', reject); child.on('data', done);",
    "child.once('close', () => { if (x.ready) clear(); }); child.on('data', () => resolve());",
    "const again = (n) => { if (n) again(n - 1); else clear(); resolve(); }; child.on('data', again);",
    "const again = (n) => { if (n) again(n - 1); clearTimeout(t); resolve(); }; child.on('data', again);",
    "const again = (n) => { clearTimeout(t); if (n) again(n - 1); else resolve(); }; child.on('data', again);",
    "function finish(value) { clearTimeout(t); resolve(value); } x.work().then(finish, finish);",
    "const finish = (settle) => { clearTimeout(t); settle(); }; x.work().then(() => finish(resolve));",
    "const finish = (settle) => { clear(); settle(); }; child.on('data', () => finish(resolve));",
    "const all = { stop: clear, end: resolve }; x.work(all);",
    "x.work(clear, resolve);",
    "(async () => { try { resolve(await x.work()); } catch (error) { reject(error); } finally { clear(); } })();",
    "const a = b, b = () => { clear(); resolve(); }; child.on('data', b);",
  ])("clears it, or may: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toEqual([]);
  });

  it.each([
    "x.work().then(resolve, reject);",
    "child.on('data', resolve);",
    "child.on('data', () => resolve());",
    "if (x.ready) resolve();",
    "const end = () => resolve(); child.on('data', end);",
    "const end = () => resolve(); child.on('data', () => end());",
  ])("does not: `%s`", (lines) => {
    const text = program(lines).replaceAll(/const (?:clear|done) = .*\n/g, "\n");
    expect(idsOf(text, rule)).toHaveLength(1);
  });

  it.each([
    "x.work().then(done, reject);",
    "x.work().then(done).catch(reject);",
    "x.work().then(resolve, (error) => { clear(); reject(error); });",
    "x.work().then(clear).catch(reject);",
    "x.work().catch(clear).then(resolve);",
    "x.work().catch(resolve).catch(clear);",
    "x.work().then(resolve).catch(clear);",
    "x.work().then(resolve, x.log).catch(clear);",
    "child.on('data', () => { if (x.ready) clearTimeout(t); resolve(); });",
    "child.on('data', () => { if (x.ready) return resolve(); done(); });",
    "child.on('data', done); child.on('error', reject);",
    "if (x.bad) reject(x); child.on('exit', done);",
    "if (x.bad) resolve(); child.on('data', done);",
    "const finish = (settle) => { settle(); }; x.work().then(() => finish(resolve)); child.on('data', done);",
    "const end = () => { if (x.ready) clear(); resolve(); }; child.on('data', () => end());",
    "x.work().then(() => { if (x.ready) clear(); }).then(resolve);",
    "const end = async () => { await x.work(); resolve(); }; end(); child.on('data', done);",
  ])("does not always: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toHaveLength(1);
  });

  it("is known by its place in the executor, which may have a name", () => {
    const named = (lines: string): string =>
      program(lines).replace("(resolve, reject) =>", "function go(resolve, reject)");
    expect(idsOf(named("x.work().then(done, reject);"), rule)).toEqual(["rejected"]);
    expect(idsOf(named("x.work().then(resolve, () => { clear(); reject(); });"), rule)).toEqual(["resolved"]);
  });
});

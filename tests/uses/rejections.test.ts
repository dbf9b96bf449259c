import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** A cancel that stands after an `await` is not reached where that throws: only then is a `finally` asked for. */
describe("a cancel after what is awaited", () => {
  const reported = (lines: string): (string | undefined)[] =>
    idsOf(
      `import { withTimeout } from "@loke/context";
import { setImmediate as soon, setTimeout as sleep } from "timers/promises";
import { delayMs, timeout } from "./time.js";
export async function run(parent, x, ms, log) {
  const { ctx, abort } = withTimeout(parent, 500);
  x.start(ctx);
  ${lines}
  abort();
}`,
      "no-lost-cancel",
    );

  it.each([
    "await 1;",
    "await undefined;",
    "await `${x}`;",
    "await !x;",
    "await {};",
    "await [x()];",
    "await (() => x());",
    "await function () { x(); };",
    "const p = 1; await p;",
    "await (x ? 1 : undefined);",
    "await (x && 1);",
    "await (x() && 1);",
    "await (undefined ?? 1);",
    "await Promise.resolve();",
    "await Promise.resolve(1);",
    "await Promise.allSettled([x()]);",
    "await Promise.all([1, Promise.resolve()]);",
    "await Promise.race([1, Promise.resolve()]);",
    "await Promise.all(x.map(() => 1));",
    "await Promise.all(x.map(async (each) => { each.go(); }));",
    "await sleep(5);",
    "await sleep(5, x);",
    "await delayMs(5);",
    "await soon();",
    "await soon(x);",
    "await new Promise(() => { x(); });",
    "await new Promise((resolve) => setTimeout(resolve, ms));",
    "await new Promise((resolve) => { setTimeout(resolve, ms); });",
    "await new Promise((resolve) => { setTimeout(() => resolve(), ms); });",
    "await new Promise((resolve) => { setTimeout(() => resolve(1), ms); });",
    "await new Promise((resolve) => { x.on('a', () => resolve(x.b)); });",
    "await new Promise((resolve, reject) => { x.on('a', resolve); });",
    "await new Promise(function (resolve) { x.on('a', resolve); });",
    "await new Promise((resolve) => x(() => resolve(x ? 1 : 2)));",
    "await new Promise((resolve) => x(() => { x.other(x.go()); resolve(); }));",
    "x.late = new Promise((resolve) => x(resolve)); await x.late;",
    "x.late ??= new Promise((resolve) => x(resolve)); await x.late;",
    "const p = x(); const q = x.b; const r = p.catch(() => {}); await r;",
    "await x().catch(() => {});",
    "await x().catch(() => undefined);",
    "await x().catch(console.error);",
    "await x().catch(log.debug);",
    "await x().catch((error) => { const fail = () => { throw error; }; x.fail = fail; });",
    "await Promise.resolve().then(() => async () => { await x(); });",
    "await new Promise((resolve) => { x(async () => { await x(); resolve(); }); });",
    "await x().catch(function () {});",
    "await x().catch(async () => {});",
    "const ignore = () => {}; await x().catch(ignore);",
    "function ignore() {} await x().catch(ignore);",
    "await x().then(() => {}, () => {});",
    "await x().then(undefined, () => {});",
    "await x().then(null, () => {});",
    "await Promise.resolve().then(() => {});",
    "await Promise.resolve().finally(() => {});",
    "await Promise.resolve().finally();",
    "await x().catch(() => {}).finally(() => { x(); });",
    "await (async () => { x(); })();",
    "await (async () => { if (x) return; return 1; })();",
    "await (async () => { return x().catch(() => {}); })();",
    "await (async () => 1)();",
    "await (() => 1)();",
    "await (async () => { try { await x(); } catch {} })();",
    "await (async () => { await sleep(5); return 1; })();",
    "const go = async () => { await sleep(5); }; await go();",
    "async function go() { if (x) return; x(); } await go();",
    "await (await x().catch(() => {}));",
    "let p; if (x) p = Promise.resolve(); await p;",
    "let p = null; p ??= delayMs(5); await p;",
    "let p = delayMs(5); if (x) p = p.then(() => { x(); }); await p;",
    "await x().catch((error) => logError(error));",
    "await x().catch((error) => x.debugLogger(error));",
    "await Promise.resolve().then(async () => { try { await x(); } catch {} });",
    "const o = { async go() { try { await x(); } catch {} } }; await o.go();",
    "await Bun.sleep(5);",
  ])("is always reached: `%s`", (lines) => {
    expect(reported(lines)).toEqual([]);
  });

  it.each([
    "await x;",
    "await x();",
    "await x.y();",
    "await x()();",
    "await new x();",
    "let p = 1; p = x(); await p;",
    "let p = 1; p ||= x(); await p;",
    "let p = 1; [p] = x; await p;",
    "let p = 1; p += x; await p;",
    "let p = 1; p = p.then(() => x()); await p;",
    "let p = 1; p = p.then(() => 1).other(); await p;",
    "let p = x(); p = p.then(() => 1); await p;",
    "let p; await p;",
    "const o = { async go() { await x(); } }; await o.go();",
    "await x().catch((error) => logIn(error));",
    "await Promise.resolve().then(async () => { await x(); });",
    "const p = x(); await p;",
    "await (x ? 1 : x());",
    "await (x ? x() : 1);",
    "await (x && x());",
    "await (x() || 1);",
    "await (1 ?? x());",
    "await Promise.resolve(x());",
    "await Promise.reject(x);",
    "await Promise.any([1]);",
    "await Promise.all(x);",
    "await Promise.all([1, x()]);",
    "await Promise.all([1, ...x]);",
    "await Promise.race([x(), 1]);",
    "await Promise.all(x.map(async (each) => { await each.go(); }));",
    "await Promise.all(x.map((each) => each.go()));",
    "await Promise.all(x.map((each) => { return each.go(); }));",
    "await Promise.all(x.map(x));",
    "await Promise.all(x.filter(() => 1));",
    "await Promise.all(map(() => 1));",
    "await sleep(5, x, { signal: ctx });",
    "await timeout(5);",
    "await delayMs(5, x);",
    "await soon(x, { signal: ctx });",
    "await new x.Promise(() => {});",
    "await new Promise(x);",
    "await new Promise(async (resolve) => { await x(); resolve(); });",
    "await new Promise((resolve) => { throw x; });",
    "await new Promise((resolve, reject) => { x(resolve, reject); });",
    "await new Promise((resolve, ...more) => { x(resolve); });",
    "await new Promise((...settle) => { x(settle); });",
    "await new Promise(([resolve]) => { x(resolve); });",
    "await new Promise((resolve) => { resolve(x()); });",
    "await new Promise((resolve) => resolve(x()));",
    "await new Promise((resolve) => { x(() => resolve(x ? 1 : x())); });",
    "await new Promise((resolve) => { x(() => resolve(x || x())); });",
    "await new Promise((resolve) => { resolve(import('x')); });",
    "x.late = x(); await x.late;",
    "x.late = Promise.resolve(); x.late = x(); await x.late;",
    "x.late; await x.late;",
    "x['late'] = 1; await x[log];",
    "log(x.late); await x.late;",
    "log.y = x.late; await x.late;",
    "const late = 1; await x.late;",
    "const p = p2(); const p2 = () => p; await p;",
    "await x().catch();",
    "await x().catch(x);",
    "await x().catch((error) => { throw error; });",
    "await x().catch((error) => { x(() => { throw error; }); });",
    "await x().catch((error) => { new x(() => { throw error; }); });",
    "await x().catch((error) => { (() => { throw error; })(); });",
    "await x().catch((error) => x(error));",
    "await x().catch((error) => { return x(error); });",
    "await x().catch((error) => { return import('x'); });",
    "await x().catch((error) => { return x ? 1 : x(); });",
    "await x().catch(async () => { await x(); });",
    "await x().catch((error) => x.logged(error));",
    "await x().catch((error) => x.catalog(error));",
    "await x().then(() => {});",
    "await x().then(() => {}, x);",
    "await x().then(x, () => {});",
    "await x().then(() => x(), () => {});",
    "await x().finally(() => {});",
    "await Promise.resolve().finally(x);",
    "await Promise.resolve().then(x);",
    "await Promise.resolve().then(() => x());",
    "await Promise.resolve().other();",
    "await (async () => { throw x; })();",
    "await (async () => { return x(); })();",
    "await (async () => x())();",
    "await (async () => { await x(); })();",
    "await (() => x())();",
    "await (() => { return x(); })();",
    "const go = async () => { if (x) await x(); }; await go();",
    "let go = async () => {}; go = x; await go();",
    "function* go() {} await go();",
  ])("may be passed by: `%s`", (lines) => {
    expect(reported(lines)).toHaveLength(1);
  });
});

/** Where the process ends nothing is left to cancel. */
describe("a way on which nothing comes back", () => {
  const reported = (lines: string): (string | undefined)[] =>
    idsOf(
      `import { withTimeout } from "@loke/context";
declare function die(): never;
declare function live(): void;
function fail(): never { throw new Error(); }
const crash = (): never => { throw new Error(); };
export async function run(parent, x) {
  const { ctx, abort } = withTimeout(parent, 500);
  x.start(ctx);
  if (x.bad) { ${lines} return; }
  abort();
}`,
      "no-lost-cancel",
    );

  it.each([
    "process.exit(1);",
    "process.abort();",
    "process['exit'](1);",
    "Deno.exit(1);",
    "die();",
    "fail();",
    "crash();",
    "await new Promise(() => {});",
    "await new Promise(function () {});",
    "await new Promise((resolve) => {});",
  ])("owes no cancel: `%s`", (lines) => {
    expect(reported(lines)).toEqual([]);
  });

  it.each([
    "process.cwd();",
    "process.exit;",
    "Deno.abort();",
    "Deno.cwd();",
    "x.exit(1);",
    "x.process.exit(1);",
    "exit(1);",
    "live();",
    "x.die();",
    "new Promise(() => {});",
    "await new Promise((resolve) => { x(resolve); });",
    "await new Promise((resolve) => x(resolve));",
    "await new Promise(x);",
    "await new x.Promise(() => {});",
    "await new Later(() => {});",
  ])("owes the cancel: `%s`", (lines) => {
    expect(reported(lines).length).toBeGreaterThan(0);
  });
});

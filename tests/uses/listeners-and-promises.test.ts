import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** A listener that settles a promise which others settle too, and one that ends work whose end is heard. */
const rule = "no-leaked-abort-listener";

describe("a listener that settles a promise beside", () => {
  const program = (lines: string, listener: string): string => `export async function run(signal, x) {
  const { promise, resolve, reject } = Promise.withResolvers();
  signal.addEventListener("abort", ${listener});
  ${lines}
}`;

  it.each([
    ["x.onend = resolve; return promise;", "() => reject(signal.reason)"],
    ["x.on('end', resolve); return promise;", "() => reject(signal.reason)"],
    ["x.on('end', () => resolve()); return promise;", "() => reject(signal.reason)"],
    ["x.handlers = { resolve }; return promise;", "() => reject(signal.reason)"],
    ["x.handlers = { end: resolve }; return promise;", "() => reject(signal.reason)"],
    ["x.handlers = [resolve]; return promise;", "() => reject(signal.reason)"],
    ["x.push(resolve); return { promise };", "() => reject(signal.reason)"],
    ["resolve(); return promise;", "() => reject(signal.reason)"],
    ["if (x.ready) resolve(); return promise;", "() => reject(signal.reason)"],
    ["setTimeout(resolve, 5); return promise;", "() => reject(signal.reason)"],
    ["x.onend = resolve; return { promise, done: x.done() };", "() => reject(signal.reason)"],
    ["x.onend = resolve; return promise;", "() => { x.stop(); reject(signal.reason); }"],
    ["x.onend = resolve; return promise;", "() => { x.kill(); reject(signal.reason); }"],
    ["x.onend = resolve; return promise;", "reject"],
    ["x.onend = resolve; return promise;", "function () { reject(this.reason); }"],
    ["const child = x.spawn(); child.on('exit', resolve); return promise;", "() => { child.kill(); reject(); }"],
  ])("stays where something else settles it: `%s` `%s`", (lines, listener) => {
    expect(idsOf(program(lines, listener), rule)).toEqual(["settled"]);
  });

  it.each([
    ["x.off('end', resolve); return promise;", "() => reject(signal.reason)"],
    ["const { [resolve]: end } = x; return promise;", "() => reject(signal.reason)"],
    ["x.other = [promise, resolve.name]; return promise;", "() => reject(signal.reason)"],
    ["x.other = resolve.name; return promise;", "() => reject(signal.reason)"],
    ["typeof resolve; return promise;", "() => reject(signal.reason)"],
    ["let end; end = resolve; return promise;", "() => reject(signal.reason)"],
    ["return promise;", "() => reject(signal.reason)"],
    ["await promise;", "() => reject(signal.reason)"],
    ["process.on('SIGINT', () => resolve()); return promise;", "() => reject(signal.reason)"],
    ["process.once('SIGTERM', resolve); return promise;", "() => reject(signal.reason)"],
    ["x.signal.addEventListener('abort', () => resolve()); return promise;", "() => reject(signal.reason)"],
    ["x.signal.addEventListener('abort', resolve); return promise;", "() => reject(signal.reason)"],
    ["if (signal.aborted) resolve(); return promise;", "() => reject(signal.reason)"],
    ["if (signal.aborted) reject(signal.reason); return promise;", "() => reject(signal.reason)"],
    ["const go = () => Promise.race([promise, x.work()]); await go();", "() => reject(signal.reason)"],
    ["const go = () => Promise.race([promise, x.work()]); x.go = go;", "() => reject(signal.reason)"],
    ["await Promise.all([promise, x.work()]);", "() => reject(signal.reason)"],
    ["x.use(promise);", "() => reject(signal.reason)"],
    ["const server = x.listen(); x.onend = resolve; return promise;", "() => { server.close(); reject(); }"],
    [
      "const child = x.spawn(); child.on('exit', resolve); return { child, promise };",
      "() => { child.kill(); reject(); }",
    ],
    ["const own = new AbortController(); x.onend = resolve; return promise;", "() => { own.abort(); reject(); }"],
  ])("stays for the settlement, or for more: `%s` `%s`", (lines, listener) => {
    expect(idsOf(program(lines, listener), rule)).toEqual([]);
  });

  it.each([
    ["await Promise.race([promise, x.work()]);", "() => reject(signal.reason)"],
    ["return await Promise.race([promise, x.work()]);", "() => reject(signal.reason)"],
    ["return Promise.race([promise, x.work()]);", "() => reject(signal.reason)"],
    ["await Promise.race([promise, x.work()]); await x.more();", "() => reject(signal.reason)"],
    ["promise.catch(() => x.log()); return await Promise.race([x.work(), promise]);", "() => reject(signal.reason)"],
  ])("stays when the race is over: `%s` `%s`", (lines, listener) => {
    expect(idsOf(program(lines, listener), rule)).toEqual(["raced"]);
  });

  it("stays", () => {
    expect(idsOf(program("x.onend = resolve; return promise;", "() => x.stop()"), rule)).toEqual(["discarded"]);
  });
});

describe("a helper that listens for the promise of an executor", () => {
  const program = (call: string, helper: string): string => `import { x } from "elsewhere";
function rejectOn(signal, reject) { ${helper} }
export function run(signal, ms) {
  return new Promise((resolve, reject) => {
    ${call}
  });
}`;

  it.each([
    [
      "rejectOn(signal, reject); x.on('end', resolve);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "rejectOn(signal, reject); setTimeout(resolve, ms);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "rejectOn(signal, () => reject()); x.on('end', resolve);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "if (x.ready) resolve(); rejectOn(signal, reject);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "rejectOn(x.signal, reject); x.on('end', resolve);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "rejectOn(signal, reject); x.on('end', resolve);",
      "const at = x.now(); signal.addEventListener('abort', () => reject(at));",
    ],
    [
      "rejectOn(signal, reject); x.on('end', resolve);",
      "const why = () => x.why(); signal.addEventListener('abort', () => reject(why()));",
    ],
    ["rejectOn(signal, reject); x.on('end', resolve);", "signal.addEventListener('abort', reject);"],
  ])("leaves what the call adds: `%s` `%s`", (call, helper) => {
    expect(idsOf(program(call, helper), rule)).toEqual(["bound"]);
  });

  it.each([
    ["rejectOn(signal, reject);", "signal.addEventListener('abort', () => reject(signal.reason));"],
    [
      "rejectOn(signal, x.reject); x.on('end', resolve);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "const added = rejectOn(signal, reject); x.on('end', resolve);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "x.added = rejectOn(signal, reject); x.on('end', resolve);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "if (x.ready) return resolve(); rejectOn(signal, reject);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "if (x.ready) { resolve(); return; } rejectOn(signal, reject);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "rejectOn(new AbortController().signal, reject); x.on('end', resolve);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "const own = new AbortController(); rejectOn(own.signal, reject); x.on('end', resolve);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "rejectOn(...[signal, reject]); x.on('end', resolve);",
      "signal.addEventListener('abort', () => reject(signal.reason));",
    ],
    [
      "rejectOn(signal, reject); x.on('end', resolve);",
      `const stop = () => reject(); signal.addEventListener('abort', stop);
return () => signal.removeEventListener('abort', stop);`,
    ],
    ["rejectOn(signal, reject); x.on('end', resolve);", "signal.addEventListener('abort', () => x.log());"],
  ])("leaves none, or is not known to: `%s` `%s`", (call, helper) => {
    expect(idsOf(program(call, helper), rule)).toEqual([]);
  });

  it("leaves the listener when it is settled", () => {
    expect(
      idsOf(
        program(
          "rejectOn(signal, reject); x.on('end', resolve);",
          "const stop = () => reject(signal.reason); signal.addEventListener('abort', stop);",
        ),
        rule,
      ),
    ).toEqual(["settled"]);
  });
});

describe("a listener that ends a call", () => {
  const program = (lines: string, listener: string): string => `export function run(signal, x, done) {
  ${lines}
  signal.addEventListener("abort", ${listener});
  return call;
}`;

  it.each([
    ["const call = x.open(); call.on('end', done);", "() => call.cancel()"],
    ["const call = x.open(); call.on('close', done);", "() => call.cancel()"],
    ["const call = x.open(); call!.on('end', done);", "() => call.cancel()"],
    ["const call = x.open(); call.on('data', done).once('close', done);", "() => call.cancel()"],
    ["const call = x.open(); call.onclose = done;", "() => call.cancel()"],
    ["const call = new x.Call(); call.on('end', done);", "() => call.cancel()"],
    ["const call = x.request('a', (error, answer) => done(answer));", "() => call.cancel()"],
    ["const call = x.request('a', (error) => done(error));", "() => call.cancel()"],
    [
      "const call = x.open(); const other = x.open(); call.on('end', done); other.on('end', done);",
      "() => { call.cancel(); other.cancel(); }",
    ],
  ])("has nothing left to do when that is heard to end: `%s` `%s`", (lines, listener) => {
    expect(idsOf(program(lines, listener), rule)).toEqual(["discarded"]);
  });

  it.each([
    ["const call = x.open(); call.on('data', done);", "() => call.cancel()"],
    ["const call = x.open(); call.ondata = done;", "() => call.cancel()"],
    ["const call = x.open(); x.on('end', done);", "() => call.cancel()"],
    ["const call = x.open(); x.on('end', call);", "() => call.cancel()"],
    ["const call = x.open(); const later = () => call.on('end', done); x.use(later);", "() => call.cancel()"],
    ["const call = new x.CallServer(); call.on('end', done);", "() => call.cancel()"],
    ["const call = x.listen(); call.on('close', done);", "() => call.cancel()"],
    ["const call = x.createHttpServer(); call.on('close', done);", "() => call.cancel()"],
    ["const call = x.subscribe(); call.on('end', done);", "() => call.cancel()"],
    ["const call = x.calls[0]; call.on('end', done);", "() => call.cancel()"],
    ["let call = x.open(); call = x.open(); call.on('end', done);", "() => call.cancel()"],
    ["const call = x.request('a', () => done());", "() => call.cancel()"],
    ["const call = x.request('a', done);", "() => call.cancel()"],
    ["const call = x.request((error, answer) => done(answer), 'a');", "() => call.cancel()"],
    ["const call = x.request('a', (error, answer) => done(answer)).unref();", "() => call.cancel()"],
    ["const call = new x.Request('a', (error, answer) => done(answer));", "() => call.cancel()"],
    ["const call = x.open();", "() => call.cancel()"],
    ["const call = x.open(); call.on('end', done);", "() => call.log()"],
    ["const call = x.open(); call.on('end', done);", "() => { call.cancel(); x.log(); }"],
    ["const call = x.open(); call.on('end', done);", "() => { call.cancel(); done(); }"],
    [
      "const call = x.open(); const other = x.open(); call.on('end', done);",
      "() => { call.cancel(); other.cancel(); }",
    ],
    [
      "const call = x.open(); const own = new AbortController(); call.on('end', done);",
      "() => { call.cancel(); own.abort(); }",
    ],
    ["const call = x.open(); call.on('end', done);", "() => { call.on('end', x.log); call.cancel(); }"],
  ])("may have something to do: `%s` `%s`", (lines, listener) => {
    expect(idsOf(program(lines, listener), rule)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { idAndEndOf } from "./object-report.ts";

describe("the end of a class", () => {
  const program = (member: string, begin = "class Poller"): string => `${begin} {
  start() { this.timer = setInterval(tick, 9); }
  ${member}
}`;

  it.each([
    ["stop() { log(); }", "stop()"],
    ["async stop() { await log(); }", "stop()"],
    ["#stop() { log(); } run() { this.#stop(); }", "#stop()"],
    ['"stop"() { log(); }', "stop()"],
    ["stop = () => log();", "stop()"],
    ["stop = function () { log(); };", "stop()"],
    ["stop = (() => { log(); }) as () => void;", "stop()"],
    ["private readonly stop = (): void => { log(); };", "stop()"],
    ["[Symbol.dispose]() { log(); }", "[Symbol.dispose]()"],
    ["async [Symbol.asyncDispose]() { await log(); }", "[Symbol.asyncDispose]()"],
    ["stop() { if (x) throw new Error(); log(); }", "stop()"],
    ["stop() { throw new Error(); log(); }", "stop()"],
    ["halt() { log(); } close() { log(); }", "close()"],
    ["close() {} destroy() { log(); }", "destroy()"],
    ["static close() { log(); } stop() { log(); }", "stop()"],
  ])("is `%s`", (member, teardown) => {
    expect(idAndEndOf(program(member))).toBe(`objectNeverReleased ${teardown}`);
  });

  it.each([
    "stop() {}",
    'stop() { throw new Error("not written"); }',
    "get stop() { return log(); }",
    "set stop(x) { log(x); }",
    "static stop() { log(); }",
    "stop: () => void;",
    "stop = make(() => log());",
    "abstract stop(): void;",
    "halt() { log(); }",
    "[stop]() { log(); }",
    "[other.dispose]() { log(); }",
    "[Symbol.iterator]() { log(); }",
    "[Symbol()]() { log(); }",
    "[a.b.dispose]() { log(); }",
    "Symbol() { log(); }",
    "static { log(); }",
    "",
  ])("is not `%s`", (member) => {
    expect(idAndEndOf(program(member))).toBeUndefined();
  });

  const ofBase = (member: string, begin: string): string =>
    program(member, begin).replace("this.timer =", "this._timer =");

  it.each([
    ['import { Readable } from "stream"; class Poller extends Readable', "_destroy()"],
    ["import { Readable } from 'node:stream'; class Poller extends Readable", "_destroy()"],
    ['import * as stream from "stream"; class Poller extends stream.Transform', "_destroy()"],
    ["class Poller extends HTMLElement", "disconnectedCallback()"],
    ['import { OnInit } from "@angular/core"; @Component({}) class Poller', "ngOnDestroy()"],
  ])("is what the base class brings: `%s`", (begin, teardown) => {
    expect(idAndEndOf(ofBase("", begin))).toBe(`objectNeverReleased ${teardown}`);
  });

  it.each([
    "class Poller extends Readable",
    'import { Readable } from "./readable"; class Poller extends Readable',
    'import { Other } from "stream"; class Poller extends Other',
    'import * as stream from "stream"; class Poller extends stream[Transform()]',
    'import { make } from "stream"; class Poller extends make()',
    'import { Injectable } from "@angular/core"; @Injectable() @Component({}) class Poller',
    "@Component({}) class Poller",
    "class Poller extends Other",
  ])("is not known of `%s`", (begin) => {
    expect(idAndEndOf(ofBase("", begin))).toBeUndefined();
  });

  it.each(["_final", "_flush", "_read", "_transform"])("passes by what only data or a good end runs: `%s`", (name) => {
    const stream = 'import { Readable } from "stream"; class Poller extends Readable';
    expect(idAndEndOf(ofBase(`${name}() { clearInterval(this._timer); }`, stream))).toBe(
      "objectNeverReleased _destroy()",
    );
    expect(idAndEndOf(ofBase("ready() { clearInterval(this._timer); }", stream))).toBeUndefined();
    expect(idAndEndOf(program(`${name}() { clearInterval(this.timer); } close() { log(); }`))).toBeUndefined();
  });
});

describe("the end of an object without a class", () => {
  it.each([
    "const poller = { start() { this.timer = setInterval(tick, 9); }, stop() { log(); } };",
    "const poller = { start() { this.timer = setInterval(tick, 9); }, stop: () => log() };",
    "const poller = { start() { this.timer = setInterval(tick, 9); }, 'stop': function () { log(); } };",
    "const poller = { start() { poller.timer = setInterval(tick, 9); }, stop() { log(); } };",
    "class P { static start() { P.timer = setInterval(tick, 9); } static stop() { log(); } }",
    "class P { static start() { this.timer = setInterval(tick, 9); } static stop = () => log(); }",
    "class P { static { this.timer = setInterval(tick, 9); } static stop() { log(); } }",
    "class P { start() { const self = this; f(() => { self.timer = setInterval(tick, 9); }); } stop() { log(); } }",
    "class P { start = () => { this.timer = setInterval(tick, 9); }; stop() { log(); } }",
    "class P { #t; start(o) { o.#t = setInterval(tick, 9); } stop() { log(); } }",
    "class P { #t; start() { return class { go(o) { o.#t = setInterval(tick, 9); } }; } stop() { log(); } }",
    "class P { accessor #timer = setInterval(tick, 9); stop() { log(); } }",
    "class P { #timer = setInterval(tick, 9); stop() { log(); } }",
    "export default class { start() { this.timer = setInterval(tick, 9); } stop() { log(); } }",
  ])("is found in `%s`", (text) => {
    expect(idAndEndOf(text)).toMatch(/^objectNeverReleased stop/);
  });

  it.each([
    "const poller = { start() { this.timer = setInterval(tick, 9); }, get stop() { return log(); } };",
    "const poller = { start() { this.timer = setInterval(tick, 9); }, ...{ stop() { log(); } } };",
    "const poller = { start() { this.timer = setInterval(tick, 9); }, [stop]() { log(); } };",
    "let poller = { start() { poller.timer = setInterval(tick, 9); }, stop() { log(); } }; poller = x;",
    "const app = { methods: { start() { this.timer = setInterval(tick, 9); }, stop() { log(); } } };",
    "const app = { start: function () { f(function () { this.timer = setInterval(tick, 9); }); }, stop() { log(); } };",
    "class P { static start() { P.timer = setInterval(tick, 9); } stop() { log(); } }",
    "class P { start(o) { o.timer = setInterval(tick, 9); } stop() { log(); } }",
    "class P { start() { f(function () { this.timer = setInterval(tick, 9); }); } stop() { log(); } }",
    "class P { start() { function f() { this.timer = setInterval(tick, 9); } f(); } stop() { log(); } }",
    "class P { [f(() => { this.timer = setInterval(tick, 9); })] = 1; stop() { log(); } }",
  ])("is not known in `%s`", (text) => {
    expect(idAndEndOf(text)).toBeUndefined();
  });

  const factory = (result: string, more = ""): string => `function make(x) {
  let timer;
  function start() { timer = setInterval(tick, 9); }
  function stop() { log(); }
  const halt = () => log();
  ${more}
  ${result}
}`;

  it.each([
    "return { start, stop };",
    "return { start, stop: halt };",
    "return { start, stop() { log(); } };",
    "return { start, stop: () => log() } as Poller;",
    "const api = { start, stop }; return api;",
    "if (x) return { start, stop }; return null;",
    "if (x) { return null; } else { return { start, stop }; }",
    "try { return { start, stop }; } catch { return null; }",
    "{ return { start, stop }; }",
  ])("is in the object that a function returns: `%s`", (result) => {
    expect(idAndEndOf(factory(result))).toBe("objectNeverReleased stop()");
  });

  it.each([
    "return { start };",
    "return { start, halt };",
    "return { start, stop: 1 };",
    "return { start, stop: x };",
    "return { start, ...stop };",
    "return { start, [stop]: stop };",
    "return [start, stop];",
    "return start;",
    "return;",
    "return x.map(() => { return { start, stop }; });",
    "let api = { start, stop }; api = x; return api;",
  ])("is not in `%s`", (result) => {
    expect(idAndEndOf(factory(result))).toBeUndefined();
  });

  it("is that of the function whose variable it is", () => {
    expect(idAndEndOf("const make = () => ({ stop() { log(); } }); let timer; timer = setInterval(tick, 9);")).toBe(
      undefined,
    );
    expect(idAndEndOf(factory("return { start, stop };", "timer ??= 1; if (timer) log();"))).toBe(
      "objectNeverReleased stop()",
    );
    expect(idAndEndOf(factory("return { start, stop, timer };"))).toBeUndefined();
  });
});

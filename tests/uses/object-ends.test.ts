import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

/** What a rule says of the one timer of a text: the id of its message, and the teardown that it names. */
function reportOf(text: string, fields: "certain" | "all" = "certain"): string | undefined {
  const [report, ...more] = lint(text, { rule: "no-leaked-timer", options: { fields } });
  expect(more).toEqual([]);
  const teardown = /by `([^`]+)`/.exec(report?.message ?? "")?.[1];
  return report && `${report.messageId}${teardown ? ` ${teardown}` : ""}`;
}

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
    expect(reportOf(program(member))).toBe(`objectNeverReleased ${teardown}`);
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
    expect(reportOf(program(member))).toBeUndefined();
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
    expect(reportOf(ofBase("", begin))).toBe(`objectNeverReleased ${teardown}`);
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
    expect(reportOf(ofBase("", begin))).toBeUndefined();
  });

  it.each(["_final", "_flush"])("passes by what only a good end runs: `%s`", (name) => {
    const stream = 'import { Readable } from "stream"; class Poller extends Readable';
    expect(reportOf(ofBase(`${name}() { clearInterval(this._timer); }`, stream))).toMatch("_destroy()");
    expect(reportOf(ofBase("_read() { clearInterval(this._timer); }", stream))).toBeUndefined();
    expect(reportOf(program(`${name}() { clearInterval(this.timer); } close() { log(); }`))).toBeUndefined();
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
  ])("is found in `%s`", (text) => {
    expect(reportOf(text)).toMatch(/^objectNeverReleased stop/);
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
    "class P { [this.timer = setInterval(tick, 9)] = 1; stop() { log(); } }",
  ])("is not known in `%s`", (text) => {
    expect(reportOf(text)).toBeUndefined();
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
    expect(reportOf(factory(result))).toBe("objectNeverReleased stop()");
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
    expect(reportOf(factory(result))).toBeUndefined();
  });

  it("is that of the function whose variable it is", () => {
    expect(reportOf("const make = () => ({ stop() { log(); } }); let timer; timer = setInterval(tick, 9);")).toBe(
      undefined,
    );
    expect(reportOf(factory("return { start, stop };", "timer ??= 1; if (timer) log();"))).toMatch("stop()");
    expect(reportOf(factory("return { start, stop, timer };"))).toBeUndefined();
  });
});

describe("how an interval comes into a field", () => {
  const program = (statement: string): string => `class Poller {
  start(x, other) { ${statement} }
  stop() { this.running = false; }
}`;

  it.each([
    "this.timer = setInterval(tick, 9);",
    "this.timer = setInterval(tick, 9)!;",
    "this.timer ??= setInterval(tick, 9);",
    "this.timer = x ? setInterval(tick, 9) : null;",
    "this.timer = x && setInterval(tick, 9);",
    "this.timer = setInterval(tick, 9).unref();",
    "this.timer = setInterval(tick, 9).ref().refresh();",
    "this['timer'] = setInterval(tick, 9);",
    "const t = setInterval(tick, 9); this.timer = t;",
    "const t = setInterval(tick, 9); t.unref(); this.timer = t;",
    "const t = setInterval(tick, 9); t?.unref?.(); this.timer = t;",
    "const t = setInterval(tick, 9); this.timer = x ? t : null;",
    "f(() => (this.timer = setInterval(tick, 9)));",
  ])("is `%s`", (statement) => {
    expect(reportOf(program(statement))).toMatch("objectNeverReleased");
  });

  it.each([
    "x(this.timer = setInterval(tick, 9));",
    "other = this.timer = setInterval(tick, 9);",
    "this.timers = [setInterval(tick, 9)];",
    "this.timer = x(setInterval(tick, 9));",
    "this.timer = setInterval(tick, 9) ? x : other;",
    "this.timer = setInterval(tick, 9).hasRef();",
    "this[x] = setInterval(tick, 9);",
    "this.inner.timer = setInterval(tick, 9);",
    "const t = setInterval(tick, 9); this.timer = t; x(t);",
    "const t = setInterval(tick, 9); this.timer = t; this.other = t;",
    "const { t } = setInterval(tick, 9); this.timer = t;",
    "x(() => { return this.timer = setInterval(tick, 9); });",
  ])("is hardly `%s`", (statement) => {
    expect(reportOf(program(statement)) ?? "").not.toMatch("object");
  });
});

describe("who can reach a field", () => {
  const program = (member: string, name: string, begin = "class Poller"): string => `${begin} {
  ${member}
  start() { this.${name} = setInterval(tick, 9); }
  stop() { log(); }
}`;

  it.each([
    ["", "timer", "class Poller"],
    ["", "_timer", "class Poller extends Base"],
    ["", "timer", "const Poller = class"],
    ["private timer;", "timer", "class Poller"],
    ["#timer;", "#timer", "class Poller"],
    ["_timer;", "_timer", "class Poller"],
    ["protected _timer;", "_timer", "class Poller"],
    ["private timer;", "timer", "class Poller extends Base"],
  ])("is the class alone: `%s` as `%s` in `%s`", (member, name, begin) => {
    expect(reportOf(program(member, name, begin))).toBe("objectNeverReleased stop()");
  });

  it.each([
    ["timer;", "timer", "class Poller"],
    ["public timer;", "timer", "class Poller"],
    ["protected timer;", "timer", "class Poller"],
    ["readonly timer;", "timer", "const Poller = class"],
    ["accessor timer;", "timer", "class Poller"],
    ["", "timer", "class Poller extends Base"],
  ])("may be somebody else: `%s` as `%s` in `%s`", (member, name, begin) => {
    expect(reportOf(program(member, name, begin))).toBeUndefined();
    expect(reportOf(program(member, name, begin), "all")).toBe("objectNeverReleased stop()");
  });

  it.each([
    "const x = this[name];",
    "this[name]();",
    "(this as any)[name] = null;",
    "class B extends Poller { end() { clearInterval(this.timer); } }",
    "class B extends Poller { end() { log(this.timer); } }",
    "function end(poller) { clearInterval(poller.timer); }",
    "const end = ({ timer }) => clearInterval(timer);",
    'log("timer");',
  ])("may be who writes `%s`", (use) => {
    const text = use.startsWith("class") ? `${program("", "timer")} ${use}` : program(`run(name) { ${use} }`, "timer");
    expect(reportOf(text)).toBeUndefined();
  });

  it.each([
    "run(name) { const x = other[name]; }",
    "run() { const x = this.name; }",
    "run() { const x = this.name[this.index]; }",
    'run() { const x = this["name"]; }',
    "run(timer) { log(timer); }",
    'run() { import("timer"); type T = "timer"; log({ timer: 1, "timer": 2 }); }',
    "run() { const { timer } = this.options; }",
    "static run() { clearInterval(this.timer); }",
    "run() { return function () { clearInterval(this); }; }",
  ])("is not who writes `%s`", (member) => {
    const isDoubtful = /const \{|import/.test(member);
    expect(reportOf(program(member, "timer"))).toBe(isDoubtful ? undefined : "objectNeverReleased stop()");
  });

  it("is not a class that derives from another, nor another object with such a field", () => {
    const derived = "class Other extends Base { end() { clearInterval(this.timer); } }";
    expect(reportOf(`${program("", "timer")} ${derived}`)).toBe("objectNeverReleased stop()");
    expect(reportOf(`${program("", "timer")} const o = { end() { clearInterval(this.timer); } };`)).toMatch("stop()");
    expect(reportOf(`${program("", "timer")} const s = class { end() { clearInterval(this.timer); } };`)).toMatch(
      "stop",
    );
  });
});

describe("what clears a field", () => {
  const program = (member: string, timer = "setInterval(tick, 9)"): string => `class Poller {
  start() { this.timer = ${timer}; }
  stop() { this.clear(); }
  ${member}
}`;

  it.each([
    "clear() { clearInterval(this.timer); }",
    "clear() { clearTimeout(this.timer!); }",
    "clear() { window.clearInterval(this.timer); }",
    "clear() { if (this.timer) clearInterval(this.timer); }",
    "clear() { if (this.timer != null) { clearInterval(this.timer); this.timer = null; } }",
    "clear() { this.timer && clearInterval(this.timer); }",
    "clear() { this.timer.close(); }",
    "clear() { this.timer?.close(); }",
    "clear() { this.timer[Symbol.dispose](); }",
    "clear() { for (const t of [this.timer]) clearInterval(t); }",
    "clear() { if (!this.timer) return; clearInterval(this.timer); }",
    "clear() { this.timer = load(); if (!this.timer) clearInterval(this.timer); }",
    "clear() { clearInterval(this.timer); if (x) this.start(); }",
    "clear() { clearInterval(this.timer); this.start(); }",
  ])("is `%s`", (member) => {
    expect(reportOf(program(member))).toBeUndefined();
  });

  it.each([
    "clear() { clearInterval(timer); }",
    "clear() { this.timer = null; }",
    "clear() { delete this.timer; }",
    "clear() { if (!this.timer) clearInterval(this.timer); }",
    "clear() { if (this.timer) return; clearInterval(this.timer); }",
    "clear() { if (!this.timer) { this.start(); clearInterval(this.timer); } }",
    "clear() { if (this.timer === undefined) clearInterval(this.timer); }",
    "clear() { clearInterval(this.timer); this.timer = setInterval(tick, 99); }",
    "clear() { log(); } restart() { clearInterval(this.timer); this.start(); }",
    "clear() { log(); } restart() { clearInterval(this.timer); if (x) throw x; this.start(); }",
  ])("is not `%s`", (member) => {
    expect(lint(program(member), { rule: "no-leaked-timer" })[0]?.messageId).toBe("objectNeverReleased");
  });

  it.each([
    "clear() { log(); } restart() { clearInterval(this.timer); if (x) this.start(); }",
    "clear() { log(); } restart() { clearInterval(this.timer); if (x) return; this.start(); }",
    "clear() { log(); } restart() { clearInterval(this.timer); setTimeout(() => this.start()); }",
    "clear() { log(); } restart() { this.start(); clearInterval(this.timer); }",
    "clear() { log(); } constructor(x) { x.on('end', () => clearInterval(this.timer)); }",
    "clear() { log(); } end = () => clearInterval(this.timer);",
  ])("may be `%s`", (member) => {
    expect(reportOf(program(member))).toBeUndefined();
  });

  it.each([
    "setTimeout(() => { this.done = true; }, 9)",
    "setTimeout(() => {}, 9)",
    "setTimeout(() => load(), 9).unref()",
    "setTimeout(() => { if (this.closed) return; load(); }, 9)",
    "setTimeout(() => { if (this.isOver()) return; load(); }, 9)",
    "setTimeout(() => { if (this.run !== 1) return; load(); }, 9)",
  ])("need not clear `%s`, which does nothing when it is late", (timer) => {
    const members = "clear() { this.run++; } isOver() { return this.run > 1; }";
    expect(reportOf(program(members, timer))).toBeUndefined();
  });

  it.each([
    "setTimeout(() => load(), 9)",
    "setTimeout(() => { new Thing(); }, 9)",
    "setTimeout(async () => { await this.done; }, 9)",
    "setTimeout(() => { tag`x`; }, 9)",
    'setTimeout(() => { import("./x"); }, 9)',
    "setTimeout(load, 9)",
    "setTimeout(() => { if (this.other) return; load(); }, 9)",
    "setTimeout(() => { if (this.timer) return; load(); }, 9)",
    "setInterval(() => { this.done = true; }, 9)",
    "setInterval(() => { if (this.closed) return; load(); }, 9)",
    "setInterval(() => load(), 9).unref()",
  ])("must clear `%s`", (timer) => {
    expect(reportOf(program("clear() { this.run++; }", timer))).toBe("objectNeverReleased stop()");
  });
});

describe("an interval that nothing can stop, in an object that nothing says the end of", () => {
  it.each(["if (this.timer) log();", "log(!this.timer);", "this.timer.unref();"])("is told of beside `%s`", (use) => {
    const text = `class Poller { start() { this.timer = setInterval(tick, 9); } run() { ${use} } }`;
    expect(reportOf(text, "all")).toBe("objectEndless");
    expect(reportOf(text.replace("setInterval(tick", "setTimeout(tick"), "all")).toBeUndefined();
    expect(reportOf(text)).toBeUndefined();
  });

  it.each(["clearInterval(this.timer);", "this.timer = null;", "log(this.timer);"])("is not, beside `%s`", (use) => {
    const text = `class Poller { start() { if (!this.timer) this.timer = setInterval(tick, 9); } run() { ${use} } }`;
    expect(reportOf(text, "all")).toBeUndefined();
  });

  it.each([
    ["halt() { if (!this.timer) clearInterval(this.timer); }", "halt()"],
    ["halt = () => { if (!this.timer) clearInterval(this.timer); };", "halt()"],
  ])("has an end where one was meant: `%s`", (member, teardown) => {
    const text = `class Poller { start() { this.timer = setInterval(tick, 9); } ${member} }`;
    expect(reportOf(text)).toBe(`objectNeverReleased ${teardown}`);
    expect(reportOf(text.replace("setInterval(tick", "setTimeout(tick"))).toBeUndefined();
    expect(reportOf(text.replace("!this", "this"))).toBeUndefined();
  });
});

import { describe, expect, it } from "vitest";
import { idAndEndOf } from "./object-report.ts";

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
    expect(idAndEndOf(program(statement))).toBe("objectNeverReleased stop()");
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
    expect(idAndEndOf(program(statement)) ?? "").not.toMatch(/object/);
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
    ["", "timer", "class Poller extends EventEmitter"],
    ["", "timer", "class Poller extends events.EventEmitter"],
    ["", "timer", "class Poller extends EventTarget"],
    ["", "timer", "class Poller extends HTMLElement"],
    ["", "timer", 'import React from "react"; class Poller extends React.Component'],
    ["", "timer", 'import { Transform } from "node:stream"; class Poller extends Transform'],
  ])("is the class alone: `%s` as `%s` in `%s`", (member, name, begin) => {
    expect(idAndEndOf(program(member, name, begin))).toBe("objectNeverReleased stop()");
  });

  it.each([
    ["timer;", "timer", "class Poller"],
    ["public timer;", "timer", "class Poller"],
    ["protected timer;", "timer", "class Poller"],
    ["readonly timer;", "timer", "const Poller = class"],
    ["accessor timer;", "timer", "class Poller"],
    ["", "timer", "class Poller extends Base"],
    ["", "my_timer", "class Poller extends Base"],
    ["", "timer", "class Poller extends Component"],
    ["", "timer", "class Poller extends Transform"],
    ["", "timer", "class Poller extends Mixin(EventTarget)"],
    ["timer;", "timer", "class Poller extends EventEmitter"],
  ])("may be somebody else: `%s` as `%s` in `%s`", (member, name, begin) => {
    expect(idAndEndOf(program(member, name, begin))).toBeUndefined();
    expect(idAndEndOf(program(member, name, begin), "all")).toBe("objectNeverReleased stop()");
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
    expect(idAndEndOf(text)).toBeUndefined();
  });

  it.each([
    "run(name) { const x = other[name]; }",
    "run() { const x = this.name; }",
    "run() { const x = this.name[this.index]; }",
    'run() { const x = this["name"]; }',
    "run(timer) { log(timer); }",
    "run() { log(this); x[this] = 1; }",
    'run() { type T = "timer"; log({ "timer": 1 }); }',
    'run() { import("timer"); type T = "timer"; log({ timer: 1, "timer": 2 }); }',
    "run() { const { timer } = this.options; }",
    "run() { const { t: timer } = this.options; log(timer); }",
    "static run() { clearInterval(this.timer); }",
    "run() { return function () { clearInterval(this); }; }",
  ])("is not who writes `%s`", (member) => {
    const isDoubtful = /const \{ timer|import/.test(member);
    expect(idAndEndOf(program(member, "timer"))).toBe(isDoubtful ? undefined : "objectNeverReleased stop()");
  });

  it("is not a class that derives from another, nor another object with such a field", () => {
    const derived = "class Other extends Base { end() { clearInterval(this.timer); } }";
    expect(idAndEndOf(`${program("", "timer")} ${derived}`)).toBe("objectNeverReleased stop()");
    expect(idAndEndOf(`${program("", "timer")} const o = { end() { clearInterval(this.timer); } };`)).toBe(
      "objectNeverReleased stop()",
    );
    const literal = "const poller = { start() { this.timer = setInterval(tick, 9); }, stop() { log(); } };";
    expect(idAndEndOf(`${literal} const { timer } = options;`)).toBe("objectNeverReleased stop()");
    const unnamed = program("", "timer", "export default class");
    expect(idAndEndOf(`${unnamed} ${derived}`)).toBe("objectNeverReleased stop()");
    expect(idAndEndOf(`import "timer"; ${unnamed}`)).toBe("objectNeverReleased stop()");
    const other = "const Other = class { end() { clearInterval(this.timer); } };";
    expect(idAndEndOf(`${program("", "timer")} ${other}`)).toBe("objectNeverReleased stop()");
  });
});

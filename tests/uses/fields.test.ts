import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

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
    expect(idsOf(program(use), "no-leaked-timer")).toEqual(["objectNeverReleased"]);
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
    expect(idsOf(program(use), "no-leaked-timer")).toEqual([]);
  });
});

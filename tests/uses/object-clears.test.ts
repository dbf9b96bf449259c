import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { idAndEndOf } from "./object-report.ts";

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
    "clear() { if (x || !this.timer) return; clearInterval(this.timer); }",
    "clear() { if (x && this.timer) clearInterval(this.timer); }",
    "clear() { if (!(x && this.timer)) return; clearInterval(this.timer); }",
    "clear() { if (!(this.timer == null)) clearInterval(this.timer); }",
    "clear() { if (this.timer == null) return; clearInterval(this.timer); }",
    "clear() { if (this.timer === x) return; clearInterval(this.timer); }",
    "clear() { if (this.timer < 5) return; clearInterval(this.timer); }",
    "clear() { if (this.timer ?? x) return; clearInterval(this.timer); }",
    "clear() { if (!this.timer) { x(); } clearInterval(this.timer); }",
    "clear() { this.timer ? clearInterval(this.timer) : x(); }",
    "clear() { this.timer = load(); if (!this.timer) clearInterval(this.timer); }",
    "clear() { clearInterval(this.timer); if (x) this.start(); }",
    "clear() { clearInterval(this.timer); this.start(); }",
  ])("is `%s`", (member) => {
    expect(idAndEndOf(program(member))).toBeUndefined();
  });

  it.each([
    "clear() { clearInterval(timer); }",
    "clear() { this.timer = null; }",
    "clear() { delete this.timer; }",
    "clear() { if (!this.timer) clearInterval(this.timer); }",
    "clear() { if (this.timer) return; clearInterval(this.timer); }",
    "clear() { if (x || this.timer) return; clearInterval(this.timer); }",
    "clear() { if (!this.timer && x) clearInterval(this.timer); }",
    "clear() { if (!(x || this.timer)) clearInterval(this.timer); }",
    "clear() { if (null === this.timer) clearInterval(this.timer); }",
    "clear() { while (!this.timer) clearInterval(this.timer); }",
    "clear() { this.timer ? x() : clearInterval(this.timer); }",
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
    expect(idAndEndOf(program(member))).toBeUndefined();
  });

  it.each([
    "setTimeout(() => { this.done = true; }, 999)",
    "setTimeout(() => {}, 999)",
    "setTimeout(() => load(), 999).unref()",
    "setTimeout(() => { if (this.closed) return; load(); }, 999)",
    "setTimeout(() => { if (this.isOver()) return; load(); }, 999)",
    "setTimeout(() => { if (this.run !== 1) return; load(); }, 999)",
    "setTimeout(() => { if (this.run !== -1) return; load(); }, 999)",
  ])("need not clear `%s`, which does nothing when it is late", (timer) => {
    const members = "clear() { this.run++; } isOver() { return this.run > 1; }";
    expect(idAndEndOf(program(members, timer))).toBeUndefined();
  });

  it.each(["setTimeout(() => load(), 100)", "setTimeout(() => load(), 5)", "setTimeout(() => this.send(), 5)"])(
    "need not clear `%s`, which is over soon",
    (timer) => {
      expect(idAndEndOf(program("clear() { this.run++; } send() { load(); }", timer))).toBeUndefined();
    },
  );

  it.each([
    "setTimeout(() => load(), 101)",
    "setTimeout(() => this.start(), 5)",
    "setTimeout(() => { load().then(() => this.start()); }, 5)",
    "setTimeout(load, 5)",
  ])("must clear `%s`, which is not", (timer) => {
    expect(idAndEndOf(program("clear() { this.run++; }", timer))).toBe("objectNeverReleased stop()");
  });

  it.each([
    "setTimeout(() => load(), 999)",
    "setTimeout(() => { new Thing(); }, 999)",
    "setTimeout(async () => { await this.done; }, 999)",
    "setTimeout(() => { tag`x`; }, 999)",
    'setTimeout(() => { import("./x"); }, 999)',
    "setTimeout(load, 999)",
    "setTimeout(() => { if (this.other) return; load(); }, 999)",
    "setTimeout(() => { if (this.timer) return; load(); }, 999)",
    "setInterval(() => { this.done = true; }, 999)",
    "setInterval(() => { if (this.closed) return; load(); }, 999)",
    "setInterval(() => load(), 999).unref()",
    "setTimeout(() => load(), 999).ref()",
  ])("must clear `%s`", (timer) => {
    expect(idAndEndOf(program("clear() { this.run++; }", timer))).toBe("objectNeverReleased stop()");
  });
});

describe("an interval that nothing can stop, in an object that nothing says the end of", () => {
  it.each(["if (this.timer) log();", "log(!this.timer);", "this.timer.unref();"])("is told of beside `%s`", (use) => {
    const text = `class Poller { start() { this.timer = setInterval(tick, 9); } run() { ${use} } }`;
    expect(idAndEndOf(text, "all")).toBe("objectEndless");
    expect(idAndEndOf(text.replace("setInterval(tick", "setTimeout(tick"), "all")).toBeUndefined();
    expect(idAndEndOf(text)).toBeUndefined();
  });

  it.each(["clearInterval(this.timer);", "this.timer = null;", "delete this.timer;", "log(this.timer);"])(
    "is not, beside `%s`",
    (use) => {
      const text = `class Poller { start() { if (!this.timer) this.timer = setInterval(tick, 9); } run() { ${use} } }`;
      expect(idAndEndOf(text, "all")).toBeUndefined();
    },
  );

  it.each([
    ["halt() { if (!this.timer) clearInterval(this.timer); }", "halt()"],
    ["halt = () => { if (!this.timer) clearInterval(this.timer); };", "halt()"],
  ])("has an end where one was meant: `%s`", (member, teardown) => {
    const text = `class Poller { start() { this.timer = setInterval(tick, 9); } ${member} }`;
    expect(idAndEndOf(text)).toBe(`objectNeverReleased ${teardown}`);
    expect(idAndEndOf(text.replace("setInterval(tick", "setTimeout(tick"))).toBeUndefined();
    expect(idAndEndOf(text.replace("!this", "this"))).toBeUndefined();
  });
});

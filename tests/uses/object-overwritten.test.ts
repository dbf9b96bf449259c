import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";
import { idOf } from "./object-report.ts";

/** Nobody can stop the timer that was in the field before. */
describe("a timer whose field gets the next one", () => {
  const program = (body: string): string => `class Poller {
  start(x) { ${body} }
  #clear() { clearInterval(this.timer); }
  #log() { log(); }
  set given(x) { log(x); }
  stop() { clearInterval(this.timer); }
}`;
  const arm = "this.timer = setInterval(tick, 9);";

  it.each([
    [`${arm} log(); ${arm}`, "objectOverwritten"],
    [`${arm} this.#log(); ${arm}`, "objectOverwritten"],
    [`${arm} if (this.timer) { ${arm} }`, "objectOverwritten"],
    [`${arm} await load(); ${arm}`, "objectOverwritten"],
    [`${arm} for (const y of x) log(); ${arm}`, "objectOverwritten"],
    [`${arm} try { load(); } finally { ${arm} }`, "objectOverwritten"],
    [`${arm} try { await load(); } catch { ${arm} }`, "objectOverwritten"],
    [`this.timer = setTimeout(tick, 9); this.#log(); this.timer = setTimeout(tick, 9);`, "objectOverwritten"],
    [`for (const y of x) { ${arm} }`, "objectTurn"],
    [`for (const y of x) { log(); this.#log(); ${arm} }`, "objectTurn"],
    [`while (x.next()) { ${arm} }`, "objectTurn"],
    [`do { ${arm} } while (x.next());`, "objectTurn"],
    [`for (;;) { await load(); ${arm} }`, "objectTurn"],
  ])("is reported in `%s`", (body, id) => {
    const [report] = lint(program(body).replace("start(", "async start("), { rule: "no-leaked-timer" });
    expect(report?.messageId).toBe(id);
  });

  it.each([
    `${arm} this.#clear(); ${arm}`,
    `${arm} clearInterval(this.timer); ${arm}`,
    `${arm} this.unknown(); ${arm}`,
    `${arm} super.stop(); ${arm}`,
    `${arm} this.given(); ${arm}`,
    `${arm} if (!this.timer) { ${arm} }`,
    `${arm} return; ${arm}`,
    `${arm} throw x; ${arm}`,
    `if (x) { ${arm} } else { ${arm} }`,
    `x.forEach((y) => y.on(() => { ${arm} }));`,
    `for (const y of x) { clearInterval(this.timer); ${arm} }`,
    `for (const y of x) { if (!this.timer) { ${arm} } }`,
    `for (const y of x) { ${arm} break; }`,
    `for (const y of x) { ${arm} return; }`,
    `this.timer = setTimeout(tick, 9); await load(); this.timer = setTimeout(tick, 9);`,
    `for await (const y of x) { this.timer = setTimeout(tick, 9); }`,
    `this.timer = setInterval(tick, 9); log(this.timer); ${arm}`,
    `f(() => { ${arm} }); f(() => { ${arm} });`,
  ])("is none in `%s`", (body) => {
    const text = program(body).replace("start(", "async start(");
    expect(lint(text, { rule: "no-leaked-timer" })).toEqual([]);
  });

  it.each([
    `${arm} if (x) { ${arm} }`,
    `for (const y of x) { if (y) { ${arm} } }`,
    `for (const y of x) { if (y.ok && !this.timer) log(); if (y) { ${arm} } }`,
  ])("is one on a condition: `%s`", (body) => {
    expect(idOf(program(body))).toBeUndefined();
    const reports = lint(program(body), { rule: "no-leaked-timer", options: { fields: "all" } });
    expect(reports.map(({ messageId }) => messageId)).toContain(
      body.startsWith("for") ? "objectTurn" : "objectOverwritten",
    );
  });
});

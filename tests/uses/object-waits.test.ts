import { describe, expect, it } from "vitest";
import { idOf } from "./object-report.ts";

/** The teardown clears the timer that is there. What waits may set one afterwards. */
describe("a timer that is set after a wait", () => {
  const arm = "this.#timer = setInterval(tick, 9);";
  const program = (members: string, teardown = "stop() { clearInterval(this.#timer); this.#over = true; }"): string =>
    `class Poller {
  #timer; #over; #socket; #count = 0;
  start() { void this.#poll(); }
  ${members}
  ${teardown}
}`;
  const poll = (body: string): string => program(`async #poll(x) { ${body} }`);

  it.each([
    `await load(); ${arm}`,
    `await load(); if (x) ${arm}`,
    `await load(); if (this.#timer) clearInterval(this.#timer); ${arm}`,
    `if (this.#over) return; await load(); ${arm}`,
    `await load(); log(this.#over); ${arm}`,
    `for await (const each of load()) log(each); await load(); ${arm}`,
    `while (x()) { await load(); } ${arm}`,
    `try { await load(); } finally { ${arm} }`,
    `try { await load(); } catch { log(); } ${arm}`,
    `await load(); if (this.count > 1) ${arm}`,
    `await load(); if (this.#count) ${arm}`,
    `const n = this.#count; await load(); if (n) ${arm}`,
    `await load(); if (x > 1) ${arm}`,
    `await load(); if (x === 1) ${arm}`,
    `await load(); if (this.url === "a") ${arm}`,
    `await load(); if (#timer in x) ${arm}`,
    `await this.#count; ${arm}`,
    `try { await this.#socket.read(); } catch {} ${arm}`,
    `try { await this.#over; } catch { log(); } ${arm}`,
    `try { try { await this.#over; } finally { log(); } } catch { log(); } ${arm}`,
    `try { await this.#over; } finally { ${arm} }`,
    `try { throw x; } catch { await this.#over; } finally { ${arm} }`,
    `await load(); this.#count = 1; ${arm}`,
    `await load(); log(); ${arm}`,
    `await load(); this.#log(); ${arm} } #log() { log();`,
    `await load(); this.#arm(); } #arm() { ${arm}`,
    `await load(); this.#a(); } #a() { this.#b(); } #b() { ${arm}`,
    `await load(); this.#a(); } #a() { this.#b(); } #b() { this.#c(); } #c() { ${arm}`,
    `load().then(() => { ${arm} });`,
    `load().then(() => log()).finally(() => { ${arm} });`,
    `this.#load().catch(() => { ${arm} }); } async #load() { await load();`,
    `load().then(this.#arm); } #arm = () => { ${arm} };  #z() {`,
    `load().then(() => this.#arm()); } #arm() { ${arm}`,
    `await load(); return this.#arm(); } #arm() { ${arm}`,
    `await this.#inner(); } async #inner() { await load(); ${arm}`,
    `return this.#inner(); } async #inner() { await load(); ${arm}`,
    `this.#inner().then(log); } async #inner() { await load(); ${arm}`,
    `on("end", () => this.#inner()); } async #inner() { await load(); ${arm}`,
    `on("end", this.#inner); } #inner = async () => { await load(); ${arm} }; #z() {`,
    `x.onEnd = this.#inner; } #inner = async () => { await load(); ${arm} }; #z() {`,
    `on("end", this.#inner.bind(this)); } async #inner() { await load(); ${arm}`,
    `on("end", async () => { await load(); ${arm} });`,
    `x.onEnd = async () => { await load(); ${arm} };`,
  ])("is reported in `%s`", (body) => {
    expect(idOf(poll(body))).toBe("objectRearmed");
  });

  it.each([
    `${arm} await load();`,
    `await load(); if (!this.#over) ${arm}`,
    `await load(); if (this.#over) return; ${arm}`,
    `await load(); if (this.#isOver()) return; ${arm} } #isOver() { return this.#over;`,
    `await load(); if (this.unknown()) return; ${arm}`,
    `await load(); if (super.unknown()) return; ${arm}`,
    `const before = this.#count; await load(); if (before !== this.#count) return; ${arm}`,
    `await load(); if (x !== this.url) return; ${arm}`,
    `await load(); if (x == now()) ${arm}`,
    `await load(); if (closed) return; ${arm}`,
    `await load(); if (x.signal.aborted) return; ${arm}`,
    `await load(); if (this.#socket.readyState) ${arm}`,
    `await load(); const over = this.#over; if (over) return; ${arm}`,
    `await load(); const over = !this.#over; if (over) ${arm}`,
    `await load(); if (x && !this.#over) ${arm}`,
    `await load(); while (!this.#over) { ${arm} break; }`,
    `await load(); this.#over = false; ${arm}`,
    `await load(); this.stop(); ${arm}`,
    `await load(); this.#again(); ${arm} } #again() { this.stop();`,
    `await this.#over; ${arm}`,
    `try { await this.#over; } finally { log(); } ${arm}`,
    `try { log(); } finally { await this.#over; ${arm} }`,
    `await this.#isOver(); ${arm} } async #isOver() { return this.#over;`,
    `this.#isOver().then(() => { ${arm} }); } async #isOver() { return this.#over;`,
    `log(); ${arm}`,
    `if (await load()) return; log(); if (!this.#over) ${arm}`,
    `await load(); if (this.#over) return; this.#arm(); } #arm() { ${arm}`,
    `await load(); this.#arm(); } #arm() { if (this.#over) return; ${arm}`,
    `load().then(() => { if (!this.#over) { ${arm} } });`,
    `await load(); log(this.#timer); ${arm}`,
    `await load(); this.#a(); } #a() { this.#b(); } #b() { this.#c(); } #c() { this.#d(); } #d() { ${arm}`,
    `function own() { ${arm} }`,
    `await load(); return this.#timer; ${arm}`,
  ])("is none in `%s`", (body) => {
    expect(idOf(poll(body))).toBeUndefined();
  });

  it.each([
    "stop() { clearInterval(this.#timer); }",
    "stop() { this.#clear(); } #clear() { clearInterval(this.#timer); }",
    "async stop() { clearInterval(this.#timer); await load(); }",
    "async stop() { this.#clear(); await load(); } #clear() { clearInterval(this.#timer); }",
    "stop() { this.#stop(); } #stop() { this.stop(); clearInterval(this.#timer); }",
    "close() { log(); } stop() { clearInterval(this.#timer); }",
  ])("is reported beside `%s`", (teardown) => {
    expect(idOf(program(`async #poll() { await load(); ${arm} }`, teardown))).toBe("objectRearmed");
  });

  it.each([
    "async stop() { await this.work; clearInterval(this.#timer); }",
    "async stop() { await this.work; this.#clear(); } #clear() { clearInterval(this.#timer); }",
    "async stop() { await this.#clear(); } async #clear() { await this.work; clearInterval(this.#timer); }",
    "halt() { clearInterval(this.#timer); }",
  ])("is none beside `%s`", (teardown) => {
    expect(idOf(program(`async #poll() { await load(); ${arm} }`, teardown))).toBeUndefined();
  });

  it.each([
    "async run() { await load(); ARM }",
    "constructor() { this.#run(); } async #run() { await load(); ARM }",
    "constructor() { load().then(() => { ARM }); }",
    "run() { return load().then(() => { ARM }); }",
    "run = () => load().then(() => { ARM });",
    "async run() { await load().then(() => { ARM }); }",
    "run() { return load().then(() => { ARM }).finally(() => log()); }",
    "run() { const later = this.#run; return later; } #run = async () => { await load(); ARM };",
    "run() { return load().then(() => log()).then(() => { ARM }); }",
    "run() { return this.#run(); } async #run() { await load(); ARM }",
    "async run() { await this.#run(); } async #run() { await load(); ARM }",
    "async run() { await this.#run(); } async #run() { await this.#run(); ARM }",
  ])("is one only for who calls and does not wait: `%s`", (member) => {
    const text = program(member.replace("ARM", arm)).replace("start() { void this.#poll(); }", "");
    expect(idOf(text)).toBeUndefined();
    expect(idOf(text, "all")).toBe("objectRearmed");
  });

  const again = (timer: string): string => poll(`await load(); this.#timer = ${timer};`);

  it.each([
    "setTimeout(() => this.#poll(), 9)",
    "setTimeout(() => void this.#poll(), 9)",
    "setTimeout(this.#poll.bind(this), 9)",
    "setTimeout(() => { log(); this.start(); }, 9)",
    "setInterval(tick, 9)",
    "setInterval(() => tick(), 9)",
    "setInterval(() => { if (this.#over) return; tick(); }, 9)",
  ])("goes on for ever: `%s`", (timer) => {
    expect(idOf(again(timer))).toBe("objectRearmed");
  });

  it.each(["setTimeout(() => tick(), 9)", "setTimeout(() => { this.#over = tick(); }, 9)"])(
    "fires once: `%s`",
    (timer) => {
      expect(idOf(again(timer))).toBeUndefined();
      expect(idOf(again(timer), "all")).toBe("objectRearmed");
    },
  );

  it.each([
    "setTimeout(tick, 9)",
    "setTimeout(x.tick, 9)",
    "setTimeout(() => { if (!this.#over) this.#poll(); }, 9)",
    "setTimeout(() => { if (this.#over) return; this.#poll(); }, 9)",
    "setInterval(() => { clearInterval(this.#timer); tick(); }, 9)",
    "setInterval(() => this.stop(), 9)",
    "setInterval(this.tick, 9)",
  ])("finds out by itself: `%s`", (timer) => {
    expect(idOf(again(timer), "all")).toBeUndefined();
  });

  it("is none where the teardown empties the field, and that is looked at", () => {
    const body = (test: string): string => `async #poll() { await load(); if (${test}) ${arm} }`;
    const emptied = "stop() { clearInterval(this.#timer); this.#timer = undefined; }";
    expect(idOf(program(body("this.#timer"), emptied))).toBeUndefined();
    expect(idOf(program(body("!this.#timer"), emptied))).toBe("objectRearmed");
    expect(idOf(program(body("this.#timer"), "stop() { clearInterval(this.#timer); }"))).toBe("objectRearmed");
    const ofTwo = `close() { log(); } ${emptied}`;
    expect(idOf(program(body("this.#timer"), ofTwo))).toBeUndefined();
    const byCall = "stop() { this.#clear(); } #clear() { clearInterval(this.#timer); this.#timer = null; }";
    expect(idOf(program(body("this.#timer"), byCall))).toBeUndefined();
  });

  it.each([
    "this.#socket.close();",
    "this.#socket = null;",
    "delete this.#socket;",
    "close(this.#socket);",
    "this.#socket?.end();",
    "this.#socket.x++;",
    "this.#end(); } #end() { this.#socket.close();",
  ])("is none where it waits for what the teardown ends: `%s`", (ends) => {
    const members = `async #poll() { await this.#socket.read(); ${arm} }`;
    expect(idOf(program(members, `stop() { clearInterval(this.#timer); ${ends} }`))).toBeUndefined();
  });

  it.each([
    "log(this.other);",
    "other.close();",
    "const s = this.#socket;",
    "-this.#socket;",
    "if (this.#socket) log();",
  ])("is reported where the teardown only says `%s`", (says) => {
    const members = `async #poll() { await this.#socket.read(); ${arm} }`;
    expect(idOf(program(members, `stop() { clearInterval(this.#timer); ${says} }`))).toBe("objectRearmed");
  });

  const factory = (body: string): string => `function make(x) {
  let timer, over = false;
  async function poll() { ${body} }
  return { start() { void poll(); }, stop() { clearInterval(timer); over = true; } };
}`;

  it.each(["await load(); timer = setInterval(tick, 9);", "load().then(() => { timer = setInterval(tick, 9); });"])(
    "is reported of a function's variable, too: `%s`",
    (body) => {
      expect(idOf(factory(body))).toBe("objectRearmed");
      expect(idOf(factory(body.replace("timer =", "if (!over) timer =")))).toBeUndefined();
      expect(idOf(factory(body.replace("timer =", "if (x) timer =")))).toBe("objectRearmed");
    },
  );

  it("is one only in that moment where the object is being made", () => {
    const made = factory("").replace("return {", "load().then(() => { timer = setInterval(tick, 9); }); return {");
    expect([idOf(made), idOf(made, "all")]).toEqual([undefined, "objectRearmed"]);
    const begun = `const poller = {
  async run() { await load(); this.timer = setInterval(tick, 9); },
  stop() { clearInterval(this.timer); },
};
poller.run();`;
    expect([idOf(begun), idOf(begun, "all")]).toEqual([undefined, "objectRearmed"]);
  });
});

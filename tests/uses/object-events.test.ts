import { describe, expect, it } from "vitest";
import { idOf } from "./object-report.ts";

/** An event that happens again and again starts one more interval each time. */
describe("a timer of an event", () => {
  const program = (body: string, more = ""): string => `class Poller {
  constructor(client) { ${body} }
  ${more}
  close() { clearInterval(this.timer); }
}`;
  const arm = "this.timer = setInterval(tick, 9);";

  it.each([
    [`client.on("connect", () => { ${arm} });`, ""],
    [`client.on("message", (m) => { log(m); ${arm} });`, ""],
    [`client!.on("message", (() => { ${arm} }) as any);`, ""],
    [`client.addEventListener("click", () => { ${arm} });`, ""],
    [`client.on("message", () => this.#run());`, `#run() { ${arm} }`],
    [`client.on("message", () => { log(); this.#run(); });`, `#run() { this.#arm(); } #arm() { ${arm} }`],
    [`client.on("message", this.run);`, `run = () => { ${arm} };`],
    [`const run = () => { ${arm} }; client.on("message", run);`, ""],
    [`const socket = client.open(); socket.on("message", () => { ${arm} });`, ""],
    [`if (client == 1) return; client.on("connect", () => { ${arm} });`, ""],
  ])("is reported in `%s` with `%s`", (body, more) => {
    expect(idOf(program(body, more))).toBe("objectRepeated");
  });

  it.each([
    [`client.once("connect", () => { ${arm} });`, ""],
    [`client.on("end", () => { ${arm} });`, ""],
    [`client.on(name, () => { ${arm} });`, ""],
    [`client.on(() => { ${arm} }, "message");`, ""],
    [`client.addEventListener("click", () => { ${arm} }, { once: true });`, ""],
    [`on("message", () => { ${arm} });`, ""],
    [`client.on("message", () => { if (client.ok) { ${arm} } });`, ""],
    [`client.on("message", () => { clearInterval(this.timer); ${arm} });`, ""],
    [`client.on("message", () => { if (!this.timer) { ${arm} } });`, ""],
    [`client.on("message", () => { this.unknown(); ${arm} });`, ""],
    [`client.on("message", () => { ${arm} }); client.on("end", () => clearInterval(this.timer));`, ""],
    [`client.on("message", () => { ${arm} });`, "get() { return this.timer; }"],
    [`client.on("message", () => { this.timer = setTimeout(tick, 9); });`, ""],
    [`client.on("message", () => { if (client.ok) this.#run(); });`, `#run() { ${arm} }`],
    [
      `client.on("message", () => this.#a());`,
      `#a() { this.#b(); } #b() { this.#c(); } #c() { this.#d(); } #d() { ${arm} }`,
    ],
    [`const socket = client.open(); socket.on("connect", () => { ${arm} });`, ""],
    [`this.socket = client.open(); this.socket.on("connect", () => { ${arm} });`, ""],
  ])("is none in `%s` with `%s`", (body, more) => {
    expect(idOf(program(body, more))).toBeUndefined();
  });

  const restarted = (begin: string, body = arm): string => `class Poller extends Base {
  ${begin} { ${body} }
  close() { clearInterval(this.timer); }
}`;

  it.each(["start()", "async start()", "start = () =>", "public start(x)", "[Symbol.iterator]()"])(
    "may be one of a method that is called twice: `%s`",
    (begin) => {
      expect(idOf(restarted(begin), "all")).toBe("objectRestarted");
      expect(idOf(restarted(begin))).toBeUndefined();
      expect(idOf(restarted(begin, `clearInterval(this.timer); ${arm}`), "all")).toBeUndefined();
      expect(idOf(restarted(begin, `if (this.x) { ${arm} }`), "all")).toBeUndefined();
      expect(idOf(restarted(begin, arm.replace("setInterval", "setTimeout")), "all")).toBeUndefined();
    },
  );

  it.each(["constructor()", "#start()", "set start(x)", "get start()", "connectedCallback()"])(
    "is none of `%s`",
    (begin) => {
      expect(idOf(restarted(begin), "all")).toBeUndefined();
    },
  );
});

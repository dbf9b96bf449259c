import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** An interval that a promise waits for has no more to do once that is settled. */
describe("an interval that polls for a promise", () => {
  const reported = (lines: string): (string | undefined)[] =>
    idsOf(
      `export function run(x) {
  return new Promise((resolve, reject) => {
    ${lines}
  });
}`,
      "no-leaked-timer",
    );
  const fail = 'x.on("end", reject);';
  const poll = "const t = setInterval(() => { if (x.ok()) { clearInterval(t); resolve(); } }, 5);";

  it.each([
    `${poll} x.on("error", reject);`,
    `${poll} x.on("end", resolve);`,
    `${poll} x.on("end", () => resolve());`,
    `${poll} setTimeout(reject, 9);`,
    `${poll} setTimeout(() => { reject(new Error("late")); }, 9);`,
    `x.on("error", reject); ${poll}`,
    `const t = setInterval(tick, 5); function tick() { if (x.ok()) { clearInterval(t); resolve(); } } ${fail}`,
    `const tick = () => { if (x.ok()) { clearInterval(t); resolve(); } }; const t = setInterval(tick, 5); ${fail}`,
    `let n = 0; const t = setInterval(() => { if (n++ > 5) { clearInterval(t); resolve(); } }, 5); ${fail}`,
  ])("is left running: `%s`", (lines) => {
    expect(reported(lines)).toEqual(["settled"]);
  });

  it("is left running where nothing stops it at all", () => {
    expect(reported('const t = setInterval(() => { if (x.ok()) resolve(); }, 5); x.on("end", reject);')).toEqual([
      "neverReleased",
    ]);
    expect(reported('setInterval(() => { if (x.ok()) resolve(); }, 5); x.on("end", reject);')).toEqual(["discarded"]);
  });

  it.each([
    poll,
    `${poll} setTimeout(() => { clearInterval(t); reject(); }, 9);`,
    `${poll} x.on("end", () => { clearInterval(t); resolve(); });`,
    `${poll} x.on("end", () => { resolve(); clearInterval(t); });`,
    `const end = () => { clearInterval(t); resolve(); }; const t = setInterval(end, 5); x.on("end", end);`,
    `${poll} x.on("end", x.other);`,
    `${poll} x.on("end", () => { if (x.y) clearInterval(t); resolve(); });`,
    `${poll} t.unref(); ${fail}`,
    `${poll} x.t = t; ${fail}`,
    `${poll} x.push(t); ${fail}`,
    'const t = x.setInterval(() => { if (x.ok()) { clearInterval(t); resolve(); } }, 5); x.on("end", reject);',
    'const t = setInterval(() => { if (x.ok()) clearInterval(t); if (x.y) resolve(); }, 5); x.on("end", reject);',
    `let over; const stop = () => { over = 1; reject(); }; x.on("end", stop);
     const t = setInterval(() => { if (over) clearInterval(t); if (x.ok()) { clearInterval(t); resolve(); } }, 5);`,
  ])("is stopped, or may be: `%s`", (lines) => {
    expect(reported(lines)).toEqual([]);
  });
});

/** A one-shot that nobody keeps ends by itself; only what waits for the end has to wait for it. */
describe("a timeout that nobody keeps", () => {
  const reported = (hook: string, timer: string): (string | undefined)[] =>
    idsOf(`export function run(server, f, x) { server.addHook("${hook}", () => { ${timer} }); }`, "no-leaked-timer");

  it.each(["setTimeout(f, 5);", "setTimeout(f, x);", "void setTimeout(f, 5);", "setTimeout(() => { f(); }, 5);"])(
    "delays a shutdown: `%s`",
    (timer) => {
      expect(reported("onClose", timer)).toEqual(["atShutdown"]);
      expect(reported("onRequest", timer)).toEqual([]);
    },
  );

  it.each([
    "setTimeout(f, 0);",
    "setTimeout(f);",
    "setTimeout(f, 5).unref();",
    "setTimeout(() => process.exit(1), 5);",
    "x.later(() => setTimeout(f, 5));",
    "x(setTimeout(f, 5));",
  ])("does not: `%s`", (timer) => {
    expect(reported("onClose", timer)).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-abort-listener";

describe("a listener that only stops the work of a promise", () => {
  const program = (body: string, listener = "() => job.kill()", params = "resolve, reject"): string =>
    `export function run(signal, x, other) {
  return new Promise((${params}) => {
    const job = x.begin();
    const stop = () => x.stop(job.id);
    signal.addEventListener("abort", ${listener});
    ${body}
  });
}`;

  it.each([
    "job.on('close', resolve);",
    "job.on('exit', () => resolve());",
    "job.on('exit', () => resolve()); job.on('error', reject);",
    "job!.on('end', () => x.later(() => resolve()));",
    "job.on('finish', () => { if (job.failed) reject(job.error); else resolve(); });",
    "job.on('error', reject); other.on('close', () => resolve());",
  ])("is over with it where the last event settles it: `%s`", (body) => {
    expect(idsOf(program(body), rule)).toEqual(["settled"]);
  });

  it.each([
    "job.on('open', resolve);",
    "job.on('exit', () => resolve()); job.on('data', reject);",
    "other.on('exit', () => resolve());",
    "x.job.on('exit', () => resolve());",
    "on('exit', () => resolve());",
    "job.listen(resolve);",
    "job.on(x.exit, resolve);",
    "job.on('exit', () => x.on('data', () => resolve()));",
    "",
  ])("may have to go on behind it: `%s`", (body) => {
    expect(idsOf(program(body), rule)).toEqual([]);
  });

  it("is not over with it when it acts on what was there before", () => {
    expect(idsOf(program("x.on('exit', resolve);", "() => x.kill()"), rule)).toEqual([]);
    expect(idsOf(program("job.on('exit', resolve);", "() => { x.log(); job.kill(); }"), rule)).toEqual(["settled"]);
  });

  it("is not looked into where the file does not show it, or what settles the promise", () => {
    expect(idsOf(program("job.on('exit', resolve);", "job.kill.bind(job)"), rule)).toEqual([]);
    expect(idsOf(program("job.on('exit', settle[0]);", "() => job.kill()", "...settle"), rule)).toEqual([]);
  });

  it.each([
    "x.later(() => { stop(); resolve(); });",
    "x.later(() => { stop(); resolve(); }); x.failed(() => { reject(); stop(); });",
    "x.later(() => { if (x.ready) { stop?.(); } resolve(); });",
  ])("is over with it where everybody who settles it does the same: `%s`", (body) => {
    expect(idsOf(program(body, "() => stop()"), rule)).toEqual(["settled"]);
  });

  it.each([
    "x.later(() => { stop(); resolve(); }); x.failed(() => reject());",
    "x.later(() => { x.register(stop); resolve(); });",
    "x.later(() => { resolve(); }); stop();",
    "x.later(resolve); stop();",
    "resolve(); stop();",
  ])("may have to go on where somebody does not: `%s`", (body) => {
    expect(idsOf(program(body, "() => stop()"), rule)).toEqual([]);
  });

  it("is not called by whoever adds it", () => {
    const text = `export function run(signal, x) {
  return new Promise((resolve) => {
    const stop = () => x.stop();
    x.ready(() => {
      signal.addEventListener("abort", () => stop());
      resolve();
    });
  });
}`;
    expect(idsOf(text, rule)).toEqual([]);
  });

  it("is not over with it where nothing settles it", () => {
    const text = program("", "() => stop()").replace("return new Promise", "return Promise.race([x(), new Promise");
    expect(idsOf(text.replace("  });\n}", "  })]);\n}"), rule)).toEqual([]);
  });
});

describe("a listener that settles the promise around it", () => {
  const program = (body: string, listener = "onAbort"): string => `export function run(signal, x, child) {
  return new Promise((resolve, reject) => {
    const onAbort = () => reject(signal.reason);
    signal.addEventListener("abort", ${listener});
    ${body}
  });
}`;
  const remove = "signal.removeEventListener('abort', onAbort);";

  it.each([
    `child.on('close', () => { ${remove} resolve(); }); if (x.bad) reject(x);`,
    `child.on('exit', () => x.later(() => { ${remove} })); if (x.bad) reject(x);`,
    `x.work().then(resolve, reject).finally(() => { ${remove} });`,
  ])("is taken away in the end: `%s`", (body) => {
    expect(idsOf(program(body), rule)).toEqual([]);
  });

  it.each([
    `child.on('data', () => { ${remove} resolve(); }); if (x.bad) reject(x);`,
    `x.work().then(() => { ${remove} resolve(); }, reject);`,
    `x.work().then(() => { if (x.ready) { ${remove} } resolve(); });`,
  ])("is not always taken away: `%s`", (body) => {
    expect(idsOf(program(body), rule)).toEqual(["settled"]);
  });

  it.each([
    "onAbort",
    "reject",
    "() => onAbort()",
    "() => reject(x)",
    "reject.bind(null, x)",
    "() => { const again = () => { again(); reject(x); }; again(); }",
  ])("is found as `%s`", (listener) => {
    expect(idsOf(program("x.work().then(resolve);", listener), rule)).toEqual(["settled"]);
  });

  it.each(["() => x.remove(onAbort)", "x.bind(child)", "x"])("is none that is known as `%s`", (listener) => {
    expect(idsOf(program("x.work().then(resolve);", listener), rule)).toEqual([]);
  });
});

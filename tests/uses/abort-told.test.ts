import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

/** What the code says of a signal, by a key or a question, counts wherever the listener stands. */
const rule = "no-leaked-abort-listener";

describe("a signal that only a key tells", () => {
  it.each([
    "async function run(x, { signal: upstream }) { UP }",
    "async function run(x, { signal: upstream = undefined, ...more } = {}) { UP x(more); }",
    "async function run(x, options) { const { signal: upstream } = options; UP }",
    "class A { async run(x, [{ abortSignal: upstream }]) { UP } }",
  ])("is heard: `%s`", (code) => {
    const listen = "const own = new AbortController(); upstream.addEventListener('abort', () => own.abort());";
    const text = `export ${code.replace("UP", `${listen} await x(own.signal);`)}`;
    expect(idsOf(text, rule)).toEqual(["discarded"]);
  });

  it("is none under another key", () => {
    const text = "export async function run(x, { upload }) { upload.addEventListener('abort', () => x()); await x(); }";
    expect(idsOf(text, rule)).toEqual([]);
  });
});

describe("a listener on a signal that is asked whether it was aborted", () => {
  const program = (lines: string): string => `export async function run(x, signal) {
  const own = new AbortController();
  const stop = () => own.abort();
  signal.addEventListener("abort", stop, { once: true });
  ${lines}
}`;

  it.each([
    "try { return await x(own.signal); } finally { if (!signal.aborted) signal.removeEventListener('abort', stop); }",
    `try { x(await x(own.signal)); }
     catch (e) { if (signal.aborted) return; signal.removeEventListener('abort', stop); throw e; }
     signal.removeEventListener('abort', stop);`,
  ])("has been called: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toEqual([]);
  });

  it("stays where only the aborted one is removed", () => {
    const lines =
      "try { return await x(own.signal); } finally { if (signal.aborted) signal.removeEventListener('abort', stop); }";
    expect(idsOf(program(lines), rule)).toHaveLength(1);
  });
});

describe("a promise that is settled through a function of its own", () => {
  const program = (heard: string): string => `import { spawn } from "node:child_process";
export function run(command, signal) {
  return new Promise((resolve, reject) => {
    const child = spawn(command);
    let settled = false;
    const settle = (code) => { if (settled) return; settled = true; resolve(code); };
    signal.addEventListener("abort", () => child.kill(), { once: true });
    ${heard}
  });
}`;

  it.each([
    "child.on('close', () => settle(1));",
    "child.on('close', settle);",
    "child.on('close', () => settle(1)); child.on('error', () => settle(2));",
    "const end = () => settle(1); child.on('close', end); child.on('error', reject);",
  ])("leaves the listener: `%s`", (heard) => {
    expect(idsOf(program(heard), rule)).toEqual(["settled"]);
  });

  it.each(["child.on('message', () => settle(1));", "signal.other(settle);", "settle(1);"])(
    "may still have work: `%s`",
    (heard) => {
      expect(idsOf(program(heard), rule)).toEqual([]);
    },
  );
});

describe("a signal that private methods hand on to each other", () => {
  const listen = "const own = new AbortController(); signal.addEventListener('abort', () => own.abort());";

  it("is that of the one who calls them, however they call each other", () => {
    const last = 24;
    const methods = Array.from({ length: last }, (_, i) => {
      const calls = i + 1 < last ? `await this.#m${i + 1}(signal); await this.#m${i + 1}(signal);` : "";
      return `async #m${i}(signal) { ${i + 1 < last ? calls : `${listen} await x(own.signal);`} }`;
    });
    const begin = "async run() { const mine = new AbortController(); await this.#m0(mine.signal); }";
    expect(idsOf(`export class A { ${begin} ${methods.join(" ")} }`, rule)).toEqual([]);
  });

  it("is that of others where one calls itself", () => {
    const begin = "async run() { const mine = new AbortController(); await this.#walk(1, mine.signal); }";
    const walk = `async #walk(n, signal) { ${listen} await x(own.signal); await this.#walk(n - 1, signal); }`;
    expect(idsOf(`export class A { ${begin} ${walk} }`, rule)).toEqual([]);
  });
});

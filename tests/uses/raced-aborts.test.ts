import { describe, expect, it } from "vitest";
import { idsOf } from "./ids-of.ts";

const rule = "no-leaked-abort-listener";

describe("a promise of an abort that is raced", () => {
  const program = (lines: string): string => `import { once } from "node:events";
export async function run(signal, x) {
  ${lines}
}`;

  it.each([
    "await Promise.race([x(), once(signal, 'abort')]);",
    "return Promise.any([x(), once(signal, 'abort')]);",
    "await Promise.race([x(), once(signal!, 'abort').then(x)]);",
    "const all = [x(), once(signal, 'abort')]; await Promise.race(all);",
    "const end = once(signal, 'abort'); await Promise.race([x(), end]); await Promise.race([x(), end]);",
    "let end; end = once(signal, 'abort'); await Promise.race([x(), end]);",
    "await Promise.race([x(), once(signal, 'abort'), once(x, 'abort')]);",
    "await Promise.race([once(x, 'error'), once(signal, 'abort')]);",
  ])("leaves its listener: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toContain("racedOnce");
  });

  it.each([
    "await Promise.race([x(), once(signal, 'error')]);",
    "await Promise.race([x(), once(signal, 'abort', x.options)]);",
    "await Promise.race([x(), once(...signal)]);",
    "await Promise.race([x(), once(...signal, 'abort')]);",
    "await Promise.race([x(), once(signal)]);",
    "await Promise.race([x(), x.once(signal, 'abort')]);",
    "await Promise.race([x(), x(once, signal, 'abort')]);",
    "await Promise.race([x(), other.once(signal, 'abort')]);",
    "await Promise.race([x(), once(signal, 'abort')]); process.exit(1);",
    "const end = once(signal, 'abort'); x(end); await Promise.race([x(), end]);",
    "await Promise.race([once(signal!, 'abort'), once(x.signal, 'abort')]);",
    "await Promise.all([x(), once(signal, 'abort')]);",
  ])("leaves none that is known: `%s`", (lines) => {
    expect(idsOf(program(lines), rule)).toEqual([]);
  });

  it("is no matter at the top level of a module", () => {
    const text = `import { once } from "node:events"; import { signal, x } from "elsewhere";`;
    expect(idsOf(`${text} await Promise.race([x(), once(signal, "abort")]);`, rule)).toEqual([]);
  });
});

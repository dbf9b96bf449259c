import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

const leaking = `import { withTimeout } from "@loke/context";
export async function run(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  await performTheWork(ctx);
  abort();
}`;

/** Whatever the settings are, they are refused by name, or the leak is found: never a crash, never a silent nothing. */
function expectErrorOrReport(settings: unknown): void {
  let messages;
  try {
    messages = lint(leaking, { settings });
  } catch (error) {
    const { message } = error as Error;
    expect(message).toMatch(/^Error while loading rule '[^']*': settings\.leaks\b/);
    // The same for a file in which nothing could leak.
    expect(() => lint("", { settings })).toThrow(message.split("\n")[0]!);
    return;
  }
  expect(messages.map(({ line, messageId }) => ({ line, messageId }))).toEqual([{ line: 3, messageId: "exception" }]);
}

const word = fc.oneof(
  fc.constantFrom("@/jobs", "open", "open.job", "$open", "global", "__proto__", "constructor", "a(", "\\", "[", "*"),
  fc.string({ minLength: 2, maxLength: 6, unit: "grapheme" }),
);
const words = fc.array(word, { maxLength: 2 });
const part = fc.oneof(word, fc.nat(3));
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined });

/** Settings of the right form, with any words in them. */
const wellFormed = fc
  .record(
    {
      modules: fc.array(fc.record({ source: word, like: fc.constantFrom("go", "loke", "chord", "signal-helper") }), {
        maxLength: 2,
      }),
      resources: fc.array(
        fc.record({
          kind: fc.constantFrom("context", "timer", "race-timer", "listener"),
          from: words,
          acquire: fc.oneof(
            fc.record({ call: fc.oneof(word, words) }),
            fc.record({ new: fc.oneof(word, words) }),
            fc.record({ method: word, on: optional(word) }),
          ),
          value: optional(part),
          handle: optional(part),
          release: fc.oneof(
            fc.record({ by: fc.constant("call") }),
            fc.record({ by: fc.constant("method"), names: words }),
            fc.record({ by: fc.constant("argument"), of: words }),
          ),
          holds: fc.subarray(["timer", "parent", "pool", "file", "memory"]),
        }),
        { maxLength: 2 },
      ),
      releases: words,
      keeps: words,
      throws: fc.constantFrom("await", "calls"),
      unsafeFixes: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .map((settings) => JSON.parse(JSON.stringify(settings)) as unknown);

/** The same with one value, somewhere inside, replaced by any JSON, and sometimes a key with it. */
const damaged = fc
  .tuple(wellFormed, fc.array(fc.nat(10), { maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), optional(fc.string()))
  .map(([settings, path, value, key]) => damage(settings, path, value, key));

function damage(value: unknown, [step, ...path]: readonly number[], by: unknown, key: string | undefined): unknown {
  if (typeof value !== "object" || value === null || step === undefined) return by;
  const names = Object.keys(value);
  const name = names[step % names.length];
  if (name === undefined) return by;
  const rest = Array.isArray(value) ? [...(value as unknown[])] : { ...value };
  const changed = damage(value[name as never], path, by, key);
  return Object.assign(rest, { [path.length === 0 ? (key ?? name) : name]: changed });
}

describe("settings.leaks, at random", () => {
  it("any JSON", () => {
    fc.assert(fc.property(fc.jsonValue(), expectErrorOrReport), { numRuns: 120 });
  });

  it("the right form with any words", () => {
    fc.assert(fc.property(wellFormed, expectErrorOrReport), { numRuns: 120 });
  });

  it("nearly the right form", () => {
    fc.assert(fc.property(damaged, expectErrorOrReport), { numRuns: 120 });
  });
});

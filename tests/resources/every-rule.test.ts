import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { lint } from "../rules/lint.ts";

/** What one rule says of a file to wrong settings, without the words that ESLint puts around it. */
function errorOf(rule: string, text: string, settings: unknown): string {
  try {
    lint(text, { rule, settings, file: "file.js" });
  } catch (error) {
    return (error as Error).message.split("\n")[0]!.replace(/^Error while loading rule '[^']*': /, "");
  }
  return "no error";
}

const rules = Object.keys(plugin.rules ?? {});
const files = [
  ["an empty file", ""],
  ["a file without a word of an acquire", "export const answer = 42;"],
  ["a file with all words", 'Promise.race([once(signal, "abort"), setTimeout(f)]); withTimeout(onabort);'],
] as const;

/** Any JavaScript value that a config can hold, and a few that nobody would write into one. */
const anything = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
      maxDepth: 3,
    }),
  },
  fc.constantFrom<unknown>(Symbol("go"), () => 1, Number.NaN, -0, new Proxy({}, {}), Object.create({ modules: 1 })),
);
const key = fc.constantFrom(
  "modules",
  "resources",
  "releases",
  "keeps",
  "throws",
  "unsafeFixes",
  "__proto__",
  "constructor",
);
const settings = fc.oneof(
  anything,
  fc.array(fc.tuple(key, anything), { maxLength: 2 }).map((entries) => Object.fromEntries(entries) as unknown),
);
const wellFormed =
  /^settings\.leaks\S* (?:is .+, but must be .+|lacks the key ".+"\. Required: .+|has an unknown key .+\. Allowed: .+)\.$/s;

describe("settings.leaks, whatever it is, under every rule", () => {
  it("is taken, or refused with one error: the same by all rules, for any file, each time", () => {
    fc.assert(
      fc.property(settings, (given) => {
        const first = errorOf(rules[0]!, "", given);
        if (first !== "no error") expect(first).toMatch(wellFormed);
        for (const rule of rules) for (const [, text] of files) expect(errorOf(rule, text, given)).toBe(first);
      }),
      { numRuns: 60 },
    );
  });

  it.each(rules)("%s refuses a wrong one at the first file, whatever stands in it", (rule) => {
    for (const [, text] of files)
      expect(errorOf(rule, text, { throws: "always" })).toBe(
        'settings.leaks.throws is "always", but must be one of "await", "calls".',
      );
  });
});

/** What the schema of a rule's options allows, as far as these rules use it. */
interface Schema {
  readonly properties: Readonly<
    Record<
      string,
      {
        readonly type: string;
        readonly items?: { readonly enum: readonly string[] };
        readonly enum?: readonly string[];
      }
    >
  >;
}

describe.each(rules)("the options of %s", (rule) => {
  const { schema } = plugin.rules[rule]!.meta!;
  const [{ properties }] = schema as unknown as [Schema];
  const valid = fc.record(
    Object.fromEntries(
      Object.entries(properties).map(([name, { type, items, enum: values }]) => [
        name,
        type === "boolean" ? fc.boolean() : items ? fc.subarray([...items.enum]) : fc.constantFrom(...values!),
      ]),
    ),
    { requiredKeys: [] },
  );
  const text = files[2][1];

  it("are taken when they fit", () => {
    fc.assert(
      fc.property(valid, (options) => {
        expect(() => lint(text, { rule, options, file: "file.js" })).not.toThrow();
      }),
      { numRuns: 40 },
    );
  });

  it("are refused by ESLint, which names the rule, and the value or the key, when one does not", () => {
    const wrong = fc.oneof(
      fc.tuple(fc.constantFrom(...Object.keys(properties)), fc.jsonValue()),
      fc.tuple(fc.string({ minLength: 1, unit: "grapheme-ascii" }), fc.boolean()),
      fc.tuple(fc.constantFrom("__proto__", "constructor", "toString", "Causes"), fc.boolean()),
    );
    fc.assert(
      fc.property(valid, wrong, (options, [name, value]) => {
        fc.pre(!fits(properties, name, value));
        const given = Object.fromEntries([...Object.entries(options), [name, value]]);
        const refusal = (): unknown => lint("", { rule, options: given, file: "file.js" });
        expect(refusal).toThrow(`leaks/${rule}`);
        // Of a value that does not fit ESLint shows the value; a key that there is none of it names.
        expect(refusal).toThrow(Object.hasOwn(properties, name) ? "Value " : `Unexpected property "${name}"`);
      }),
      { numRuns: 80 },
    );
  });
});

function fits(properties: Schema["properties"], name: string, value: unknown): boolean {
  const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
  if (!schema) return false;
  if (schema.type === "boolean") return typeof value === "boolean";
  if (!schema.items) return schema.enum!.includes(value as string);
  const { enum: allowed } = schema.items;
  return (
    Array.isArray(value) &&
    value.every((each) => allowed.includes(each as string)) &&
    new Set(value).size === value.length
  );
}

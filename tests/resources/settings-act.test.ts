import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

/** What a rule reports of a program under settings, and without any. */
const reports = (text: string, settings: object, rule = "no-lost-cancel"): number =>
  lint(text, { rule, settings, file: "file.mjs" }).filter(({ ruleId }) => ruleId === `leaks/${rule}`).length;

const reserved =
  /^(?:do|if|in|for|let|new|try|var|case|else|enum|eval|null|this|true|void|with|await|break|catch|class|const|false|super|throw|while|yield|delete|export|import|public|return|static|switch|typeof|default|extends|finally|package|private|continue|debugger|function|arguments|interface|protected|implements|instanceof|async|of|work|parent|made)$/;
const name = fc
  .oneof(
    fc.constantFrom("constructor", "toString", "hasOwnProperty", "__proto__", "$", "_", "ünter", "名", "$1", "a$"),
    fc.stringMatching(/^[a-zA-Z_$][\w$]{0,8}$/),
  )
  .filter((word) => !reserved.test(word));
/** Sources of modules, as imports write them: relative, scoped, with characters that mean something in patterns. */
const source = fc.oneof(
  fc.constantFrom(
    "./x",
    "../../lib/ctx.js",
    "@/lib/context",
    "@scope/name",
    "#ctx",
    "node:ctx",
    "a.b",
    "a+b(c)[d]*?^$|{e}",
  ),
  fc.constantFrom("__proto__", "constructor", "https://x.y/z?a=b", "..", "x/*"),
  fc.stringMatching(/^[@#.\w/:+*?^$()[\]{}|-]{1,12}$/).filter((text) => text !== "global"),
);

/** Acquires, and releases on the way on which nothing is rejected, or on all. */
const body = (acquire: string, use: string, release: string, isReleased: boolean): string =>
  isReleased
    ? `${acquire} try { await work(${use}); } finally { ${release}; }`
    : `${acquire} await work(${use}); ${release};`;
const program = (head: string, statements: string): string =>
  `${head}\nexport async function f(parent, work) { ${statements} }`;

const handles = {
  go: ["made[0]", "made[1]()"],
  loke: ["made.ctx", "made.abort()"],
  chord: ["made.context", "made.cancel()"],
} as const;

describe("a module in the settings", () => {
  it("has its derives found, whatever its name", () => {
    fc.assert(
      fc.property(source, fc.constantFrom("go", "loke", "chord"), fc.boolean(), (module, like, isReleased) => {
        const head = `import { withTimeout } from ${JSON.stringify(module)};`;
        const [use, release] = handles[like];
        const text = program(head, body("const made = withTimeout(parent, 5);", use, release, isReleased));
        expect(reports(text, { modules: [{ source: module, like }] })).toBe(isReleased ? 0 : 1);
        // The others are known by how they are used, too.
        if (like === "go") expect(reports(text, {})).toBe(0);
      }),
      { numRuns: 120 },
    );
  });

  it("may be a signal helper, whose exports have any names", () => {
    fc.assert(
      fc.property(
        source,
        name,
        fc.constantFrom("cleanup", "dispose", "done"),
        fc.boolean(),
        (module, helper, end, isReleased) => {
          const head = `import { ${helper} as acquire } from ${JSON.stringify(module)};`;
          const text = program(head, body(`const { signal, ${end} } = acquire(5);`, "signal", `${end}()`, isReleased));
          expect(reports(text, { modules: [{ source: module, like: "signal-helper" }] })).toBe(isReleased ? 0 : 1);
          expect(reports(text, {})).toBe(0);
        },
      ),
      { numRuns: 120 },
    );
  });
});

/** A resource as settings describe it, and a program that acquires it. */
interface Case {
  readonly resource: object;
  readonly head: string;
  readonly acquire: string;
  readonly use: string;
  readonly release: string;
}

const part = fc.option(fc.oneof(name, fc.nat(3)), { nil: undefined });
const releases = fc.oneof(
  fc.record({ by: fc.constant("call" as const) }),
  fc.record({ by: fc.constant("method" as const), names: fc.array(name, { minLength: 1, maxLength: 3 }) }),
  fc.record({ by: fc.constant("argument" as const), of: fc.array(name, { minLength: 1, maxLength: 3 }) }),
);
const acquires = fc.oneof(
  fc.record({ form: fc.constantFrom("call" as const, "new" as const), from: source, word: name }),
  fc.record({ form: fc.constantFrom("call" as const, "new" as const), from: fc.constant("global"), word: name }),
);
const access = (value: string, at: string | number | undefined): string =>
  at === undefined ? value : typeof at === "number" ? `${value}[${at}]` : `${value}.${at}`;
const cases: fc.Arbitrary<Case> = fc
  .tuple(acquires, part, releases, fc.boolean())
  .map(([{ form, from, word }, handle, release, isAwaited]) => {
    const isGlobal = from === "global";
    const handleText = access("made", handle);
    const calls = {
      call: `${handleText}()`,
      method: `${handleText}.${release.by === "method" ? release.names.at(-1) : ""}()`,
      argument: `${release.by === "argument" ? release.of.at(-1) : ""}(${handleText})`,
    };
    const made = `${form === "new" ? "new " : ""}${isGlobal ? word : "acquire"}(5)`;
    return {
      resource: {
        kind: "context",
        from: [from],
        acquire: { [form]: word },
        release,
        holds: ["pool"],
        ...(handle !== undefined && { handle }),
        ...(isAwaited && { awaited: true }),
      },
      head: isGlobal ? "" : `import { ${word} as acquire } from ${JSON.stringify(from)};`,
      acquire: `const made = ${isAwaited ? "await " : ""}${made};`,
      use: "5",
      release: calls[release.by],
    };
  })
  // What is called itself is no object that has a member of that name in a program; and no name may be two things.
  .filter(({ head, acquire, release }) => !(head === "" && acquire.includes(`${release.split("(")[0]}(`)));

describe("a resource in the settings", () => {
  it("is found, and so is its release, whatever the names", () => {
    fc.assert(
      fc.property(cases, fc.boolean(), ({ resource, head, acquire, use, release }, isReleased) => {
        const text = program(head, body(acquire, use, release, isReleased));
        expect(reports(text, { resources: [resource] }), text).toBe(isReleased ? 0 : 1);
        expect(reports(text, {}), text).toBe(0);
      }),
      { numRuns: 120 },
    );
  });

  it.each([
    ["context", "no-lost-cancel"],
    ["timer", "no-leaked-timer"],
    ["listener", "no-leaked-abort-listener"],
  ])("of the kind %s is reported by %s", (kind, rule) => {
    const resource = {
      kind,
      from: ["x"],
      acquire: { call: "open" },
      release: { by: "method", names: ["end"] },
      holds: ["memory"],
    };
    const text = program('import { open } from "x";', body("const made = open();", "5", "made.end()", false));
    expect(reports(text, { resources: [resource] }, rule)).toBe(1);
    expect(reports(text, {}, rule)).toBe(0);
  });

  it("that stands there twice, or contradicts the catalog, is reported once", () => {
    const twice = {
      kind: "context",
      from: ["@loke/context"],
      acquire: { call: "withTimeout" },
      handle: "abort",
      release: { by: "call" },
      holds: ["timer"],
    };
    const text = program(
      'import { withTimeout } from "@loke/context";',
      "const { ctx, abort } = withTimeout(parent, 5); await work(ctx); abort();",
    );
    expect(reports(text, { resources: [twice, twice, { ...twice, release: { by: "method", names: ["stop"] } }] })).toBe(
      1,
    );
  });
});

/** How a function is written where it is called. */
const callee = fc
  .array(
    name.filter((word) => word !== "ctx"),
    { minLength: 1, maxLength: 3 },
  )
  .map((path) => path.join("."));

describe("functions in the settings", () => {
  const acquire = 'import { background } from "go-like-ctx";';

  it("release what they are given, however they are written", () => {
    fc.assert(
      fc.property(callee, (release) => {
        const text = program(acquire, body("const ctx = background().withTimeout(5);", "5", `${release}(ctx)`, true));
        expect(reports(text, { releases: [release] }), text).toBe(0);
        const late = program(acquire, body("const ctx = background().withTimeout(5);", "5", `${release}(ctx)`, false));
        expect(reports(late, { releases: [release] }), late).toBe(1);
      }),
      { numRuns: 100 },
    );
  });

  it("keep what they are given, however they are written", () => {
    fc.assert(
      fc.property(callee, (keep) => {
        const text = program(
          acquire,
          `const ctx = background().withTimeout(5); await ${keep}(ctx); if (work) ctx.cancel();`,
        );
        expect(reports(text, { keeps: [keep] }), text).toBe(0);
      }),
      { numRuns: 100 },
    );
  });
});

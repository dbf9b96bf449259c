import { Linter } from "eslint";
import { describe, expect, it } from "vitest";
import plugin from "../../src/index.ts";
import { lintStrictly } from "./lint-strictly.ts";

const acquire = "const { ctx, abort } = withTimeout(parent, 500);";
const programOf = (body: string): string =>
  `import { withTimeout } from "@loke/context";\nexport async function f(parent, x) {\n${body}\n}`;

/** A construct that stands in itself many times, with a release in it or behind it. */
const NESTS: Readonly<Record<string, (depth: number) => string>> = {
  blocks: (n) => `${acquire} ${"{".repeat(n)} abort(); ${"}".repeat(n)}`,
  if: (n) => `${acquire} ${"if (x) {".repeat(n)} x(); ${"}".repeat(n)} abort();`,
  "else if": (n) => `${acquire} if (x()) {}${" else if (x()) {}".repeat(n)} abort();`,
  loops: (n) => `${acquire} ${"for (const a of x) {".repeat(n)} x(); ${"}".repeat(n)} abort();`,
  try: (n) => `${acquire} ${"try {".repeat(n)} x(); ${"} finally { x(); }".repeat(n)} abort();`,
  functions: (n) => `${acquire} ${"function g() {".repeat(n)} abort(); ${"}".repeat(n)} g();`,
  "functions run on the spot": (n) => `${acquire} ${"(() => {".repeat(n)} abort(); ${"})();".repeat(n)}`,
  "arrow functions": (n) => `${acquire} x(${"() => ".repeat(n)} abort());`,
  "class blocks": (n) => `${acquire} ${"class C { static {".repeat(n)} abort(); ${"} }".repeat(n)}`,
  labels: (n) => `${acquire} ${Array.from({ length: n }, (_, i) => `l${i}:`).join("")} x(); abort();`,
  arrays: (n) => `${acquire} x(${"[".repeat(n)}${"]".repeat(n)}); abort();`,
  objects: (n) => `${acquire} x(${"{ a:".repeat(n)} 1 ${"}".repeat(n)}); abort();`,
  calls: (n) => `${acquire} ${"x(".repeat(n)}${")".repeat(n)}; abort();`,
  parentheses: (n) => `${acquire} x(${"(".repeat(n)} x ${")".repeat(n)}); abort();`,
  additions: (n) => `${acquire} x(1${" + x".repeat(n)}); abort();`,
  "&&": (n) => `${acquire} if (x${" && x".repeat(n)}) x(); abort();`,
  "??": (n) => `${acquire} x(x${" ?? x".repeat(n)}); abort();`,
  "? :": (n) => `${acquire} x(${"x ? 1 : ".repeat(n)} 0); abort();`,
  "!": (n) => `${acquire} if (${"!".repeat(n)}x) x(); abort();`,
  await: (n) => `${acquire} abort(); ${"await ".repeat(n)} x;`,
  members: (n) => `${acquire} x${".a".repeat(n)}; abort();`,
  methods: (n) => `${acquire} x${".a()".repeat(n)}; abort();`,
  reactions: (n) => `${acquire} x${".then(() => 1)".repeat(n)}; abort();`,
  commas: (n) => `${acquire} x${", x".repeat(n)}; abort();`,
  assignments: (n) => `${acquire} let a; ${"a = ".repeat(n)} abort; a();`,
  patterns: (n) => `const ${"[".repeat(n)} abort ${"]".repeat(n)} = withTimeout(parent, 500);`,
  "template literals": (n) => `${acquire} x(${"`${".repeat(n)} 1 ${"}`".repeat(n)}); abort();`,
  "promises of promises": (n) =>
    `${acquire} const p0 = x; ${repeat(n / 5, (i) => `const p${i + 1} = Promise.all([p${i}]);`)}
    abort(); await p${n / 5};`,
  "async functions": (n) =>
    `${acquire} async function h0() {}
    ${repeat(n, (i) => `async function h${i + 1}() { await h${i}(); }`)}
    h${n}(); abort();`,
};

function repeat(count: number, write: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => write(i)).join("\n");
}

/** Deep enough for any program that a person wrote; parsers and ESLint itself can follow. */
describe("nested 100 times: analysed to the end", () => {
  it.each(Object.entries(NESTS))("%s", (_, write) => {
    expect(lintStrictly(programOf(write(100)), "file.ts")).toEqual([]);
    expect(lintStrictly(programOf(write(100)), "file.js")).toEqual([]);
  });
});

/**
 * Chains that parsers and ESLint follow far. In all other nests these give up first, and near the end of the stack V8
 * itself may end the process, when it has a regular expression to compile there.
 */
const CHAINS = ["else if", "additions", "&&", "??", "members", "commas", "promises of promises", "async functions"];

describe("a chain of 2,000: the analysis ends, or gives the file up, and never throws", () => {
  it.each(CHAINS)("%s", (name) => {
    const text = programOf(NESTS[name]!(2_000));
    expect(new Linter().verify(text, plugin.configs.strict, "file.js")).toEqual([]);
  });
});

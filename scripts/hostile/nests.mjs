/** Constructs that stand in themselves many times. */
import { repeat } from "./shapes.mjs";

/**
 * @typedef {object} Nest
 * @property {(depth: number, inner: string) => string} write statements that come to `inner` in the middle, an
 *   expression; they stand behind the acquire of `abort`, in an async function
 * @property {"tsx"} [file] the only extension by which it can be read
 * @property {number} [most] how deep ESLint goes in this life: without any rule each level takes it twice as long,
 *   or all of them the square of their number, or nothing stops it at all
 */

const acquire = "const { ctx, abort } = withTimeout(parent, 500);";

/**
 * @param {string} open
 * @param {string} close
 * @returns {Nest}
 */
const statement = (open, close) => ({
  write: (n, inner) => `${open.repeat(n)} ${inner}; ${close.repeat(n)} abort();`,
});

/**
 * @param {string} open
 * @param {string} [close]
 * @returns {Nest}
 */
const expression = (open, close = "") => ({
  write: (n, inner) => `x(${open.repeat(n)}${inner}${close.repeat(n)}); abort();`,
});

/**
 * What stands in an element is text, unless braces are around it.
 *
 * @param {string} open
 * @param {string} close
 * @returns {Nest}
 */
const elements = (open, close) => ({
  write: (n, inner) => `x(${open.repeat(n)}{${inner}}${close.repeat(n)}); abort();`,
});

/**
 * @param {string} next
 * @returns {Nest}
 */
const chain = (next) => ({ write: (n, inner) => `x(${inner}${next.repeat(n)}); abort();` });

/** @type {Readonly<Record<string, Nest>>} */
export const NESTS = {
  "blocks": statement("{", "}"),
  "if": statement("if (x()) {", "}"),
  "else": statement("if (x()) {} else {", "}"),
  "else if": { write: (n, inner) => `if (x()) {}${" else if (x()) {}".repeat(n)} else { ${inner}; } abort();` },
  "loops": statement("for (const a of x) {", "}"),
  "while": statement("while (x()) {", "}"),
  "switch": statement("switch (x()) { case 1:", "}"),
  "try": statement("try {", "} finally { x(); }"),
  "catch": statement("try { x(); } catch {", "}"),
  "finally": { ...statement("try { x(); } finally {", "}"), most: 12 },
  "labels": { write: (n, inner) => `${repeat(n, (i) => `l${i}:`, "")} ${inner}; abort();` },
  "functions": statement("function g() {", "} g();"),
  "functions run on the spot": statement("(() => {", "})();"),
  "async functions run on the spot": statement("(async () => {", "})();"),
  "callbacks": statement("x.forEach(() => {", "});"),
  "executors": statement("new Promise((resolve) => {", "});"),
  "arrow functions": expression("() => "),
  "classes": statement("(class { m() {", "} });"),
  "class blocks": statement("class C { static {", "} }"),
  "arrays": expression("[", "]"),
  "spreads": expression("...[", "]"),
  "objects": expression("{ a:", "}"),
  "calls": expression("x(", ")"),
  "new": expression("new x(", ")"),
  "parentheses": expression("(", ")"),
  "additions": chain(" + x"),
  "additions to the right": expression("x + (", ")"),
  "&&": { write: (n, inner) => `if (${inner}${" && x".repeat(n)}) x(); abort();` },
  "??": chain(" ?? x"),
  "? :": expression("x ? 1 : "),
  "? : in the middle": expression("x ? ", " : 1"),
  "!": { write: (n, inner) => `if (${"!".repeat(n)}${inner}) x(); abort();` },
  "await": { write: (n, inner) => `${"await ".repeat(n)} ${inner}; abort();` },
  "members": chain(".a"),
  "optional members": { ...chain("?.a"), most: 3000 },
  "methods": chain(".a()"),
  "reactions": chain(".then(() => 1)"),
  "reactions in reactions": expression("x.then(() => ", ")"),
  "races": expression("Promise.race([", "])"),
  "commas": expression("x, "),
  "assignments": { write: (n) => `let a; ${"a = ".repeat(n)} abort; a();` },
  "patterns": { write: (n) => `const ${"[".repeat(n)} b ${"]".repeat(n)} = withTimeout(parent, 500); b(); abort();` },
  "template literals": expression("`${", "}`"),
  "tagged templates": chain("`a`"),
  "promises of promises": {
    most: 10_000,
    write: (n) => `const p0 = x; ${repeat(n / 5, (i) => `const p${i + 1} = Promise.all([p${i}]);`)}
      abort(); await p${Math.ceil(n / 5)};`,
  },
  "contexts of contexts": {
    most: 2_000,
    write: (n, inner) => `${repeat(n / 2, (i) => {
      const parent = i === 0 ? "ctx" : `c${i - 1}`;
      return `const { ctx: c${i}, abort: a${i} } = withTimeout(${parent}, 500);`;
    })} ${inner}; ${repeat(n / 2, (i) => `a${i}();`)} abort();`,
  },
  "async functions that await the next": {
    write: (n) => `async function h0() {} ${repeat(n, (i) => `async function h${i + 1}() { await h${i}(); }`)}
      h${n}(); abort();`,
  },
  "elements": { ...elements("<a>", "</a>"), file: "tsx" },
  "elements in braces": { ...expression("<a>{", "}</a>"), file: "tsx" },
  "as": { ...chain(" as any"), file: "tsx" },
  "array types": { ...chain(" as x" + "[]"), file: "tsx" },
  "types in parentheses": { write: (n, i) => `x(${i} as ${"(".repeat(n)}x${")".repeat(n)}); abort();`, file: "tsx" },
  "type arguments": { write: (n, i) => `x(${i} as ${"A<".repeat(n)}A${" >".repeat(n)}); abort();`, file: "tsx" },
  "conditional types": { write: (n, i) => `x(${i} as ${"1 extends 2 ? 3 : ".repeat(n)}4); abort();`, file: "tsx" },
};

/**
 * @param {Nest} nest
 * @param {number} depth
 * @returns {string} a program in which nothing leaks
 */
export function quietly({ write }, depth) {
  return `import { withTimeout } from "@loke/context";
export async function f(parent, x) { ${acquire} ${write(depth, "abort()")} }`;
}

/**
 * @param {Nest} nest
 * @param {number} depth
 * @returns {string} a program in which every rule has something to follow through the nest: it is acquired around it
 *   or in the middle of it
 */
export function underAllRules({ write }, depth) {
  const race = "Promise.race([x(), new Promise((_, reject) => setTimeout(reject, 5))])";
  return `import { withTimeout } from "@loke/context";
import { withCancel } from "gontext";
import { useEffect } from "react";
import { once } from "node:events";
export async function around(parent, x, signal) {
  ${acquire} const t = setInterval(x, 5); signal.addEventListener("abort", () => x());
  ${write(depth, "x()")}
  await ${race}; clearInterval(t);
}
export async function inside(parent, x) {
  ${acquire} ${write(depth, `(() => { setInterval(x, 5); return ${race}; })()`)}
}
export async function early(parent, x) { ${acquire} try { return x(ctx); } finally { ${write(depth, "x()")} } }
export async function turns(parent, x, signal) {
  const end = once(signal, "abort"); ${acquire}
  while (x()) { await Promise.race([end, x()]); ${write(depth, "x()")} }
}
export class A {
  async start(parent, x) { ${acquire} ${write(depth, "x()")} this.t = setInterval(x, 5); }
  async close(parent, x) { ${acquire} ${write(depth, "x()")} if (x()) clearInterval(this.t); }
}
export function C(parent, x) { useEffect(() => { const t = setInterval(x, 5); 
  async () => { ${acquire} ${write(depth, "x()")} }; }, []); }
`;
}

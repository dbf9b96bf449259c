/**
 * A program that grows in one way, and how many leaks a program of size `n` has.
 *
 * @typedef {object} Shape
 * @property {(n: number) => string} write
 * @property {(n: number) => number} leaks
 * @property {true} [isSquare] each is looked at together with all others: by a fix, or since they have a name in common
 */

/**
 * The text for each of `n` numbers.
 *
 * @param {number} n
 * @param {(i: number) => string} write
 * @param {string} [between]
 */
export const repeat = (n, write, between = "\n") => Array.from({ length: n }, (_, i) => write(i)).join(between);
export const imports = `import { withTimeout } from "@loke/context";
import { background, withCancel } from "gontext";
import { useEffect, useRef } from "react";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
`;
export const inFunction = (/** @type {string} */ body) =>
  `${imports}export async function f(parent, work, signal, x) {\n${body}\n}`;
export const acquire = (/** @type {number} */ i) => `const { ctx: c${i}, abort: a${i} } = withTimeout(parent, 5);`;
const racedList = (/** @type {string} */ adds) => `const l = [work()]; ${adds} return Promise.race(l);`;
const context = `constructor(ctx) { this.ctx = ctx; } done() { return this.ctx.done(); }
  err() { return this.ctx.err(); } value(key) { return this.ctx.value(key); }
  deadline() { return this.ctx.deadline(); }`;
const derive = (/** @type {number} */ i, /** @type {string} */ parent) =>
  `export function g${i}(ctx) { const [c, cancel] = withCancel(${parent}); try { x(c); } finally { cancel(); } }`;
export const never = () => 0;
const each = (/** @type {number} */ n) => n;
export const justOne = () => 1;

/**
 * Many of one thing. What they cost grows with their number, or a little more.
 *
 * @type {Readonly<Record<string, Shape>>}
 */
export const manyOfOne = {
  "contexts that leak": { write: (n) => inFunction(repeat(n, acquire)), leaks: each, isSquare: true },
  "contexts, released on the straight way": {
    write: (n) => inFunction(repeat(n, (i) => `${acquire(i)} await work(c${i}); a${i}();`)),
    leaks: each,
  },
  "contexts, each with a finally": {
    write: (n) => inFunction(repeat(n, (i) => `{ ${acquire(i)} try { await work(c${i}); } finally { a${i}(); } }`)),
    leaks: never,
  },
  "uses of a context": {
    write: (n) => inFunction(`${acquire(0)} ${repeat(n, () => "await work(c0);")} a0();`),
    leaks: justOne,
  },
  "closures over a release": {
    write: (n) => inFunction(`${acquire(0)} ${repeat(n, () => "x(() => a0());")}`),
    leaks: never,
  },
  "work that a finally cancels": {
    write: (n) =>
      inFunction(
        repeat(n, (i) => `if (x === ${i}) { ${acquire(i)} try { return work(c${i}); } finally { a${i}(); } }`),
      ),
    leaks: each,
  },
  "timeouts, cleared on the straight way": {
    write: (n) =>
      inFunction(repeat(n, (i) => `const t${i} = setTimeout(work, 5); await x(${i}); clearTimeout(t${i});`)),
    leaks: each,
  },
  "intervals that nobody keeps": {
    write: (n) => inFunction(repeat(n, (i) => `setInterval(() => work(${i}), 5);`)),
    leaks: each,
  },
  "listeners, removed on the straight way": {
    write: (n) =>
      inFunction(
        repeat(
          n,
          (i) => `const h${i} = () => work(${i}); signal.addEventListener("abort", h${i}); await x(${i});
            signal.removeEventListener("abort", h${i});`,
        ),
      ),
    leaks: each,
  },
  "listeners in executors": {
    write: (n) =>
      inFunction(
        repeat(
          n,
          (i) => `await new Promise((resolve, reject) => {
            signal.addEventListener("abort", () => reject(x)); work(${i}).then(resolve, reject); });`,
        ),
      ),
    leaks: each,
  },
  "listeners that nobody removes": {
    write: (n) => inFunction(`${repeat(n, (i) => `signal.addEventListener("abort", () => work(${i}));`)} await x;`),
    leaks: each,
    isSquare: true,
  },
  "handlers of aborts": {
    write: (n) => inFunction(`${repeat(n, (i) => `signal.onabort = () => work(${i});`)} await x;`),
    leaks: (n) => n - 1,
  },
  races: {
    write: (n) =>
      inFunction(
        repeat(n, (i) => `await Promise.race([work(${i}), new Promise((_, reject) => setTimeout(reject, 5))]);`),
      ),
    leaks: each,
  },
  "races with a timer of node:timers/promises": {
    write: (n) => inFunction(repeat(n, (i) => `await Promise.race([work(${i}), sleep(5)]);`)),
    leaks: each,
  },
  "ways to settle beside one timer": {
    write: (n) =>
      inFunction(`await new Promise((resolve, reject) => { const t = setTimeout(() => reject(x), 5);
        ${repeat(n, (i) => `work(${i}).then((v) => { clearTimeout(t); resolve(v); }, reject);`)} });`),
    leaks: justOne,
  },
  "races in a loop": {
    write: (n) =>
      inFunction(`const done = once(signal, "abort");
        ${repeat(n, (i) => `while (!x(${i})) await Promise.race([done, work(${i})]);`)}`),
    leaks: each,
  },
  "components with an effect": {
    write: (n) =>
      imports + repeat(n, (i) => `export function C${i}() { useEffect(() => { const t = setInterval(x, 5); }, []); }`),
    leaks: each,
  },
  "effects of one component": {
    write: (n) =>
      `${imports}export function C() { ${repeat(n, () => "useEffect(() => { const t = setInterval(x, 5); }, []);")} }`,
    leaks: each,
  },
  "classes with a field": {
    write: (n) =>
      repeat(n, (i) => `export class A${i} { start() { this.t = setInterval(() => this.x(), 5); } close() { x(); } }`),
    leaks: each,
    isSquare: true,
  },
  "methods beside one field": {
    write: (n) => `export class A { start() { this.t = setInterval(() => this.x(), 5); }
      ${repeat(n, (i) => `m${i}() { this.x(${i}); }`)} close() { this.m0(); } }`,
    leaks: justOne,
  },
  "wrapper classes": {
    write: (n) => imports + repeat(n, (i) => `class B${i} { ${context} }\n${derive(i, `new B${i}(ctx)`)}`),
    leaks: each,
  },
  "children of one wrapper": {
    write: (n) => `${imports}class B { ${context} }\n${repeat(n, (i) => derive(i, "new B(ctx)"))}`,
    leaks: each,
  },
  "copies of signals": {
    write: (n) => repeat(n, (i) => `export function g${i}(signal) { return fetch("x", { signal: { ...signal } }); }`),
    leaks: each,
  },
  "calls of local functions": {
    write: (n) =>
      inFunction(`const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
        function note(x) { work(x); } ${acquire(0)}
        ${repeat(10 * n, (i) => `note(${i}); await sleep(${i});`)} if (x) a0();`),
    leaks: justOne,
  },
  "flags, each tested where it is set": {
    write: (n) =>
      inFunction(`${acquire(0)}
        ${repeat(n, (i) => `let b${i} = false; try { await x(); b${i} = 1; } finally { if (!b${i}) work(); }`)}
        if (x(2)) a0();`),
    leaks: justOne,
  },
  "flags of one loop": {
    write: (n) =>
      inFunction(`${acquire(0)} for (;;) {
        ${repeat(n, (i) => `let b${i} = false; await x(); if (x(${i})) b${i} = true; if (!b${i}) work();`)}
        if (x()) break; } if (x(2)) a0();`),
    leaks: justOne,
  },
  branches: {
    write: (n) => inFunction(`${acquire(0)} ${repeat(n, (i) => `if (work(${i})) parent(${i});`)} a0();`),
    leaks: never,
  },
  "branches that return": {
    write: (n) => inFunction(`${acquire(0)} ${repeat(n, (i) => `if (work(${i})) return ${i};`)} a0();`),
    leaks: justOne,
  },
  cases: {
    write: (n) => inFunction(`${acquire(0)} switch (x) { ${repeat(n, (i) => `case ${i}: work(); break;`)} } a0();`),
    leaks: never,
  },
  "jumps out of one label": {
    write: (n) => inFunction(`${acquire(0)} l: { ${repeat(n, (i) => `if (x(${i})) break l;`)} } a0();`),
    leaks: never,
  },
  "elements of an array": {
    write: (n) => inFunction(`${acquire(0)} work([${repeat(n, (i) => `${i}`, ",")}]); a0();`),
    leaks: never,
  },
  "properties of an object": {
    write: (n) => inFunction(`${acquire(0)} work({ ${repeat(n, (i) => `k${i}: "v"`, ",")} }); a0();`),
    leaks: never,
  },
  "functions, each calling the next": {
    write: (n) =>
      inFunction(
        `${acquire(0)} ${repeat(n, (i) => `function h${i}() { h${i + 1}(); }`)} function h${n}() { a0(); } h0();`,
      ),
    leaks: never,
  },
  "timers in one list that is raced": {
    write: (n) => inFunction(racedList(repeat(n, (i) => `l.push(new Promise((r) => setTimeout(r, ${i + 1000})));`))),
    leaks: each,
  },
  "sleeps in one list that is raced": {
    write: (n) =>
      `import { delay } from "./delay.js"; ${inFunction(racedList(repeat(n, (i) => `l.push(delay(${i + 1000}));`)))}`,
    leaks: each,
  },
  "functions on one line": {
    write: (n) =>
      repeat(
        n,
        (i) => `async function f${i}(e,t){let n=setTimeout(()=>t.abort(),5),r=await e(t);return clearTimeout(n),r}`,
        "",
      ),
    leaks: each,
  },
};

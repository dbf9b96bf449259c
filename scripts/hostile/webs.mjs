import { acquire, imports, inFunction, justOne, never, repeat } from "./shapes.mjs";

/**
 * Things that refer to each other, so that there is no end to following them.
 *
 * @type {Readonly<Record<string, import("./shapes.mjs").Shape>>}
 */
export const webs = {
  "names that are each other": {
    write: (n) => inFunction(`var ${repeat(n, (i) => `b${i} = b${(i + 1) % n}`, ",")}; ${acquire(0)} b0 = a0; x(b1);`),
    leaks: justOne,
  },
  "five names that get each other": {
    write: (n) =>
      inFunction(
        `let b0, b1, b2, b3, b4; ${acquire(0)} b0 = a0;
        ${repeat(n, (i) => `b${(i * 7) % 5} = b${(i * 3) % 5};`)} b0();`,
      ),
    leaks: never,
  },
  swaps: {
    write: (n) =>
      inFunction(`let b; let { ctx, abort } = withTimeout(parent, 5);
        ${repeat(n, () => "[b, abort] = [abort, b];")} if (x) abort();`),
    leaks: justOne,
  },
  "patterns that swap objects": {
    write: (n) =>
      inFunction(
        `let a = {}, b = {}; ${acquire(0)} a.x = a0; ${repeat(n, () => "({ x: a, y: b } = { x: b, y: a });")}`,
      ),
    leaks: never,
  },
  "functions that call each other": {
    write: (n) =>
      inFunction(`${acquire(0)}
        ${repeat(n, (i) => `function h${i}() { h${(i + 1) % n}(); h${(i * 7 + 3) % n}(); }`)} h0(); a0();`),
    leaks: never,
  },
  "async functions that await each other": {
    write: (n) =>
      inFunction(`${acquire(0)}
        ${repeat(n, (i) => `async function h${i}() { await h${(i + 1) % n}(); await h${(i * 7 + 3) % n}(); }`)}
        await h0(); a0();`),
    leaks: justOne,
  },
  "functions that all call all": {
    write: (n) => {
      const side = Math.round(Math.sqrt(n));
      const calls = repeat(side, (i) => `h${i}();`);
      return inFunction(`${acquire(0)} ${repeat(side, (i) => `function h${i}() { ${calls} a0(); }`)} h0();`);
    },
    leaks: never,
  },
  "helpers that all return all": {
    write: (n) => {
      const side = Math.round(Math.sqrt(n));
      const returns = repeat(side, (i) => `if (x(${i})) return h${i}(parent);`);
      return `${imports}${repeat(side, (i) => `function h${i}(parent) { ${returns} return withTimeout(parent, 5); }`)}
        export async function f(parent) { const { ctx, abort } = h0(parent); await x(ctx); abort(); }`;
    },
    leaks: justOne,
  },
  "methods that all call all": {
    write: (n) => {
      const side = Math.round(Math.sqrt(n));
      const calls = repeat(side, (i) => `await this.m${i}();`);
      return `export class A { async start() { await this.m0(); this.t = setInterval(() => this.x(), 5); }
        ${repeat(side, (i) => `async m${i}() { ${calls} }`)} close() { clearInterval(this.t); } }`;
    },
    leaks: justOne,
  },
};

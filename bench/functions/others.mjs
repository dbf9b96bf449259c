/** Generated programs, one for each rule and owner that the contexts of programs.mjs do not reach. */
import { repeat } from "./repeat.mjs";

/** @type {Readonly<Record<string, import("./programs.mjs").Program>>} */
export const others = {
  timers: {
    rule: "no-leaked-timer",
    says: "timers started and stopped one after the other",
    sizes: [100, 1_000, 10_000],
    unit: "acquires",
    release: /clearInterval\(last\);/,
    write: (size) =>
      inFunction(
        (name) => `const ${name} = setInterval(note, 5);
        try { await work(1); } finally { clearInterval(${name}); }`,
        size,
      ),
  },
  listeners: {
    rule: "no-leaked-abort-listener",
    says: "abort listeners added and removed one after the other",
    sizes: [100, 1_000, 10_000],
    unit: "acquires",
    release: /signal\.removeEventListener\("abort", last\);/,
    write: (size) =>
      inFunction(
        (name) => `const ${name} = () => note(1);
        signal.addEventListener("abort", ${name});
        try { await work(1); } finally { signal.removeEventListener("abort", ${name}); }`,
        size,
      ),
  },
  races: {
    rule: "no-leaked-race-timer",
    says: "races against a timer that is stopped",
    sizes: [100, 1_000, 10_000],
    unit: "acquires",
    release: /clearTimeout\(last\);/,
    write: (size) =>
      inFunction(
        (name) => `let ${name};
        const late_${name} = new Promise((_, reject) => { ${name} = setTimeout(reject, 5); });
        try { await Promise.race([work(1), late_${name}]); } finally { clearTimeout(${name}); }`,
        size,
      ),
  },
  fields: {
    rule: "no-leaked-timer",
    says: "an object with timers in its fields, all stopped by its teardown",
    sizes: [10, 100, 1_000],
    unit: "fields",
    release: /clearInterval\(this\.#last\);/,
    write: (size) => `export class Big {
      #last = setInterval(() => this.on(0), 5);
      ${repeat(size, field)}
      dispose() {
        ${repeat(size, (i) => `clearTimeout(this.#t${i});`)}
        clearInterval(this.#last);
      }
    }`,
  },
};

/**
 * @param {(name: string) => string} write one acquire and its release
 * @param {number} size how many
 */
function inFunction(write, size) {
  return `export async function big(signal, work, note) {
    ${repeat(size - 1, (i) => write(`n${i}`))}
    ${write("last")}
  }`;
}

/** @param {number} i */
function field(i) {
  return `#t${i};
    start${i}() { clearTimeout(this.#t${i}); this.#t${i} = setTimeout(() => this.on(${i}), 5); }`;
}

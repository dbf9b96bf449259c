/**
 * The programs that bench/functions.mjs measures: each is one function of about the asked number of statements, and
 * grows in one way only.
 */

import { others } from "./others.mjs";
import { repeat } from "./repeat.mjs";

/**
 * @typedef {object} Program
 * @property {string} [rule] that is measured; `no-lost-cancel` by default
 * @property {RegExp} [release] without what it finds there the program leaks; by default the last `abort` of all
 * @property {string} says how it grows, for the reader
 * @property {readonly number[]} sizes how many units (see `unit`) or statements; the first is what the others are
 *   compared with
 * @property {string} unit what the sizes count
 * @property {(size: number) => string} write the source
 */

const IMPORT = 'import { withCancel, withTimeout } from "@loke/context";\n';

/** @type {Readonly<Record<string, Program>>} */
export const programs = {
  mixed: {
    says: "try/finally nests, branches, loops, awaits, flags; a context for each 100 statements and one around all",
    sizes: [1_000, 10_000, 50_000],
    unit: "statements",
    write: (size) => wrap(repeat(Math.round(size / MIXED_STATEMENTS), mixedUnit)),
  },
  leaking: {
    says:
      "the same with five more contexts that leak, at equal distances: each is followed to the end and explained, " +
      "until the bound on steps is hit",
    sizes: [1_000, 10_000, 50_000],
    unit: "statements",
    write: (size) => {
      const units = Math.round(size / MIXED_STATEMENTS);
      return wrap(repeat(units, (i) => mixedUnit(i) + (i % Math.ceil(units / 5) === 0 ? leak(i) : "")));
    },
  },
  straight: {
    says: "one context, straight code, calls of one local function and awaits of another",
    sizes: [1_000, 10_000, 50_000],
    unit: "statements",
    write: (size) => `${LOCALS}${wrap(repeat(size / 2, (i) => `note(${i});\nawait sleep(${i});`))}`,
  },
  handles: {
    says: "contexts made and released one after the other",
    sizes: [100, 1_000, 10_000],
    unit: "acquires",
    write: (size) =>
      wrap(
        repeat(
          size,
          (i) => `const { ctx: c${i}, abort: a${i} } = withTimeout(ctx, 5);
          try { await work(c${i}); } finally { a${i}(); }`,
        ),
      ),
  },
  chained: {
    says: "contexts each derived from the one before, all released at the end",
    sizes: [10, 100, 1_000],
    unit: "acquires",
    write: (size) =>
      wrap(`${repeat(size, (i) => `const { ctx: c${i}, abort: a${i} } = withCancel(${i ? `c${i - 1}` : "ctx"});`)}
        try { await work(c${size - 1}); } finally { ${repeat(size, (i) => `a${i}();`)} }`),
  },
  flags: {
    says: "flags set by an await and tested in a finally, one context around all",
    sizes: [10, 100, 1_000, 8_000],
    unit: "flags",
    write: (size) =>
      wrap(
        repeat(
          size,
          (i) => `let done${i} = false;
          try { await work(${i}); done${i} = true; } finally { if (!done${i}) note(${i}); }`,
        ),
      ),
  },
  openFlags: {
    says: "the same flags, all set before any is tested",
    sizes: [10, 100, 1_000, 8_000],
    unit: "flags",
    write: (size) =>
      wrap(`${repeat(size, (i) => `let done${i} = false;\nif (p.f${i}) done${i} = true;`)}
        ${repeat(size, (i) => `if (!done${i}) note(${i});`)}`),
  },
  tryNest: {
    says: "try … finally nested in the try",
    sizes: [10, 50, 250],
    unit: "levels",
    write: (size) =>
      wrap(`${repeat(size, () => "try { await work(1);")} ${repeat(size, () => "} finally { note(2); }")}`),
  },
  finallyNest: {
    says: "try … finally nested in the finally, with a return in each try",
    sizes: [2, 4, 8],
    unit: "levels",
    write: (size) =>
      wrap(`${repeat(size, (i) => `try { await work(1); if (p.f${i}) return; } finally {`)} ${"}".repeat(size)}`),
  },
  ifNest: {
    says: "if nested in if",
    sizes: [10, 50, 250],
    unit: "levels",
    write: (size) => wrap(`${repeat(size, (i) => `if (p.f${i}) { await work(${i});`)} ${"}".repeat(size)}`),
  },
  elseIfs: {
    says: "a chain of else if",
    sizes: [10, 100, 1_000],
    unit: "branches",
    write: (size) => wrap(repeat(size, (i) => `${i ? "else " : ""}if (kind === ${i}) { await work(${i}); }`)),
  },
  cases: {
    says: "one switch, a return in each tenth case",
    sizes: [100, 1_000, 25_000],
    unit: "cases",
    write: (size) =>
      wrap(`switch (kind) { ${repeat(size, (i) => `case ${i}: await work(${i}); ${i % 10 ? "break" : "return"};`)} }`),
  },
  ...others,
};

const LOCALS = `const sleep = (ms) => new Promise((resolve) => { setTimeout(resolve, ms); });
function note(value) { console.log(value); }
`;

/** @param {string} body the statements of a function that one context is open around */
function wrap(body) {
  return `${IMPORT}export async function big(parent, p, kind) {
  const { ctx, abort } = withTimeout(parent, 5_000);
  try {
${body}
  } finally {
    abort();
  }
}
`;
}

/** How many statements one mixed unit has, blocks not counted. */
export const MIXED_STATEMENTS = 20;

/** @param {number} i */
function mixedUnit(i) {
  const handle = i % 5 === 0;
  const acquire = handle ? `const { ctx: c${i}, abort: a${i} } = withCancel(ctx);` : `const c${i} = ctx;`;
  const release = handle ? `a${i}();` : `note(${i});`;
  return `
    ${acquire}
    let done${i} = false;
    try {
      const rows = await load(c${i}, p.id${i});
      for (const row of rows) {
        if (row.skip) continue;
        try {
          await save(c${i}, row);
        } catch (error) {
          if (error.fatal) throw error;
          warn(error);
        }
        if (row.last) break;
      }
      let left = rows.length;
      while (left > 0) left -= await step(c${i}, left);
      if (p.mode === ${i % 7}) note(left);
      else warn(left);
      done${i} = true;
    } finally {
      if (!done${i}) warn(${i});
      ${release}
    }`;
}

/** @param {number} i */
function leak(i) {
  return `
    const { ctx: l${i}, abort: r${i} } = withCancel(parent);
    await work(l${i});
    if (p.ready${i}) r${i}();`;
}

/**
 * What a test file sees as `vitest` in a mutation run: tests are collected as plain functions, and may then be run one
 * by one, thousands of times in one process. It has what the files in runner.mjs use, and throws on anything else.
 */
import { isDeepStrictEqual } from "node:util";

/**
 * @typedef {object} Test
 * @property {readonly string[]} path the names of its groups, and its own
 * @property {() => unknown} run throws, or rejects, when it fails
 */

/** @type {Test[]} */
let collected = [];
/** @type {string[]} */
let groups = [];

/**
 * @param {() => Promise<unknown>} load loads one test file
 * @returns {Promise<Test[]>} its tests
 */
export async function collect(load) {
  collected = [];
  await load();
  return collected;
}

/**
 * @param {string} name
 * @param {...unknown} rest options, and the function that declares its tests
 */
export function describe(name, ...rest) {
  groups = [...groups, name];
  /** @type {() => void} */ (rest.at(-1))();
  groups = groups.slice(0, -1);
}

/**
 * @param {string} name
 * @param {...unknown} rest options, and the test
 */
export function it(name, ...rest) {
  const run = /** @type {() => unknown} */ (rest.find((each) => typeof each === "function"));
  collected.push({ path: [...groups, name], run });
}

/** What a file does when its tests are over is no test. */
export function afterAll() {}

describe.each = eachOf(describe);
it.each = eachOf(it);

/** @param {(name: string, run: () => unknown) => void} declare */
function eachOf(declare) {
  return (/** @type {readonly unknown[]} */ cases) =>
    (/** @type {string} */ title, /** @type {(...args: any[]) => unknown} */ run) => {
      for (const each of cases) {
        const args = Array.isArray(each) ? each : [each];
        declare(titleOf(title, args), () => run(...args));
      }
    };
}

/**
 * @param {string} title with `%s` or `%j` for an argument, `$key` for a member of the first
 * @param {readonly any[]} args
 */
function titleOf(title, args) {
  let next = 0;
  return title.replaceAll(/%[sj]|\$(\w+)/g, (_, key) => String(key ? args[0][key] : args[next++]));
}

/** @type {Record<string, (actual: any, expected: any) => boolean>} */
const matchers = {
  toBe: Object.is,
  toEqual: (actual, expected) => isDeepStrictEqual(withoutUndefined(actual), withoutUndefined(expected)),
  toHaveLength: (actual, length) => actual.length === length,
  toContain: (actual, part) => actual.includes(part),
  toMatch: (actual, pattern) => pattern.test(actual),
  toBeDefined: (actual) => actual !== undefined,
  toBeUndefined: (actual) => actual === undefined,
  toBeGreaterThan: (actual, least) => actual > least,
  toBeGreaterThanOrEqual: (actual, least) => actual >= least,
  toBeLessThan: (actual, most) => actual < most,
  toBeLessThanOrEqual: (actual, most) => actual <= most,
  toThrow: throws,
};

/**
 * @param {unknown} actual
 * @returns {Record<string, any>} the matchers, and `not` with the same
 */
export function expect(actual) {
  const checks = (/** @type {boolean} */ wanted) =>
    Object.entries(matchers).map(([name, holds]) => [
      name,
      (/** @type {unknown} */ expected) => {
        if (holds(actual, expected) === wanted) return;
        throw new Error(`${JSON.stringify(actual)} ${wanted ? "" : "not "}${name} ${JSON.stringify(expected)}`);
      },
    ]);
  return { ...Object.fromEntries(checks(true)), not: Object.fromEntries(checks(false)) };
}

/** Spies and variables of the environment, as far as lint-strictly.ts needs them. */
export const vi = {
  /**
   * @param {Record<string, any>} object
   * @param {string} name
   */
  spyOn(object, name) {
    const original = object[name];
    /** @type {unknown[][]} */
    const calls = [];
    const mockRestore = () => void (object[name] = original);
    /** @param {(...args: unknown[]) => unknown} implementation */
    const mockImplementation = (implementation) => {
      object[name] = (/** @type {unknown[]} */ ...args) => (calls.push(args), implementation(...args));
      return { mock: { calls }, mockRestore };
    };
    return { mockImplementation };
  },
  /**
   * @param {string} name
   * @param {string} value
   */
  stubEnv(name, value) {
    stubbed.push(name);
    process.env[name] = value;
  },
  unstubAllEnvs() {
    for (const name of stubbed.splice(0)) Reflect.deleteProperty(process.env, name);
  },
};

/** @type {string[]} */
const stubbed = [];

/**
 * @param {() => unknown} run
 * @param {string | RegExp | undefined} expected
 */
function throws(run, expected) {
  try {
    run();
  } catch (error) {
    return expected === undefined || new RegExp(expected).test(String(error));
  }
  return false;
}

/**
 * `toEqual` makes no difference between a member that is `undefined` and none.
 *
 * @param {unknown} value
 * @returns {unknown}
 */
function withoutUndefined(value) {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([key, member]) => [key, withoutUndefined(member)]));
}

import { afterEach, describe, expect, it } from "vitest";
import { lint } from "../rules/lint.ts";

const leaking = `import { withTimeout } from "@loke/context";
export async function run(parent) {
  const { ctx, abort } = withTimeout(parent, 500);
  await work(ctx);
  abort();
}`;

/** A resource as settings describe it, and a program that leaks it. */
const job = {
  kind: "context",
  from: ["@/jobs"],
  acquire: { call: "openJob" },
  value: "job",
  handle: "end",
  release: { by: "call" },
  holds: ["timer"],
};
const leakingJob = `import { openJob } from "@/jobs";
export async function run() {
  const { job, end } = openJob();
  await work(job);
  end();
}`;
const { kind, from, acquire, release, holds } = job;
const oneJob = (changes: object): object => ({ resources: [{ ...job, ...changes }] });

/** What is thrown for a file in which nothing could leak. */
function errorOf(settings: unknown): string {
  try {
    lint("", { settings });
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^Error while loading rule '[^']*': /, "") : String(error);
  }
  return "no error";
}

/** What every object inherits: no setting may ever change it. */
const inherited = Reflect.ownKeys(Object.prototype);
afterEach(() => {
  expect(Reflect.ownKeys(Object.prototype)).toEqual(inherited);
});

describe("settings.leaks", () => {
  it.each<[says: string, given: object]>([
    ["absent", {}],
    ["undefined", { settings: undefined }],
    ["empty", { settings: {} }],
    ["a module that never appears", { settings: { modules: [{ source: "@/nowhere", like: "go" }] } }],
    ["a resource that never appears", { settings: { resources: [job] } }],
    [
      "all keys",
      { settings: { modules: [], resources: [], releases: [], keeps: [], throws: "await", unsafeFixes: true } },
    ],
  ])("%s: works", (_, given) => {
    expect(lint("", given)).toEqual([]);
    expect(lint(leaking, given).map(({ line }) => line)).toEqual([3]);
  });

  it.each<[got: unknown, shown: string]>([
    [null, "null"],
    [[], "[]"],
    ["go", `"go"`],
    [7, "7"],
    [true, "true"],
    [() => 1, "a function"],
  ])("%s: must be an object", (settings, shown) => {
    expect(errorOf(settings)).toMatch(`settings.leaks is ${shown}, but must be an object.`);
  });

  it.each<[key: string, settings: object]>([
    ["modules", { modules: {} }],
    ["modules", { modules: "@/lib/context" }],
    ["modules[0]", { modules: ["@/lib/context"] }],
    [
      "modules[1].source",
      {
        modules: [
          { source: "a", like: "go" },
          { source: "", like: "go" },
        ],
      },
    ],
    ["modules[0].source", { modules: [{ source: 1, like: "go" }] }],
    ["modules[0].like", { modules: [{ source: "a", like: "Go" }] }],
    ["modules[0].like", { modules: [{ source: "a", like: "toString" }] }],
    ["resources", { resources: job }],
    ["resources[0]", { resources: [[]] }],
    ["resources[0].kind", oneJob({ kind: "contexts" })],
    ["resources[0].from", oneJob({ from: "@/jobs" })],
    ["resources[0].from", oneJob({ from: [] })],
    ["resources[0].from[0]", oneJob({ from: [7] })],
    ["resources[0].acquire", oneJob({ acquire: "openJob" })],
    ["resources[0].acquire", oneJob({ acquire: {} })],
    ["resources[0].acquire.call", oneJob({ acquire: { call: "" } })],
    ["resources[0].acquire.call", oneJob({ acquire: { call: [] } })],
    ["resources[0].acquire.new[1]", oneJob({ acquire: { new: ["Job", 1] } })],
    ["resources[0].acquire.on", oneJob({ acquire: { method: "open", on: 1 } })],
    ["resources[0].value", oneJob({ value: -1 })],
    ["resources[0].value", oneJob({ value: NaN })],
    ["resources[0].handle", oneJob({ handle: 0.5 })],
    ["resources[0].handle", oneJob({ handle: null })],
    ["resources[0].release", oneJob({ release: "call" })],
    ["resources[0].release", oneJob({ release: { by: "method" } })],
    ["resources[0].release.names", oneJob({ release: { by: "method", names: [] } })],
    ["resources[0].release.names", oneJob({ release: { by: "method", names: "end" } })],
    ["resources[0].release.of[0]", oneJob({ release: { by: "argument", of: [""] } })],
    ["resources[0].release.by", oneJob({ release: { by: "constructor" } })],
    ["resources[0].awaited", oneJob({ awaited: "yes" })],
    ["resources[0].holds", oneJob({ holds: "timer" })],
    ["resources[0].holds[1]", oneJob({ holds: ["timer", "socket"] })],
    ["resources[0].parent", oneJob({ parent: 0 })],
    ["resources[0].traits", oneJob({ traits: true })],
    ["resources[0].traits.idempotent", oneJob({ traits: { idempotent: 1, stateless: true } })],
    ["releases", { releases: "safeRelease" }],
    ["releases[0]", { releases: [{}] }],
    ["releases[0]", { releases: ["safeRelease()"] }],
    ["keeps[0]", { keeps: [" registry.track"] }],
    ["resources[0].kind", oneJob({ kind: "pooled" })],
    ["resources[0].acquire.call", oneJob({ acquire: { call: "jobs.open" } })],
    ["resources[0].acquire.method[0]", oneJob({ acquire: { method: ["open()"] } })],
    ["resources[0].release.of[0]", oneJob({ release: { by: "argument", of: ["pool.release"] } })],
    ["keeps[1]", { keeps: ["a", ""] }],
    ["throws", { throws: "always" }],
    ["throws", { throws: ["await"] }],
    ["throws", { throws: undefined }],
    ["throws", { throws: 1n }],
    ["throws", { throws: Symbol("calls") }],
    ["throws", { throws: cyclic() }],
    ["unsafeFixes", { unsafeFixes: "false" }],
  ])("%s: an error that names the key, what it got and what is allowed", (key, settings) => {
    const [message] = errorOf(settings).split("\n");
    expect(message).toMatch(/^settings\.leaks\S* (?:is .+, but must be .+|lacks the key ".+"\. Required: .+)\.$/);
    expect(message!.slice(0, message!.indexOf(" "))).toBe(`settings.leaks.${key}`);
  });

  it.each<[key: string, unknown: string, allowed: string, settings: object]>([
    ["", "module", "modules, resources, releases, keeps, throws, unsafeFixes", { module: [] }],
    ["", "toString", "modules, resources, releases, keeps, throws, unsafeFixes", { toString: [] }],
    [".modules[0]", "x", "source, like", { modules: [{ source: "a", like: "go", x: 1 }] }],
    [".resources[0]", "form", "kind, from, acquire", oneJob({ form: [] })],
    [".resources[0].acquire", "new", "call", oneJob({ acquire: { call: "a", new: "b" } })],
    [".resources[0].acquire", "of", "method, on", oneJob({ acquire: { method: "a", of: "b" } })],
    [".resources[0].release", "names", "by", oneJob({ release: { by: "call", names: ["end"] } })],
  ])("settings.leaks%s has no key %s: an error that names those there are", (key, unknown, allowed, settings) => {
    expect(errorOf(settings)).toContain(`settings.leaks${key} has an unknown key "${unknown}". Allowed: ${allowed}`);
  });

  it.each<[missing: string, resource: object]>([
    ["kind", { from, acquire, release, holds }],
    ["from", { kind, acquire, release, holds }],
    ["acquire", { kind, from, release, holds }],
    ["release", { kind, from, acquire, holds }],
    ["holds", { kind, from, acquire, release }],
  ])("a resource without %s: an error that names the missing key", (missing, resource) => {
    expect(errorOf({ resources: [resource] })).toContain(`settings.leaks.resources[0] lacks the key "${missing}".`);
  });

  it("shows a long value in short", () => {
    expect(errorOf({ throws: "x".repeat(10_000) }).length).toBeLessThan(500);
  });
});

describe("settings.leaks, very long", () => {
  const many = <T>(count: number, write: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => write(i));

  it("has its last entries found too", () => {
    const long = "x".repeat(180);
    const modules = many(1_000, (i) => ({ source: `@/${long}/module-${i}`, like: "go" }));
    const text = `import { withTimeout } from "@/${long}/module-999";
      export async function run(parent) { const made = withTimeout(parent, 5); await work(made[0]); made[1](); }`;
    const call = many(1_000, (i) => `openJob${i}${long}`);
    const resources = many(2, (i) => ({
      ...job,
      acquire: { call: call.slice(i * 500, i * 500 + 500) },
      from: ["global"],
    }));
    const global = leakingJob.replace(/^import.*/, "").replaceAll("openJob", `openJob999${long}`);
    expect(lint(text, { settings: { modules, resources } })).toHaveLength(1);
    expect(lint(global, { settings: { modules, resources } })).toHaveLength(1);
  });

  it.each([
    ["modules is 2002, but must be 2000 names", { modules: many(1_001, (i) => ({ source: `m${i}`, like: "go" })) }],
    ["resources is 10006, but must be 2000 names", oneJob({ acquire: { call: many(10_000, (i) => `open${i}`) } })],
    ["releases is 2001, but must be 2000 names", { releases: many(2_001, () => "release") }],
    ['keeps[20000] is "", but must be', { keeps: many(20_000, () => "keep").concat("") }],
    ["letters at most", { modules: [{ source: "x".repeat(201), like: "go" }] }],
    ["letters at most", oneJob({ handle: "x".repeat(201) })],
  ])("is refused beyond a size: %s", (says, settings) => {
    expect(errorOf(settings)).toContain(says);
  });
});

describe("settings.leaks.resources", () => {
  const lines = (text: string, changes: object): number[] =>
    lint(text, { settings: oneJob(changes) }).map(({ line }) => line);

  it("are found like those of the catalog", () => {
    expect(lines(leakingJob, {})).toEqual([3]);
  });

  it("may be globals", () => {
    const text = leakingJob.replace(/^import.*/, "");
    expect(lines(text, { from: ["global"] })).toEqual([3]);
    expect(lines(`${text}\nfunction openJob() {}`, { from: ["global"] })).toEqual([]);
  });

  it.each(["__proto__", "constructor", "toString", "$open", "open.job", ".", "a(", "[", "\\", "*"])(
    "may have names like %s, which change nothing else",
    (name) => {
      for (const changes of [
        { acquire: { call: name } },
        { acquire: { method: name } },
        { acquire: { new: name }, from: ["global"] },
        { from: [name] },
      ]) {
        // A name that no program can have may be refused as well.
        if (/^no error$/.test(errorOf(oneJob(changes)))) expect(lines(leakingJob, changes)).toEqual([]);
        else expect(errorOf(oneJob(changes))).toMatch(/^settings\.leaks\.resources\[0\]/);
      }
      expect(lines(leakingJob, {})).toEqual([3]);
    },
  );
});

function cyclic(): object {
  const object: Record<string, unknown> = {};
  object["self"] = object;
  return object;
}

import { likes } from "./catalog/contexts/likes.ts";
import { reportedKinds } from "./resource.ts";
import type { LeaksSettings } from "./settings.ts";

type Check = (value: unknown, key: string) => void;

/**
 * `settings.leaks` as it was written in a config, checked to the last key: a wrong one must never be a silent nothing.
 *
 * @throws Error that names the key, what it got and what is allowed
 */
export function readSettings(settings: unknown): LeaksSettings {
  record({
    modules: listOf(ownModule),
    resources: listOf(resource),
    releases: listOf(callee),
    keeps: listOf(callee),
    throws: oneOf(["await", "calls"]),
    unsafeFixes: flag,
  })(settings, "settings.leaks");
  const copy = plainCopy(settings) as LeaksSettings;
  for (const [key, value] of Object.entries(copy)) {
    const words = countWords(value);
    if (words > mostWords) refuse(`settings.leaks.${key}`, words, `${mostWords} names and modules at most`);
  }
  return copy;
}

/** One regular expression looks for all names and modules, and engines refuse one that is too large. */
const mostWords = 2_000;
const mostLetters = 200;

function countWords(value: unknown): number {
  if (typeof value === "string") return 1;
  if (typeof value !== "object" || value === null) return 0;
  return Object.values(value).reduce<number>((sum, each) => sum + countWords(each), 0);
}

/** What was checked and nothing else: lists and objects of a config may carry methods of their own. */
function plainCopy(value: unknown): unknown {
  if (Array.isArray(value)) return Array.from({ length: value.length }, (_, i) => plainCopy(value[i]));
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plainCopy(each)]));
}

const text: Check = (value, key) => {
  if (typeof value !== "string" || value === "") return refuse(key, value, "a string that is not empty");
  if (value.length > mostLetters) refuse(key, value, `a string of ${mostLetters} letters at most`);
};

/** What stands in code at one place, and is compared with it as it is written. */
const written =
  (pattern: RegExp, allowed: string): Check =>
  (value, key) => {
    text(value, key);
    if (!pattern.test(value as string)) refuse(key, value, allowed);
  };

const name: Check = written(
  /^(?:#?[\p{ID_Start}$_][\p{ID_Continue}$]*|\[Symbol\.\w+\])$/u,
  "one name, without what it is a member of",
);

const callee: Check = written(
  /^\S(?:.*[^\s)])?$/s,
  "a function as it is written where it is called, without what it is given",
);

const flag: Check = (value, key) => {
  if (typeof value !== "boolean") refuse(key, value, "true or false");
};

const part: Check = (value, key) => {
  if (typeof value === "string") text(value, key);
  else if (!Number.isInteger(value) || (value as number) < 0) refuse(key, value, "a property name or a tuple index");
};

const index: Check = (value, key) => {
  if (!Number.isInteger(value) || (value as number) < 0) refuse(key, value, "the index of an argument");
};

const names: Check = (value, key) => (Array.isArray(value) ? someOf(name)(value, key) : name(value, key));

const ownModule: Check = (value, key) => {
  const foreignParent = oneOf(["watcher", "throws", "unpropagated"]);
  const checks = { source: text, like: oneOf(Object.keys(likes)), foreignParent };
  const isHelper = isRecord(value) && value["like"] === "signal-helper";
  // A signal helper knows no contexts, so it has none that are foreign to it.
  record(isHelper ? { source: text, like: checks.like } : checks, ["source", "like"])(value, key);
};

const resource: Check = (value, key) =>
  record(
    {
      kind: oneOf(reportedKinds),
      from: someOf(text),
      acquire,
      value: part,
      handle: part,
      release,
      awaited: flag,
      holds: listOf(oneOf(["timer", "parent", "pool", "file", "memory"])),
      parent: oneOf(["first", "last", "receiver"]),
      expires: flag,
      delay: index,
      lasting: flag,
      harmless: record({ methods: listOf(name), options: listOf(name) }),
      traits: record({ idempotent: flag, stateless: flag }, ["idempotent", "stateless"]),
      disposable: oneOf(["sync", "async"]),
      nullable: flag,
    },
    ["kind", "from", "acquire", "release", "holds"],
  )(value, key);

const acquire: Check = (value, key) => {
  const forms: Record<string, Record<string, Check>> = {
    call: { call: names },
    new: { new: names },
    method: { method: names, on: text },
  };
  const form = isRecord(value) ? Object.keys(forms).find((name) => name in value) : undefined;
  if (!form) return refuse(key, value, "one of { call }, { new } and { method }");
  record(forms[form]!)(value, key);
};

const release: Check = (value, key) => {
  if (!isRecord(value)) return refuse(key, value, "an object");
  const { by } = value;
  oneOf(["call", "method", "argument"])(by, `${key}.by`);
  const rest = { call: {}, method: { names: someOf(name) }, argument: { of: someOf(name) } }[by as "call"];
  const optional = by === "argument" ? { methods: listOf(name) } : {};
  record({ by: () => undefined, ...rest, ...optional }, Object.keys(rest))(value, key);
};

function record(keys: Record<string, Check>, required: readonly string[] = []): Check {
  return (value, key) => {
    if (!isRecord(value)) return refuse(key, value, "an object");
    const missing = required.find((name) => !Object.hasOwn(value, name));
    if (missing) throw new Error(`${key} lacks the key "${missing}". Required: ${required.join(", ")}.`);
    for (const [name, child] of Object.entries(value)) {
      const check = Object.hasOwn(keys, name) ? keys[name] : undefined;
      if (!check) throw new Error(`${key} has an unknown key "${name}". Allowed: ${Object.keys(keys).join(", ")}.`);
      check(child, `${key}.${name}`);
    }
  };
}

function listOf(check: Check): Check {
  return (value, key) => {
    if (!Array.isArray(value)) return refuse(key, value, "a list");
    // By index: a list from a config may carry anything, a `forEach` of its own included.
    for (let i = 0; i < value.length; i++) check(value[i], `${key}[${i}]`);
  };
}

function someOf(check: Check): Check {
  return (value, key) => {
    listOf(check)(value, key);
    if ((value as unknown[]).length === 0) refuse(key, value, "a list that is not empty");
  };
}

function oneOf(allowed: readonly string[]): Check {
  return (value, key) => {
    if (!allowed.includes(value as string))
      refuse(key, value, `one of ${allowed.map((each) => `"${each}"`).join(", ")}`);
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function refuse(key: string, value: unknown, allowed: string): never {
  throw new Error(`${key} is ${show(value)}, but must be ${allowed}.`);
}

/** A value as it can be read in a message: cut where it is long, and never a reason to fail itself. */
function show(value: unknown): string {
  if (typeof value === "function") return "a function";
  let text: string | undefined;
  try {
    text = JSON.stringify(value);
  } catch {
    text = typeof value === "bigint" ? `${value}n` : "a value that is no JSON";
  }
  text ??= String(value);
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

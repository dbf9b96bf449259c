import type { Held, Library, Part, Release, Resource } from "../../resource.ts";

/** The shorthands of `settings.leaks.modules[].like`: what a user's own module is shaped like. */
export type Like = "go" | "loke" | "chord" | "signal-helper";

/**
 * A module whose export names are not known beforehand: every call of one of its exports whose result is taken apart
 * into a value and a handle of these names is an acquire. Calls taken apart in any other way are none.
 */
export interface AnyExportModule {
  readonly modules: readonly string[];
  readonly anyExport: true;
  /** The shapes of the result, as pairs of the places of the value and of the handle. */
  readonly shapes: readonly { readonly value: Part; readonly handles: readonly Part[] }[];
  readonly release: Release;
  readonly holds: readonly Held[];
}

type Derive = Omit<Resource, "kind" | "from">;

/** The exports that make a child end at a time, and those that only make it cancellable. */
const timed = ["withTimeout", "withTimeoutCause", "withDeadline", "withDeadlineCause", "withTimeoutAndCancel"];
const plain = ["withCancel", "withCancelCause"];

const source = "settings.leaks.modules";

/** The names as given, and again with the first letter in the other case (`withCancel`, `WithCancel`). */
const bothCases = (names: readonly string[]): string[] => [
  ...names,
  ...names.map((name) => name.charAt(0).toUpperCase() + name.slice(1)),
];

/** A function of the module and a method of its contexts, with one shape of result. */
const functionAndMethod = (names: readonly string[], parts: Pick<Derive, "value" | "handle" | "holds">): Derive[] => {
  const rest = { ...parts, release: { by: "call" }, traits: { idempotent: true, stateless: true } } as const;
  return [
    { ...rest, acquire: { call: names }, parent: "first" },
    { ...rest, acquire: { method: names }, parent: "receiver" },
  ];
};

/** A library of derives with one shape of result. */
const library = (module: string, value: Part, handle: Part, names: Record<"timed" | "plain", string[]>): Library => ({
  modules: [module],
  source,
  roots: bothCases(["background", "todo"]).concat("TODO"),
  values: bothCases(["withValue"]),
  resources: [
    ...functionAndMethod(names.timed, { value, handle, holds: ["timer", "parent"] }),
    ...functionAndMethod(names.plain, { value, handle, holds: ["parent"] }),
  ],
});

/** What each shorthand makes of a user's module. */
export const likes: Readonly<Record<Like, (module: string) => Library | AnyExportModule>> = {
  /** `[ctx, cancel] = withTimeout(parent, ms)`, in camel or Pascal case. */
  go: (module: string): Library => library(module, 0, 1, { timed: bothCases(timed), plain: bothCases(plain) }),

  /** `{ ctx, abort } = withTimeout(parent, ms)`. */
  loke: (module: string): Library =>
    library(module, "ctx", "abort", { timed: ["withTimeout", "withDeadline"], plain: ["withAbort", "withCancel"] }),

  /** `{ context, cancel } = withCancel(parent)`. */
  chord: (module: string): Library => library(module, "context", "cancel", { timed, plain }),

  /** `{ signal, cleanup } = anyName(ms)` or `[signal, cancel] = anyName(ms)`. */
  "signal-helper": (module: string): AnyExportModule => ({
    modules: [module],
    anyExport: true,
    shapes: [
      { value: "signal", handles: ["cleanup", "clear", "done", "dispose", "stop", "cancel", "abort"] },
      { value: 0, handles: [1] },
    ],
    release: { by: "call" },
    holds: ["timer", "parent"],
  }),
};

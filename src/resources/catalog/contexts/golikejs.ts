import type { ForeignParents, Library } from "../../resource.ts";
import { cancelTuple } from "./cancel-tuple.ts";

const source =
  "okdaichi/golikejs@91f2fa57ff145641da8386e0bcda212458207fd5 (0.10.0), src/context/context.ts; as golikejs 0.4.0: " +
  "OkutaniDaichi0106/golikejs@67c2678f545a6a77918ef142e0bca44f44745aa0 src/context/context.ts";

/**
 * Every parent, own or foreign, keeps a reaction for each child. `err` and `done` are methods with private fields: a
 * copy has none, and on a derived object they throw. On a proxy they do too, unless it binds them.
 */
const foreignParent: ForeignParents = { class: "free", spread: "throws", create: "throws", proxy: "free" };

/** The exports of the context module, under a prefix where the package exports the module as a namespace. */
const resources = (prefix: "" | "context."): Library["resources"] => [
  {
    acquire: { call: [`${prefix}withCancel`, `${prefix}withCancelCause`] },
    ...cancelTuple,
    // The parent keeps a reaction that no cancel takes away: a cancel gives back only what waits for the child.
    holds: [],
  },
  {
    // The handle is an AbortController.
    acquire: { call: `${prefix}withAbort` },
    value: 0,
    handle: 1,
    release: { by: "method", names: ["abort"] },
    holds: [],
    parent: "first",
    traits: { idempotent: true, stateless: true },
  },
  // Absent: withTimeout, watchSignal, watchPromise and toAbortSignal give a context or signal alone.
];

/** golikejs under its three names, imported as the context module. */
export const golikejs: Library = {
  modules: [
    "golikejs/context",
    "@okudai/golikejs/context",
    "@okdaichi/golikejs/context",
    "@jsr/okdaichi__golikejs/context",
    "jsr:@okdaichi/golikejs/context",
  ],
  source,
  roots: ["background"],
  foreignParent,
  resources: resources(""),
};

/** golikejs imported from the root of the package, which exports the context module as the namespace `context`. */
export const golikejsRoot: Library = {
  modules: ["golikejs", "@okudai/golikejs", "@okdaichi/golikejs", "@jsr/okdaichi__golikejs", "jsr:@okdaichi/golikejs"],
  source,
  roots: ["context.background"],
  foreignParent,
  // A dotted name: a member of the named export.
  resources: resources("context."),
};

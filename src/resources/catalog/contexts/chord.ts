import type { Library } from "../../resource.ts";

/**
 * `@earendil-works/chord/context`: `{ context, cancel }`.
 *
 * `withContextValue`, `withAbortSignal` and `withoutAbortSignal` give a context alone: nothing to release.
 */
export const chord: Library = {
  modules: ["@earendil-works/chord/context"],
  source: "npm @earendil-works/chord@0.87.1, dist/context/index.js",
  roots: ["BACKGROUND_CONTEXT", "TODO_CONTEXT"],
  // Any parent with an `abortSignal` will do. That is a getter of the class: a copy has none, and on a derived object
  // it looks for a private field that is not there.
  foreignParent: { class: "free", spread: "unpropagated", create: "throws", proxy: "free" },
  resources: [
    {
      // The link is an `AbortSignal.any`, which the collector frees by itself.
      acquire: { call: "withCancel" },
      value: "context",
      handle: "cancel",
      release: { by: "call" },
      holds: [],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
  ],
};

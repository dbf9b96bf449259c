import type { Lifecycle } from "../../lifecycle.ts";

/** Solid. An effect is given what its last run returned, so that is kept. */
export const solid: Lifecycle = {
  framework: "Solid",
  modules: ["solid-js"],
  source: "docs.solidjs.com, reference of solid-js 1.9: createEffect, onMount, onCleanup",
  effects: [
    { call: ["onMount"], returns: "ignored" },
    { call: ["createEffect", "createRenderEffect", "createComputed"], returns: "kept" },
  ],
  cleanups: ["onCleanup"],
};

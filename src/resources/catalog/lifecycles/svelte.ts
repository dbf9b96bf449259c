import type { Lifecycle } from "../../lifecycle.ts";

/** Svelte 4 and 5. A promise is no cleanup: what an async `onMount` returns is never called. */
export const svelte: Lifecycle = {
  framework: "Svelte",
  modules: ["svelte", "svelte/internal"],
  source: "svelte.dev, docs of Svelte 5: onMount, onDestroy, $effect; src/index-client.js of svelte@5",
  effects: [
    { call: ["onMount", "$effect", "$effect.pre"], returns: "cleanup" },
    { call: ["beforeUpdate", "afterUpdate"], returns: "ignored" },
  ],
  cleanups: ["onDestroy"],
};

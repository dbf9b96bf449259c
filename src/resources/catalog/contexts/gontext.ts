import type { Library } from "../../resource.ts";
import { cancelTuple } from "./cancel-tuple.ts";

/** `gontext`: named exports, tuples. */
export const gontext: Library = {
  modules: ["gontext"],
  source: "slightly-open/gontext@a0136bd1d54f503e7ae53392e5ee7a9330acaeda (0.2.0), src/entry.ts, src/core.ts",
  roots: ["background", "TODO"],
  // `propagateCancel` knows its classes by `instanceof`, and waits for `done()` of all else. A copy has no `done`. What
  // becomes of a derived object depends on what was derived from its context before.
  foreignParent: { class: "watcher", spread: "throws", create: "free", proxy: "free" },
  values: ["withValue"],
  resources: [
    {
      acquire: { call: ["withTimeout", "withDeadline"] },
      ...cancelTuple,
      holds: ["timer", "parent"],
    },
    {
      acquire: { call: "withCancel" },
      ...cancelTuple,
      holds: ["parent"],
    },
  ],
};

import type { Library } from "../../resource.ts";

/** `gontext`: named exports, tuples. */
export const gontext: Library = {
  modules: ["gontext"],
  source: "slightly-open/gontext@a0136bd1d54f503e7ae53392e5ee7a9330acaeda (0.2.0), src/entry.ts, src/core.ts",
  roots: ["background", "TODO"],
  foreignParent: "watcher",
  resources: [
    {
      acquire: { call: ["withTimeout", "withDeadline"] },
      value: 0,
      handle: 1,
      release: { by: "call" },
      holds: ["timer", "parent"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
    {
      acquire: { call: "withCancel" },
      value: 0,
      handle: 1,
      release: { by: "call" },
      holds: ["parent"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
  ],
};

import type { Library } from "../../resource.ts";

/** `@kriskowal/context`: the module itself is the root context, children come from its methods. */
export const kriskowal: Library = {
  modules: ["@kriskowal/context"],
  source: "kriskowal/context@0eef96028901b98f2efb5b560e329044e1754a58 (1.1.0), context.js",
  roots: ["default"],
  resources: [
    {
      // The parent keeps a reaction that no cancel takes away.
      acquire: { method: "withCancel" },
      value: "context",
      handle: "cancel",
      release: { by: "call" },
      holds: [],
      parent: "receiver",
      traits: { idempotent: true, stateless: true },
    },
    // Absent: `ctx.withTimeout(ms)` gives a context alone. Its timer cannot be stopped by the caller.
  ],
};

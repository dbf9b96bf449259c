import type { Library } from "../../resource.ts";

/** `go-like-ctx`: a chain of methods, the context itself is cancelled. */
export const goLikeCtx: Library = {
  modules: ["go-like-ctx"],
  source: "berkan-cetinkaya/go-like-ctx@ed550ddbe1572590b8b176c122aad2e90d3d54cc (0.1.0), src/context.ts",
  roots: ["background", "Context.background"],
  resources: [
    {
      // The parent keeps a reaction that no cancel takes away.
      acquire: { method: "withTimeout", on: "Context" },
      release: { by: "method", names: ["cancel"] },
      holds: ["timer"],
      parent: "receiver",
      traits: { idempotent: true, stateless: true },
    },
    {
      acquire: { method: "withCancel", on: "Context" },
      release: { by: "method", names: ["cancel"] },
      holds: [],
      parent: "receiver",
      traits: { idempotent: true, stateless: true },
    },
  ],
};

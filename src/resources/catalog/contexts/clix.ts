import type { Library } from "../../resource.ts";
import { cancelTuple } from "./cancel-tuple.ts";

/** `@clix-so/co`: functions of the exported object `context`, tuples. The parent keeps its listener after a cancel. */
export const clix: Library = {
  modules: ["@clix-so/co"],
  source: "clix-so/co@d8404297b1a6523aa217880b1f23823357b65105 (0.1.0), src/context.ts, src/index.ts",
  // Dotted: a member of the exported object.
  roots: ["context.background", "context.todo"],
  // Any parent that is no instance is replaced by a new root with its deadline, and its end never arrives. A copy has
  // no method `deadline` to ask.
  foreignParent: { class: "unpropagated", spread: "throws", create: "free", proxy: "free" },
  values: ["context.withValue"],
  resources: [
    {
      acquire: { call: ["context.withTimeout", "context.withDeadline"] },
      ...cancelTuple,
      holds: ["timer"],
    },
    {
      acquire: { call: "context.withCancel" },
      ...cancelTuple,
      holds: [],
    },
  ],
};

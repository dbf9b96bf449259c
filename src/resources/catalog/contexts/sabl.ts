import type { Library } from "../../resource.ts";
import { cancelTuple } from "./cancel-tuple.ts";

/** `@sabl/context`: functions, and the method `withCancel`, both with tuples. */
export const sabl: Library = {
  modules: ["@sabl/context"],
  source: "libsabl/context-js@df4fe1b3edfb5a715fc6f36cadfc0c5ecc5c888c (1.1.4), src/context.ts, src/canceler.ts",
  // Dotted: a static member of the exported class.
  roots: ["Context.background", "Context.empty", "Context.value"],
  // Any parent with a `canceler` will do. That is a getter of the class over a private field: a copy has none and
  // passes for a context without an end, and on a derived object it throws.
  foreignParent: { class: "free", spread: "unpropagated", create: "throws", proxy: "free" },
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
    {
      acquire: { method: "withCancel", on: "Context" },
      ...cancelTuple,
      holds: ["parent"],
      parent: "receiver",
    },
    // Absent: `Context.cancel()` makes a root of its own, with no parent and no timer: nothing is held.
  ],
};

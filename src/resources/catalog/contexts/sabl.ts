import type { Library } from "../../resource.ts";
import { cancelTuple } from "./cancel-tuple.ts";

/** `@sabl/context`: functions, and the method `withCancel`, both with tuples. */
export const sabl: Library = {
  modules: ["@sabl/context"],
  source: "libsabl/context-js@df4fe1b3edfb5a715fc6f36cadfc0c5ecc5c888c (1.1.4), src/context.ts, src/canceler.ts",
  // Dotted: a static member of the exported class.
  roots: ["Context.background", "Context.empty", "Context.value"],
  foreignParent: "free",
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

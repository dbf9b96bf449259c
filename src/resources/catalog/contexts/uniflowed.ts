import type { Library } from "../../resource.ts";
import { cancelTuple } from "./cancel-tuple.ts";

/** `@uniflowed/std/context`: named exports, tuples. */
export const uniflowed: Library = {
  modules: ["@uniflowed/std/context"],
  source: "the module's source as indexed (text of `@uniflowed/std/context`, repository not named by the index)",
  // The signal of `background()` keeps a listener for every child until its cancel.
  roots: [],
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

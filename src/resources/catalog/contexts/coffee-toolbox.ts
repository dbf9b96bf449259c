import type { Library } from "../../resource.ts";
import { cancelTuple } from "./cancel-tuple.ts";

/** `@coffee-toolbox/context`: static methods of the exported class, tuples. */
export const coffeeToolbox: Library = {
  modules: ["@coffee-toolbox/context"],
  source: "coffee-toolbox/context@c5d05e2f8beff587e17c11c2ac9f3b08c6f2f8c2 (1.1.0), Context.coffee",
  // Dotted: a static member of the exported class.
  roots: ["Context.background"],
  // No `foreignParent`: one is only asserted on; its missing promise makes the child end at once.
  resources: [
    {
      // The parent keeps a reaction that no cancel takes away.
      acquire: { call: "Context.withTimeout" },
      ...cancelTuple,
      holds: ["timer"],
    },
    {
      acquire: { call: "Context.withCancel" },
      ...cancelTuple,
      holds: [],
    },
  ],
};

import type { Library } from "../../resource.ts";
import { cancelTuple } from "./cancel-tuple.ts";

/** `@epikodelabs/streamix/coroutines`: named exports, tuples; the parent of `withCancel` is optional. */
export const streamix: Library = {
  modules: ["@epikodelabs/streamix/coroutines"],
  source:
    "epikodelabs/streamix@762282acd026659d1fd2d0e6096d32134bd145d7 " +
    "projects/libraries/streamix/coroutines/src/lib/primitives/context.ts",
  // Every `background()` is a new object, gone with its children.
  roots: ["background"],
  foreignParent: { class: "free", spread: "free", create: "free", proxy: "free" },
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

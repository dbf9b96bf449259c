import type { Library } from "../../resource.ts";
import { cancelTuple } from "./cancel-tuple.ts";

/** `@6river/context`: named exports, tuples. `withDeadline` is not exported. */
export const sixRiver: Library = {
  modules: ["@6river/context"],
  source: "6RiverSystems/context@63f50a87fac28d318ffabb1043484681cf7b7798 src/context.ts",
  roots: ["background"],
  // As `gontext`: classes are known by `instanceof`, all else is raced with `done()`, and a copy has no `done`.
  foreignParent: { class: "watcher", spread: "throws", create: "free", proxy: "free" },
  values: ["withValue"],
  resources: [
    {
      acquire: { call: "withTimeout" },
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

import type { Library } from "../../resource.ts";
import { cancelTuple } from "./cancel-tuple.ts";

/** `@dmop/puru`: named exports, tuples. The parent keeps its listener even after a cancel. */
export const puru: Library = {
  modules: ["@dmop/puru"],
  source: "dmop/puru@c31e76b881f630b46d85ea9de6acf33dd9dc1526 (0.1.15), src/context.ts",
  roots: ["background"],
  // Any parent with a `signal` will do. That is a getter of the class, which a copy does not have.
  foreignParent: { class: "free", spread: "throws", create: "free", proxy: "free" },
  resources: [
    {
      // The timer is unref'd.
      acquire: { call: ["withTimeout", "withDeadline"] },
      ...cancelTuple,
      holds: ["memory"],
    },
    {
      // A cancel gives nothing back to the parent.
      acquire: { call: "withCancel" },
      ...cancelTuple,
      holds: [],
    },
  ],
};

import type { Library } from "../../resource.ts";
import { cancelTuple } from "./cancel-tuple.ts";

/**
 * `@likego/context`, later published as `@go-like/context`: named exports, tuples.
 *
 * `afterFunc` returns a stop function that is meant to be dropped, so it is no acquire here.
 */
export const likego: Library = {
  modules: ["@likego/context", "@go-like/context"],
  source:
    "MunMunMiao/go-like@1f144d9f65f4a74bbc56b2923f9a8dd1f5e8df90 packages/context/src/cancel.ts, after-func.ts; " +
    "@c25496c6bde45b26fb13bc0adc757682e744bb10 packages/context/src/deadline.ts, index.ts",
  roots: ["background", "todo"],
  // A listener on the foreign parent's signal, or its own `afterFunc`; cancel undoes either.
  foreignParent: { class: "free", spread: "free", create: "free", proxy: "free" },
  honoursAfterFunc: true,
  resources: [
    {
      acquire: { call: ["withTimeout", "withTimeoutCause", "withDeadline", "withDeadlineCause"] },
      ...cancelTuple,
      holds: ["timer", "parent"],
    },
    {
      acquire: { call: ["withCancel", "withCancelCause"] },
      ...cancelTuple,
      holds: ["parent"],
    },
  ],
};

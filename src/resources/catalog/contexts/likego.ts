import type { Library } from "../../resource.ts";

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
  foreignParent: "free",
  resources: [
    {
      acquire: { call: ["withTimeout", "withTimeoutCause", "withDeadline", "withDeadlineCause"] },
      value: 0,
      handle: 1,
      release: { by: "call" },
      holds: ["timer", "parent"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
    {
      acquire: { call: ["withCancel", "withCancelCause"] },
      value: 0,
      handle: 1,
      release: { by: "call" },
      holds: ["parent"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
  ],
};

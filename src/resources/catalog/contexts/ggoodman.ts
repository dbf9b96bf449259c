import type { Library } from "../../resource.ts";

/** `@ggoodman/context`: version 2 has functions and `{ ctx, cancel }`, version 1 methods and `{ context, cancel }`. */
export const ggoodman: Library = {
  modules: ["@ggoodman/context"],
  source: "ggoodman/context tags v2.1.0 src/api.ts, src/contextImpl.ts and v1.1.2 src/index.ts, src/factory.ts",
  // `Background` keeps a listener for every child until its cancel, so a link to it does hold something.
  roots: [],
  // Version 2 asks for its brand, which a copy does have, and then for `error()`, which it has not.
  foreignParent: { class: "throws", spread: "throws", create: "free", proxy: "free" },
  resources: [
    {
      // The timer is not in the list: 2.1.0 hangs its disposal on the parent, so the child's cancel leaves it armed.
      acquire: { call: ["withTimeout", "withDeadline"] },
      value: "ctx",
      handle: "cancel",
      release: { by: "call" },
      holds: ["parent"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
    {
      acquire: { call: "withCancel" },
      value: "ctx",
      handle: "cancel",
      release: { by: "call" },
      holds: ["parent"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
    {
      // Version 1: the parent keeps its listener even after the cancel.
      acquire: { method: ["withTimeout", "withDeadline"] },
      value: "context",
      handle: "cancel",
      release: { by: "call" },
      holds: ["timer"],
      parent: "receiver",
      traits: { idempotent: true, stateless: true },
    },
    {
      // Version 1: a cancel gives nothing back to the parent.
      acquire: { method: "withCancel" },
      value: "context",
      handle: "cancel",
      release: { by: "call" },
      holds: [],
      parent: "receiver",
      traits: { idempotent: true, stateless: true },
    },
  ],
};

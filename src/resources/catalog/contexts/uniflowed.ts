import type { Library } from "../../resource.ts";

/** `@uniflowed/std/context`: named exports, tuples. */
export const uniflowed: Library = {
  modules: ["@uniflowed/std/context"],
  source: "the module's source as indexed (text of `@uniflowed/std/context`, repository not named by the index)",
  // The signal of `background()` keeps a listener for every child until its cancel.
  roots: [],
  foreignParent: "free",
  resources: [
    {
      acquire: { call: ["withTimeout", "withDeadline"] },
      value: 0,
      handle: 1,
      release: { by: "call" },
      holds: ["timer", "parent"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
    {
      acquire: { call: "withCancel" },
      value: 0,
      handle: 1,
      release: { by: "call" },
      holds: ["parent"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
  ],
};

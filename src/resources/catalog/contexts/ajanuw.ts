import type { Library } from "../../resource.ts";

/** `ajanuw-context`: PascalCase, tuples; the root is a value. */
export const ajanuw: Library = {
  modules: ["ajanuw-context"],
  source: "table only, source not seen; names, tuples and roots as used in a public application",
  roots: ["Background"],
  // Not known: the value that reports nothing.
  foreignParent: "free",
  resources: [
    {
      acquire: { call: ["WithTimeout", "WithDeadline"] },
      value: 0,
      handle: 1,
      release: { by: "call" },
      holds: ["timer", "parent"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
    {
      acquire: { call: "WithCancel" },
      value: 0,
      handle: 1,
      release: { by: "call" },
      holds: ["parent"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
  ],
};

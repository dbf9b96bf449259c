import type { Library } from "../../resource.ts";

/** `@loke/context`: `{ ctx, abort }`, roots are values. `withValues` derives nothing that must be released. */
export const loke: Library = {
  modules: ["@loke/context"],
  source: "npm @loke/context@0.0.1, dist/index.js",
  roots: ["background", "TODO"],
  // The brand is a symbol that no copy has. After the throw a listener on the foreign parent's signal stays.
  foreignParent: { class: "throws", spread: "throws", create: "free", proxy: "free" },
  resources: [
    {
      acquire: { call: ["withTimeout", "withDeadline"] },
      value: "ctx",
      handle: "abort",
      release: { by: "call" },
      holds: ["timer", "parent"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
    {
      acquire: { call: "withAbort" },
      value: "ctx",
      handle: "abort",
      release: { by: "call" },
      holds: ["parent"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
  ],
};

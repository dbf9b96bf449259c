import type { Library } from "../../resource.ts";

/** `@dxos/context`: a class whose instances are disposed, by `dispose()` or `await using`. */
export const dxos: Library = {
  modules: ["@dxos/context"],
  source: "npm @dxos/context@0.11.1, src/context.ts",
  // Every root is made by its user and can be disposed: none of them is endless.
  roots: [],
  resources: [
    {
      // `dispose` runs what was registered since, so it is not stateless.
      acquire: { method: "derive", on: "Context" },
      release: { by: "method", names: ["dispose"] },
      holds: ["parent"],
      parent: "receiver",
      traits: { idempotent: true, stateless: false },
      disposable: "async",
    },
    {
      acquire: { new: "Context" },
      release: { by: "method", names: ["dispose"] },
      holds: [],
      traits: { idempotent: true, stateless: false },
      disposable: "async",
    },
    {
      acquire: { call: "Context.default" },
      release: { by: "method", names: ["dispose"] },
      holds: [],
      traits: { idempotent: true, stateless: false },
      disposable: "async",
    },
  ],
};

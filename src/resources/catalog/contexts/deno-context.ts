import type { Library } from "../../resource.ts";

/** Code-Hex's deno-context: contexts are classes, the context itself is cancelled. */
export const denoContext: Library = {
  // Imported by URL in Deno, under any host and version, or through an import map: the nearest spellings.
  modules: ["deno-context", "deno-context/context.ts"],
  source: "Code-Hex/deno-context@3f7d8a704ee13ad59c5a6edfe6c6d150529a89ca context.ts",
  roots: ["Background"],
  // Any parent with `done()` will do, which a copy does not have.
  foreignParent: { class: "free", spread: "throws", create: "free", proxy: "free" },
  resources: [
    {
      // Cancel clears the timer. It means to unlink the parent too, but removes another function than was added.
      acquire: { new: "WithTimeout" },
      release: { by: "method", names: ["cancel"] },
      holds: ["timer"],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
    {
      acquire: { new: "WithCancel" },
      release: { by: "method", names: ["cancel"] },
      holds: [],
      parent: "first",
      traits: { idempotent: true, stateless: true },
    },
  ],
};

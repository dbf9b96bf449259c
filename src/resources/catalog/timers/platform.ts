import type { Library } from "../../resource.ts";

/** `setTimeout` as a global: browsers share the ids of both timers, and Node.js accepts either function. */
export const platformTimers: Pick<Library, "modules" | "source" | "resources"> = {
  modules: ["global"],
  source: "HTML Standard, section 8.7 (timers); Node.js 20.20.2, lib/timers.js",
  resources: [
    {
      acquire: { call: "setTimeout" },
      release: { by: "argument", of: ["clearTimeout", "clearInterval"] },
      holds: ["timer"],
      traits: { idempotent: true, stateless: true },
    },
  ],
};

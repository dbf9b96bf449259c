import type { ResourceModule } from "../../resource.ts";

/**
 * Timers that are promises. Nothing but a `signal` among their options stops them, so one that loses a race goes on;
 * otherwise they are waited for.
 */
export const promiseTimers: ResourceModule = {
  modules: ["timers/promises", "node:timers/promises"],
  source: "Node.js 20.20.2, lib/timers/promises.js",
  resources: [
    {
      acquire: { call: ["setTimeout", "scheduler.wait"] },
      expires: true,
      delay: 0,
      release: { by: "argument", of: [] },
      holds: ["timer"],
      harmless: { options: ["ref"] },
    },
  ],
};

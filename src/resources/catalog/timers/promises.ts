import type { Resource, ResourceModule } from "../../resource.ts";

const promised = {
  expires: true,
  delay: 0,
  release: { by: "argument", of: [] },
  holds: ["timer"],
  harmless: { options: ["ref"] },
} satisfies Partial<Resource>;

/**
 * Timers that are promises. Nothing but a `signal` among their options stops them, so one that loses a race goes on;
 * otherwise they are waited for.
 */
export const promiseTimers: ResourceModule = {
  modules: ["timers/promises", "node:timers/promises"],
  source: "Node.js 20.20.2, lib/timers/promises.js",
  resources: [{ acquire: { call: ["setTimeout", "scheduler.wait"] }, ...promised }],
};

/** The same ones as a member of `node:timers`. */
export const timersOfPromises: ResourceModule = {
  modules: ["timers", "node:timers"],
  source: "Node.js 20.20.2, lib/timers.js",
  resources: [{ acquire: { call: ["promises.setTimeout", "promises.scheduler.wait"] }, ...promised }],
};

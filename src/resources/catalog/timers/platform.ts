import type { Resource, ResourceModule } from "../../resource.ts";

/** Either function stops either timer: browsers share the ids, and Node.js accepts both. */
const clear = {
  release: { by: "argument", of: ["clearTimeout", "clearInterval"], methods: ["close"] },
  holds: ["timer"],
  traits: { idempotent: true, stateless: true },
  harmless: { methods: ["unref"] },
} satisfies Partial<Resource>;

/** `setTimeout` and `setInterval`, as globals and of `node:timers`. */
export const platformTimers: ResourceModule = {
  modules: ["global", "timers", "node:timers"],
  source: "HTML Standard, section 8.7 (timers); Node.js 20.20.2, lib/timers.js and lib/internal/timers.js",
  resources: [
    { acquire: { call: "setTimeout" }, expires: true, delay: 1, ...clear },
    { acquire: { call: "setInterval" }, lasting: true, ...clear },
  ],
};

/** `setTimeout` of another host: what stops it is not known, so it only matters where its result is dropped. */
export const hostTimer: Resource = {
  kind: "timer",
  from: ["global"],
  acquire: { call: "setTimeout" },
  expires: true,
  delay: 1,
  release: { by: "argument", of: [] },
  holds: ["timer"],
};

/** The timer that a helper has made for the signal it gives: `const { signal, timeoutId } = createTimeout(ms)`. */
export const idOfSignalHelper: Resource = {
  kind: "timer",
  from: [],
  acquire: { call: [] },
  expires: true,
  ...clear,
};

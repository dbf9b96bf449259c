import type { Resource, ResourceModule } from "../../resource.ts";

const stop = {
  release: { by: "method", names: ["Stop"] },
  holds: ["timer"],
  traits: { idempotent: true, stateless: true },
} satisfies Partial<Resource>;

/** goscript's port of Go's `time`: PascalCase, durations in nanoseconds, timers with a channel `C`. */
export const goscriptTime: ResourceModule = {
  modules: ["@goscript/time/index.js", "@goscript/time"],
  source: "npm goscript@0.3.1, gs/time/time.ts",
  resources: [
    { acquire: { call: ["NewTimer", "AfterFunc"] }, expires: true, ...stop },
    { acquire: { new: "Timer" }, expires: true, ...stop },
    { acquire: { call: "NewTicker" }, lasting: true, ...stop },
    { acquire: { new: "Ticker" }, lasting: true, ...stop },
    // It gives the channel alone: what sends to it can never be stopped.
    { acquire: { call: "Tick" }, lasting: true, ...stop, release: { by: "argument", of: [] } },
  ],
};

/** Its `After` gives a channel: nothing can stop the timer behind it, which a `select` leaves to run. */
export const goscriptAfter: ResourceModule = {
  modules: goscriptTime.modules,
  source: goscriptTime.source,
  resources: [
    { acquire: { call: "After" }, expires: true, delay: 0, release: { by: "argument", of: [] }, holds: ["timer"] },
  ],
};

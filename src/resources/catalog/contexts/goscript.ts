import type { Library } from "../../resource.ts";
import { cancelTuple as tuple } from "./cancel-tuple.ts";

/** `CancelFunc` is a Go function type, which may be nil. */
const cancelTuple = { ...tuple, nullable: true };

/**
 * goscript's port of Go's `context`: PascalCase, tuples, durations in nanoseconds.
 *
 * `AfterFunc` returns a stop function that is meant to be dropped, so it is no acquire here.
 */
export const goscript: Library = {
  modules: ["@goscript/context/index.js", "@goscript/context"],
  source: "npm goscript@0.3.1, gs/context/context.ts",
  // A child of a root costs a receiver on the root's channel, but no cancel takes it away: nothing is lost with one.
  roots: ["Background", "TODO"],
  // `propagateCancel` knows its classes by `instanceof`, and `watchParentDone` receives from `Done()` of all else. A
  // copy has no `Done`.
  foreignParent: { class: "watcher", spread: "throws", create: "free", proxy: "free" },
  values: ["WithValue"],
  resources: [
    {
      acquire: { call: ["WithTimeout", "WithTimeoutCause", "WithDeadline", "WithDeadlineCause"] },
      ...cancelTuple,
      holds: ["timer", "parent"],
    },
    {
      acquire: { call: ["WithCancel", "WithCancelCause"] },
      ...cancelTuple,
      holds: ["parent"],
    },
  ],
};

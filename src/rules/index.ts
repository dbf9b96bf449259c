import type { AnyRule } from "./create-rule.ts";
import noFallbackWatcher from "./no-fallback-watcher.ts";
import noLeakedAbortListener from "./no-leaked-abort-listener.ts";
import noLeakedRaceTimer from "./no-leaked-race-timer.ts";
import noLeakedTimer from "./no-leaked-timer.ts";
import noLostCancel from "./no-lost-cancel.ts";
import noPrematureCancel from "./no-premature-cancel.ts";
import noRaceInLoop from "./no-race-in-loop.ts";

/** Every rule by its name: the one list that the plugin object and the presets are made from. */
export const rules: Readonly<Record<string, AnyRule>> = {
  "no-fallback-watcher": noFallbackWatcher,
  "no-leaked-abort-listener": noLeakedAbortListener,
  "no-leaked-race-timer": noLeakedRaceTimer,
  "no-leaked-timer": noLeakedTimer,
  "no-lost-cancel": noLostCancel,
  "no-premature-cancel": noPrematureCancel,
  "no-race-in-loop": noRaceInLoop,
};

import type { AnyRule } from "./create-rule.ts";
import noFallbackWatcher from "./no-fallback-watcher.ts";
import noLostCancel from "./no-lost-cancel.ts";
import noPrematureCancel from "./no-premature-cancel.ts";

/** Every rule by its name: the one list that the plugin object and the presets are made from. */
export const rules: Readonly<Record<string, AnyRule>> = {
  "no-fallback-watcher": noFallbackWatcher,
  "no-lost-cancel": noLostCancel,
  "no-premature-cancel": noPrematureCancel,
};

import type { Rule } from "./create-rule.ts";
import noLostCancel from "./no-lost-cancel.ts";

/** Any rule of the plugin, whatever its messages and options. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- message ids and options appear in both directions
export type AnyRule = Rule<any, any>;

/** Every rule by its name: the one list that the plugin object and the presets are made from. */
export const rules: Readonly<Record<string, AnyRule>> = {
  "no-lost-cancel": noLostCancel,
};

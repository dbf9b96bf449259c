import type { ESLint, Linter } from "eslint";
import { createPreset, type PresetName } from "./configs.ts";
import { rules } from "./rules/index.ts";
import { version } from "./version.ts";

/** The plugin object. Its type names only what users have: ESLint's types, none of typescript-eslint's. */
export interface LeaksPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: NonNullable<ESLint.Plugin["rules"]>;
  readonly configs: Record<PresetName, Linter.Config[]>;
}

const base: Omit<LeaksPlugin, "configs"> = {
  meta: { name: "eslint-plugin-leaks", version, namespace: "leaks" },
  // typescript-eslint's rule type says the same as ESLint's in other words.
  rules: rules as unknown as LeaksPlugin["rules"],
};

// The presets hold the plugin they are part of, so they are added to the finished object.
const plugin: LeaksPlugin = Object.assign(base, { configs: {} as LeaksPlugin["configs"] });
plugin.configs.recommended = createPreset("recommended", plugin);
plugin.configs.strict = createPreset("strict", plugin);

export default plugin;
// What `require("eslint-plugin-leaks")` gives.
export { plugin as "module.exports" };
// No `@typescript-eslint/utils` behind these either: a test type-checks them without it.
export type { Resource } from "./resources/resource.ts";
export type { LeaksSettings, ModuleSetting } from "./resources/settings.ts";
export type { RuleOptions } from "./rules/rule-options.ts";

import type { TSESLint } from "@typescript-eslint/utils";
import { contextLibraries } from "./catalog/contexts/index.ts";
import { likes, type AnyExportModule } from "./catalog/contexts/likes.ts";
import { promiseTimerModules, timerModules } from "./catalog/timers/index.ts";
import type { ForeignParent, ForeignParents, Library, Resource, ResourceKind, ResourceModule } from "./resource.ts";
import type { LeaksSettings } from "./settings.ts";
import { readSettings } from "./read-settings.ts";
import { makeWordTable, type WordTable } from "./words.ts";

/** What a library does with parents that are not its own, and which exports hand such a parent on. */
export interface ForeignProfile {
  readonly parents: ForeignParents;
  readonly values: readonly string[];
  readonly modules: readonly string[];
  readonly roots: readonly string[];
}

/** All that is known of APIs for one configuration: the catalog with what the user's settings add to it. */
export interface Known {
  readonly settings: LeaksSettings;
  readonly resources: readonly Resource[];
  /** Of those, the ones that need no import. */
  readonly globals: readonly Resource[];
  /** And those that are methods of what a module gives. */
  readonly methods: readonly Resource[];
  readonly anyExports: readonly AnyExportModule[];
  /** Exports that are root contexts, by module. */
  readonly roots: ReadonlyMap<string, readonly string[]>;
  /** What is known of foreign parents, by module. */
  readonly foreign: ReadonlyMap<string, ForeignProfile>;
  /** Every word that could be part of an acquire; the text of nine files in ten has none. */
  readonly words: WordTable;
}

const bySettings = new WeakMap<object, Known>();
const plain: LeaksSettings = {};

/**
 * The catalog and the settings as one.
 *
 * @throws Error when a setting is wrong; it names the key, what it got and what is allowed
 */
export function knownIn(settings: TSESLint.SharedConfigurationSettings | undefined): Known {
  const given = settings?.["leaks"] === undefined ? plain : settings["leaks"];
  const key = typeof given === "object" && given !== null ? given : undefined;
  let known = key && bySettings.get(key);
  if (!known) {
    known = compile(readSettings(given));
    if (key) bySettings.set(key, known);
  }
  return known;
}

function compile(settings: LeaksSettings): Known {
  const ownModules = (settings.modules ?? []).map(({ source, like, foreignParent }) =>
    withForeignParent(likes[like](source), foreignParent),
  );
  const libraries = [
    ...contextLibraries,
    ...ownModules.filter((module): module is Library => !("anyExport" in module)),
  ];
  const anyExports = ownModules.filter((module): module is AnyExportModule => "anyExport" in module);
  const resources = [
    ...libraries.flatMap((library) => resourcesOf(library, "context")),
    ...timerModules.flatMap((module) => resourcesOf(module, "timer")),
    ...promiseTimerModules.flatMap((module) => resourcesOf(module, "race-timer")),
    ...(settings.resources ?? []),
  ];
  return {
    settings,
    resources,
    globals: resources.filter(({ from }) => from.includes("global")),
    methods: resources.filter(({ acquire }) => "method" in acquire),
    anyExports,
    roots: new Map(libraries.flatMap(({ modules, roots }) => modules.map((module) => [module, roots] as const))),
    foreign: new Map(libraries.flatMap(profilesOf)),
    words: makeWordTable(
      resources,
      anyExports.flatMap(({ modules }) => modules),
    ),
  };
}

/** A module that knows its contexts by class sees through their derived objects and proxies, but no copy of them. */
function withForeignParent<Module extends Library | AnyExportModule>(
  module: Module,
  cost: ForeignParent | undefined,
): Module {
  return cost ? { ...module, foreignParent: { class: cost, spread: cost, create: "free", proxy: "free" } } : module;
}

function resourcesOf({ modules, resources }: ResourceModule, kind: ResourceKind): Resource[] {
  return resources.map((resource) => ({ ...resource, kind, from: modules }));
}

function profilesOf({ modules, roots, foreignParent, values = [] }: Library): [string, ForeignProfile][] {
  return foreignParent ? modules.map((module) => [module, { parents: foreignParent, values, modules, roots }]) : [];
}

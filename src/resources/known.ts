import type { TSESLint } from "@typescript-eslint/utils";
import { contextLibraries } from "./catalog/contexts/index.ts";
import { likes, type AnyExportModule } from "./catalog/contexts/likes.ts";
import { promiseTimerModules, timerModules } from "./catalog/timers/index.ts";
import { deriveWordSource, patternSource } from "./derive-words.ts";
import type { ForeignParent, ForeignParents, Library, Resource, ResourceKind, ResourceModule } from "./resource.ts";
import type { LeaksSettings } from "./settings.ts";
import { readSettings } from "./read-settings.ts";

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
  readonly anyExports: readonly AnyExportModule[];
  /** Exports that are root contexts, by module. */
  readonly roots: ReadonlyMap<string, readonly string[]>;
  /** What is known of foreign parents, by module. */
  readonly foreign: ReadonlyMap<string, ForeignProfile>;
  /** Finds every word in a text that could be part of an acquire; the text of nine files in ten has none. */
  readonly words: RegExp;
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
    anyExports,
    roots: new Map(libraries.flatMap(({ modules, roots }) => modules.map((module) => [module, roots] as const))),
    foreign: new Map(libraries.flatMap(profilesOf)),
    words: wordsOf(
      [...resources.flatMap(({ from }) => from), ...anyExports.flatMap(({ modules }) => modules)],
      resources,
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

function wordsOf(modules: readonly string[], resources: readonly Resource[]): RegExp {
  const named = new Set(modules.filter((module) => module !== "global"));
  const globals = resources
    .filter(({ from }) => from.includes("global"))
    .flatMap(({ acquire }) => acquireNames(acquire));
  const escaped = [...named].map(escapePattern);
  const quoted = `["'](?:${escaped.join("|")})["']`;
  return new RegExp([deriveWordSource, patternSource, quoted, ...globals.map(wordPattern)].join("|"), "g");
}

/** The names an acquire is written with. */
export function acquireNames(acquire: Resource["acquire"]): readonly string[] {
  const names = "call" in acquire ? acquire.call : "new" in acquire ? acquire.new : acquire.method;
  return typeof names === "string" ? [names] : names;
}

/** A pattern that matches this text and nothing else. */
function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

/** A pattern that matches a name where it is not part of a longer one. */
export function wordPattern(name: string): string {
  return String.raw`(?<![\w$])${escapePattern(name)}(?![\w$])`;
}

import { escapePattern } from "../ast/text-pattern.ts";
import { derivePieces } from "./derive-words.ts";
import type { Resource } from "./resource.ts";

/** What a text is searched for, before anything is looked at in its tree. */
export interface WordTable {
  /** Parts of names, chosen so that each name has one and a search for them is cheap: see `someOccurrence`. */
  readonly pieces: readonly string[];
  /** The names of acquires that need no import. */
  readonly globals: ReadonlySet<string>;
  /** The names of those that do. */
  readonly exported: ReadonlySet<string>;
  readonly modules: ReadonlySet<string>;
  /** Finds the modules in quotes. */
  readonly quoted: RegExp;
}

/** The words of all that is known. */
export function makeWordTable(resources: readonly Resource[], anyExports: readonly string[]): WordTable {
  const isGlobal = ({ from }: Resource): boolean => from.includes("global");
  const globals = new Set(resources.filter(isGlobal).flatMap(({ acquire }) => acquireNames(acquire)));
  const exported = new Set(resources.flatMap(({ acquire }) => acquireNames(acquire).map(lastWord)));
  const modules = new Set([...resources.flatMap(({ from }) => from), ...anyExports]);
  modules.delete("global");
  const quoted = new RegExp(`["'](?:${[...modules].map(escapePattern).join("|")})["']`, "g");
  return {
    pieces: piecesOf([...globals, ...exported].filter((name) => globals.has(name) || /[A-Z]/.test(name))),
    globals,
    exported,
    modules,
    quoted,
  };
}

/** The names an acquire is written with. */
export function acquireNames(acquire: Resource["acquire"]): readonly string[] {
  const names = "call" in acquire ? acquire.call : "new" in acquire ? acquire.new : acquire.method;
  return typeof names === "string" ? [names] : names;
}

/** The name of an export without that of what it is a member of: `withTimeout` of `context.withTimeout`. */
export function lastWord(name: string): string {
  return name.slice(name.lastIndexOf(".") + 1);
}

/** The longest piece that is searched for by its first letter. */
const maxPiece = 6;

/** The pieces of derives, and for each name that has none of those one more. Capitals are the rarest letters. */
function piecesOf(names: readonly string[]): string[] {
  const pieces = [...derivePieces];
  for (const name of [...names].sort((a, b) => a.length - b.length)) {
    if (pieces.some((piece) => name.includes(piece))) continue;
    const capital = Math.max(name.search(/[A-Z]/), 0);
    pieces.push(name.slice(capital, capital + maxPiece));
  }
  return pieces;
}

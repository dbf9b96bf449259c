import type { TSESTree } from "@typescript-eslint/utils";
import { appendTo } from "../ast/append-to.ts";
import { hasRaces } from "../ast/is-race.ts";
import { matchesAt, nameAround, someOccurrence } from "../ast/occurrences.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { sleepCalls } from "./catalog/timers/sleeps.ts";
import { deriveWord, helperWord } from "./derive-words.ts";
import type { Known } from "./known.ts";
import { contextInPattern } from "./taken-apart.ts";
import type { WordTable } from "./words.ts";

/** The words that were found in a text, each with the offsets at which it stands. */
export type Words = ReadonlyMap<string, readonly number[]>;

/** What of a file the search in the text needs. */
type Searched = Pick<SourceCode, "ast" | "text">;

let last: { readonly program: TSESTree.Program; readonly known: Known; readonly words: Words } | undefined;

/**
 * The words of a file that could be part of an acquire. The last answer is kept, since the rules ask one after the
 * other about one file.
 */
export function findCandidates(sourceCode: Searched, known: Known): Words {
  if (last?.program !== sourceCode.ast || last.known !== known)
    last = { program: sourceCode.ast, known, words: findWords(sourceCode, known.words) };
  return last.words;
}

/**
 * Modules that a call loads are searched for where the file has a name of an acquire. It does not see such a module of
 * which only names without a capital are used.
 */
function findWords({ ast, text }: Searched, table: WordTable): Words {
  const found = new Map<string, number[]>();
  const add = (word: string, offset: number): void => {
    appendTo(found, word, offset);
  };
  let isNamed = false;
  for (const piece of table.pieces) {
    someOccurrence(text, piece, (offset) => {
      const { name, start } = nameAround(text, offset);
      if (table.globals.has(name) || isGivenDerive(text, name, start)) add(name, start);
      isNamed ||= table.exported.has(name);
      return false;
    });
  }
  if (hasRaces(ast, text)) for (const { 0: called, index } of text.matchAll(sleepCalls)) add(called, index);
  for (const bracket of ["}", "]"]) {
    someOccurrence(text, bracket, (offset) => {
      const named = contextInPattern(text, offset);
      if (named !== undefined) add("pattern", named);
      return false;
    });
  }
  for (const statement of ast.body) {
    const source = sourceOf(statement);
    if (source && table.modules.has(String(source.value))) add(String(source.value), source.range[0]);
  }
  if ((isNamed || found.size > 0) && mayLoad(text))
    for (const { 0: quoted, index } of text.matchAll(table.quoted)) add(quoted.slice(1, -1), index + 1);
  return found;
}

const [required, imported] = [/\brequire\s*\(/y, /\bimport\s*\(/y];

/** Is a module loaded by a call anywhere: `require("…")`, `import("…")`? */
function mayLoad(text: string): boolean {
  return (
    someOccurrence(text, "quire", (offset) => matchesAt(required, text, offset - 2)) ||
    someOccurrence(text, "mport", (offset) => matchesAt(imported, text, offset - 1))
  );
}

/** Is it the name of a derive whose result goes somewhere: `= withCancel(`, `? go.withTimeout(`, `=> linkAbort(`? */
function isGivenDerive(text: string, name: string, start: number): boolean {
  if (!deriveWord.test(name) && !helperWord.test(name)) return false;
  return /[=?:>]\s+(?:[\w$]+\.)?$/.test(text.slice(Math.max(start - maxLead, 0), start));
}

/** Spaces, line breaks and a receiver before a name. */
const maxLead = 100;

/** The module that a statement imports from, as it is written. */
function sourceOf(statement: TSESTree.ProgramStatement): TSESTree.Literal | undefined {
  if (statement.type === "ImportDeclaration") return statement.source;
  if (statement.type !== "TSImportEqualsDeclaration") return undefined;
  const { moduleReference } = statement;
  if (moduleReference.type !== "TSExternalModuleReference") return undefined;
  return moduleReference.expression.type === "Literal" ? moduleReference.expression : undefined;
}

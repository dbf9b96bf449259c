import type { TSESTree } from "@typescript-eslint/utils";
import { appendTo } from "../../../ast/append-to.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { InnerNode } from "../../../ast/transparent.ts";

/** Every identifier, private name, string literal and `this` of a file that is this name, found by the text. */
export const mentionsOf: (sourceCode: SourceCode, name: string) => readonly InnerNode[] = oncePer(
  findMentions,
  programOf,
);

function findMentions(sourceCode: SourceCode, name: string): InnerNode[] {
  const word = name.replace(/^#/, "");
  return placesOf(sourceCode, word).flatMap((at) => {
    const node = nodeAt(sourceCode, at);
    return node.type !== "Program" && nameOf(node) === name ? [node] : [];
  });
}

/** So many names are looked for one by one, which is the faster for few. A class may have thousands of fields. */
const maxSearches = 20;

const searched = oncePer((): Set<string> => new Set());

/** Where a word stands in the text. What is no word, as the name of `this["a b"]`, is always looked for by itself. */
function placesOf({ ast, text }: SourceCode, word: string): readonly number[] {
  // The empty text is found at the end of a text for ever.
  if (word === "") return [];
  const isMany = searched(ast).add(word).size > maxSearches;
  if (isMany && /^[\p{ID_Continue}$]+$/u.test(word)) return wordsOf(ast, text).get(word) ?? [];
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) places.push(at);
  return places;
}

/** All words of a text, each with its places. */
const wordsOf = oncePer((_program: TSESTree.Program, text: string): ReadonlyMap<string, readonly number[]> => {
  const byWord = new Map<string, number[]>();
  for (const { 0: word, index } of text.matchAll(/[\p{ID_Continue}$]+/gu)) {
    appendTo(byWord, word, index);
  }
  return byWord;
});

function nameOf(node: InnerNode): string | undefined {
  if (node.type === "PrivateIdentifier") return `#${node.name}`;
  if (node.type === "Identifier") return node.name;
  if (node.type === "ThisExpression") return "this";
  return node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { nodeAt } from "../../../ast/node-at.ts";
import { oncePer, programOf } from "../../../ast/once.ts";

/** Every identifier, private name, string literal and `this` of a file that is this name, found by the text. */
export const mentionsOf: (sourceCode: Readonly<TSESLint.SourceCode>, name: string) => readonly TSESTree.Node[] =
  oncePer(findMentions, programOf);

function findMentions(sourceCode: Readonly<TSESLint.SourceCode>, name: string): TSESTree.Node[] {
  const { text } = sourceCode;
  const word = name.replace(/^#/, "");
  const mentions: TSESTree.Node[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const node = nodeAt(sourceCode, at);
    if (nameOf(node) === name) mentions.push(node);
  }
  return mentions;
}

function nameOf(node: TSESTree.Node): string | undefined {
  if (node.type === "PrivateIdentifier") return `#${node.name}`;
  if (node.type === "Identifier") return node.name;
  if (node.type === "ThisExpression") return "this";
  return node.type === "Literal" && typeof node.value === "string" ? node.value : undefined;
}

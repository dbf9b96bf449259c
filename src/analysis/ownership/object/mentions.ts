import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { nodeAt } from "../../../ast/node-at.ts";

const found = new WeakMap<TSESTree.Program, Map<string, readonly TSESTree.Node[]>>();

/** Every identifier, private name, string literal and `this` of a file that is this name, found by the text. */
export function mentionsOf(sourceCode: Readonly<TSESLint.SourceCode>, name: string): readonly TSESTree.Node[] {
  let byName = found.get(sourceCode.ast);
  if (!byName) found.set(sourceCode.ast, (byName = new Map<string, readonly TSESTree.Node[]>()));
  let mentions = byName.get(name);
  if (!mentions) byName.set(name, (mentions = findMentions(sourceCode, name)));
  return mentions;
}

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

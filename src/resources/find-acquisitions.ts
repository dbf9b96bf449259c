import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { nodeAt } from "../ast/node-at.ts";
import { unwrap } from "../ast/transparent.ts";
import { matchType } from "./match-type.ts";
import type { Acquisition } from "./acquisition.ts";
import type { Known } from "./known.ts";
import { matchAnyExport } from "./match-any-export.ts";
import { matchImports, matchMethod } from "./match-import.ts";
import { matchShape } from "./match-shape.ts";

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/**
 * Every place in a file that acquires a resource, in the order of the text. The text is scanned first; a file without a
 * candidate word costs that scan and nothing else.
 */
export function findAcquisitions(sourceCode: Readonly<TSESLint.SourceCode>, known: Known): Acquisition[] {
  const words = scan(sourceCode.text, known);
  if (words.size === 0) return [];
  const found = new Map<Call, Acquisition>();
  const add = (acquisition: Acquisition | undefined): void => {
    if (acquisition && !found.has(acquisition.node)) found.set(acquisition.node, acquisition);
  };
  for (const each of matchImports(sourceCode, known, words)) add(each);
  for (const each of matchAnyExport(sourceCode, known.anyExports, words)) add(each);
  const methods = known.resources.filter(
    ({ acquire, from }) => "method" in acquire && from.some((module) => words.has(module)),
  );
  const imported = new Set([...found.values()].map(({ node }) => node));
  for (const offsets of words.values())
    for (const offset of offsets) {
      const call = findCall(nodeAt(sourceCode, offset));
      if (!call || imported.has(call)) continue;
      add(matchMethod(sourceCode, call, methods) ?? matchShape(call) ?? matchType(sourceCode, call));
    }
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function scan(text: string, { words }: Known): Map<string, number[]> {
  const found = new Map<string, number[]>();
  words.lastIndex = 0;
  for (let match = words.exec(text); match; match = words.exec(text)) {
    const offsets = found.get(match[0]);
    if (offsets) offsets.push(match.index);
    else found.set(match[0], [match.index]);
  }
  return found;
}

/** The call whose callee ends in the name that stands at `node`. */
function findCall(node: TSESTree.Node): Call | undefined {
  if (node.type !== "Identifier") return undefined;
  let callee: TSESTree.Node = node;
  if (callee.parent?.type === "MemberExpression" && callee.parent.property === callee) callee = callee.parent;
  while (callee.parent && unwrap(callee.parent) === callee && callee.parent !== callee) callee = callee.parent;
  const call = callee.parent;
  return (call?.type === "CallExpression" || call?.type === "NewExpression") && call.callee === callee ? call : undefined;
}

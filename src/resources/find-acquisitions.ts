import type { TSESTree } from "@typescript-eslint/utils";
import { nodeAt } from "../ast/node-at.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { wordPattern } from "../ast/text-pattern.ts";
import { outermost, unwrap } from "../ast/transparent.ts";
import { matchType } from "./match-type.ts";
import type { Resource } from "./resource.ts";
import type { Acquisition } from "./acquisition.ts";
import { findCandidates } from "./candidates.ts";
import type { Known } from "./known.ts";
import { matchAnyExport } from "./match-any-export.ts";
import { matchGlobal } from "./match-global.ts";
import { matchHostTimer } from "./match-host-timer.ts";
import { matchImports, matchMethod } from "./match-import.ts";
import { matchShape } from "./match-shape.ts";
import { matchSleep } from "./match-sleep.ts";
import { matchUsage } from "./match-usage.ts";
import { acquireNames } from "./words.ts";

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Every place in a file that acquires a resource, in the order of the text. */
export function findAcquisitions(sourceCode: SourceCode, known: Known): Acquisition[] {
  const words = findCandidates(sourceCode, known);
  if (words.size === 0) return [];
  const found = new Map<Call, Acquisition>();
  const add = (acquisition: Acquisition | undefined): void => {
    if (acquisition && !found.has(acquisition.node)) found.set(acquisition.node, acquisition);
  };
  for (const each of matchImports(sourceCode, known, words)) add(each);
  for (const each of matchAnyExport(sourceCode, known.anyExports, words)) add(each);
  const methods = known.methods.filter(({ from }) => from.some((module) => words.has(module)));
  const offsets = [
    ...words.values(),
    ...(methods.length > 0 ? [...sourceCode.text.matchAll(methodWords(methods))].map(({ index }) => index) : []),
  ].flat();
  for (const offset of new Set(offsets)) {
    const call = findCall(nodeAt(sourceCode, offset));
    if (!call || found.has(call)) continue;
    add(
      matchGlobal(sourceCode, call, known.globals) ??
        matchHostTimer(sourceCode, call) ??
        matchSleep(sourceCode, call) ??
        matchMethod(sourceCode, call, methods) ??
        matchShape(sourceCode, call) ??
        matchUsage(sourceCode, call) ??
        matchType(sourceCode, call),
    );
  }
  return [...found.values()].sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Methods have common names, so they are looked for only where a library that has them is imported. */
function methodWords(methods: readonly Resource[]): RegExp {
  const names = methods.flatMap(({ acquire }) => acquireNames(acquire));
  return new RegExp([...new Set(names)].map(wordPattern).join("|"), "g");
}

/** The call whose callee ends in the name that stands at `node`, or whose result the pattern around it takes apart. */
function findCall(node: TSESTree.Node): Call | undefined {
  if (node.type !== "Identifier") return undefined;
  let callee: TSESTree.Node = node;
  if (callee.parent.type === "MemberExpression" && callee.parent.property === callee) callee = callee.parent;
  callee = outermost(callee);
  const call = callee.parent;
  return isCall(call) && call.callee === callee ? call : calledFor(node);
}

const partsOfPatterns: ReadonlySet<string> = new Set([
  "ArrayPattern",
  "AssignmentPattern",
  "Identifier",
  "MemberExpression",
  "ObjectPattern",
  "Property",
  "RestElement",
]);

function calledFor(name: TSESTree.Node): Call | undefined {
  let pattern = name;
  while (pattern.parent && partsOfPatterns.has(pattern.parent.type)) pattern = pattern.parent;
  const { parent } = pattern;
  const isTarget = pattern.type === "ArrayPattern" || pattern.type === "ObjectPattern";
  if (!isTarget || !parent) return undefined;
  const value =
    parent.type === "VariableDeclarator" ? parent.init : parent.type === "AssignmentExpression" ? parent.right : null;
  const call = value ? unwrap(value) : undefined;
  return isCall(call) ? call : undefined;
}

function isCall(node: TSESTree.Node | undefined): node is Call {
  return node?.type === "CallExpression" || node?.type === "NewExpression";
}

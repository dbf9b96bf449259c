import type { TSESTree } from "@typescript-eslint/utils";
import { calleeWord } from "../ast/names.ts";
import { nodeAt } from "../ast/node-at.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { outermost, unwrap } from "../ast/transparent.ts";
import { globalObjects } from "../scope/global-objects.ts";
import { originOf, type Origin } from "../scope/origin.ts";
import { signalConsumers, type SignalConsumer } from "./catalog/signals/look-alikes.ts";
import { lastWord } from "./words.ts";

/** A call of the platform that takes a signal. */
export interface ConsumerCall {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  /** As the file writes it, `fs.readFile`; of a method, the method. */
  readonly name: string;
  readonly consumer: SignalConsumer;
}

const lastWords = signalConsumers.flatMap(({ names }) => names.map(lastWord));
const called = new RegExp(`\\b(?:${[...new Set(lastWords)].join("|")})(?=["'\\]]*\\s*\\()`, "g");

/** The calls of a file that take a signal; imported names count by what they are in their module. */
export function findConsumers(sourceCode: SourceCode): ConsumerCall[] {
  return [...sourceCode.text.matchAll(called)].flatMap(({ index }) => {
    const word = nodeAt(sourceCode, index);
    const { parent } = word;
    const callee = outermost(parent?.type === "MemberExpression" && parent.property === word ? parent : word);
    const node = callee.parent;
    if ((node?.type !== "CallExpression" && node?.type !== "NewExpression") || node.callee !== callee) return [];
    const consumer = consumerOf(sourceCode, node);
    return consumer ? [{ node, name: nameOf(sourceCode, node, consumer), consumer }] : [];
  });
}

function consumerOf(sourceCode: SourceCode, node: ConsumerCall["node"]): SignalConsumer | undefined {
  const origin = originOf(sourceCode, node.callee);
  const method = unwrap(node.callee).type === "MemberExpression" ? calleeWord(node) : undefined;
  return signalConsumers.find(({ from, names }) => {
    if (from === "method") return method !== undefined && names.includes(method);
    return origin !== undefined && isFrom(origin, from) && names.includes(pathIn(origin));
  });
}

function isFrom({ module }: Origin, from: "global" | readonly string[]): boolean {
  if (from === "global" || module === undefined) return from === "global" && module === undefined;
  return from.includes(module.replace(/^node:/, ""));
}

/** The path without the global object that may stand before it. */
function pathIn({ module, path }: Origin): string {
  const [first, ...rest] = path;
  const isGlobalObject = module === undefined && globalObjects.has(first ?? "");
  return (isGlobalObject ? rest : path).join(".");
}

function nameOf(sourceCode: SourceCode, node: ConsumerCall["node"], { from }: SignalConsumer): string {
  return from === "method" ? calleeWord(node)! : sourceCode.getText(unwrap(node.callee));
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isDiscarded } from "../../../ast/discarded.ts";
import { enclosingFunction, isConstructor, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { rootOf } from "../../../ast/members.ts";
import { isCallNamed } from "../../../ast/names.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import { matchesAt, someOccurrence } from "../../../ast/occurrences.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { resultsOf } from "../../../ast/returns-of.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { mayAskDone, type Fallback } from "./find-fallbacks.ts";

/** A reaction on a parent's end, one for each child, which ends the child and which nothing takes away. */
export interface HandWritten {
  readonly node: TSESTree.CallExpression;
  /** The parent as it is written. */
  readonly parent: string;
}

const watching = /\.[dD]one\(\)\s*\.(then)\(|\.(onCancel(?:l?ed)?|onDidCancel)\(/g;

const told = /\.(?:onCancel(?:l?ed)?|onDidCancel)\(/y;

/** Could a file wait for the end of a parent by hand? A look at its text, as for acquires. */
export const mayWatch: (sourceCode: SourceCode) => boolean = oncePer((sourceCode) => {
  const { text } = sourceCode;
  const isTold = (offset: number): boolean => matchesAt(told, text, offset - 3) || matchesAt(told, text, offset - 6);
  return someOccurrence(text, "Cancel", isTold) || (mayAskDone(sourceCode) && text.search(watching) >= 0);
}, programOf);

/**
 * The places where a function that makes a child waits for the end of the parent it is given, and ends the child then:
 * `parent.done().then(() => this.cancel())` in a constructor, `parent.onCancel(cancel)` that nothing takes back.
 *
 * A fallback for parents that a library does not know is left out: its own contexts are kept in a better way.
 *
 * It does not see: a race with the parent, an `await` of it in a function of its own, and parents in fields.
 */
export function findHandWritten(sourceCode: SourceCode, fallbacks: readonly Fallback[]): HandWritten[] {
  return [...sourceCode.text.matchAll(watching)].flatMap((match) => {
    const word = match[1] ?? match[2]!;
    const member = nodeAt(sourceCode, match.index + match[0].lastIndexOf(word)).parent;
    const node = member && outermost(member).parent;
    if (member?.type !== "MemberExpression" || node?.type !== "CallExpression" || !isDiscarded(node)) return [];
    if (fallbacks.some(({ wait }) => wait === node)) return [];
    const watched = match[1] ? doneOf(member.object) : member.object;
    const maker = enclosingFunction(node);
    if (!watched || !isFunction(maker) || !comesFromOutside(sourceCode, watched, maker)) return [];
    if (match[2] && takesBack.test(sourceCode.getText(maker))) return [];
    const child = endedBy(sourceCode, node.arguments[0], maker);
    return child && isGivenAway(sourceCode, child, maker) ? { node, parent: sourceCode.getText(watched) } : [];
  });
}

/** Names by which a callback is taken back. */
const takesBack = /\b(?:off\w*|remove\w*|unsubscribe|dispose|unregister\w*)\s*\(/;

/** Names of what ends a child. */
const ending = /^(?:cancel|abort|close|dispose|end|finish|stop)/i;

function doneOf(node: TSESTree.Node): TSESTree.Node | undefined {
  const call = unwrap(node);
  const callee = call.type === "CallExpression" ? unwrap(call.callee) : undefined;
  return callee?.type === "MemberExpression" ? callee.object : undefined;
}

/** Is it a parameter of the function, a member of one, or a constant with such a value? */
function comesFromOutside(sourceCode: SourceCode, expression: TSESTree.Node, maker: FunctionNode): boolean {
  const base = variableOf(sourceCode, rootOf(expression));
  const value = constantValue(base);
  const origin = value ? variableOf(sourceCode, rootOf(value)) : base;
  return origin?.defs[0]?.node === maker;
}

/** The child that a callback ends: a variable of the function, or `this` in a constructor. */
function endedBy(
  sourceCode: SourceCode,
  callback: TSESTree.Node | undefined,
  maker: FunctionNode,
): TSESTree.Identifier | TSESTree.ThisExpression | undefined {
  if (callback?.type === "Identifier" && ending.test(callback.name)) return localOf(sourceCode, callback, maker);
  if (!isFunction(callback)) return undefined;
  for (const node of ownNodes(sourceCode, callback.body)) {
    if (!isCallNamed(node, ending)) continue;
    const callee = unwrap(node.callee);
    const base = callee.type === "MemberExpression" ? unwrap(callee.object) : callee;
    if (base.type === "ThisExpression" && callback.type === "ArrowFunctionExpression") return base;
    const local = base.type === "Identifier" ? localOf(sourceCode, base, maker) : undefined;
    if (local) return local;
  }
  return undefined;
}

function localOf(sourceCode: SourceCode, node: TSESTree.Identifier, maker: FunctionNode) {
  const def = variableOf(sourceCode, node)?.defs[0];
  return def && def.type !== "Parameter" && enclosingFunction(def.name) === maker ? node : undefined;
}

/** Does whoever called the function get the child, and so may ask for many? */
function isGivenAway(
  sourceCode: SourceCode,
  child: TSESTree.Identifier | TSESTree.ThisExpression,
  maker: FunctionNode,
): boolean {
  if (child.type === "ThisExpression") return isConstructor(maker);
  const results = resultsOf(maker);
  const uses = variableOf(sourceCode, child)?.references ?? [];
  return uses.some(({ identifier }) => results.some((result) => isWithin(identifier, result)));
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isCallNamed, isMemberNamed } from "../../../ast/names.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import { isNothing } from "../../../ast/nothing.ts";
import { placesOfName } from "../../../ast/occurrences.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { isLeaving } from "../../../ast/jump-target.ts";
import { isPause } from "../../../ast/pauses.ts";
import { plainText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { placeOf } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { hasAbortListeners } from "../signals/abort-listener.ts";
import { looksLikeSignal } from "../signals/looks-like-signal.ts";

/** A function that was set as `signal.onabort`, and that the next one replaces before an abort can call it. */
export interface LostHandler {
  readonly node: TSESTree.AssignmentExpression;
  readonly signal: TSESTree.Expression;
  /** The assignment that replaces it. */
  readonly by: TSESTree.AssignmentExpression;
}

type Handler = Pick<LostHandler, "node" | "signal">;

/**
 * Every handler that is surely lost, in the order of the text: two of them are set in one list of statements, and
 * nothing between them waits, leaves, reads `onabort`, or gives the signal's variable another value.
 *
 * It does not see handlers that are set in other blocks, or one for each turn of a loop: behind an `await` the next
 * handler may be meant to replace the one before.
 */
export function findLostHandlers(sourceCode: SourceCode): LostHandler[] {
  if (!hasAbortListeners(sourceCode)) return [];
  const found = placesOfName(sourceCode.text, "onabort", "onabor").flatMap((at) => handlerAt(sourceCode, at) ?? []);
  return found.flatMap(({ node, signal }) => {
    const by = replacementOf(sourceCode, node, plainText(sourceCode, signal));
    return by && looksLikeSignal(sourceCode, signal) ? [{ node, signal, by }] : [];
  });
}

function handlerAt(sourceCode: SourceCode, offset: number): Handler | undefined {
  const member = nodeAt(sourceCode, offset).parent;
  const node = member && outermost(member).parent;
  return node?.type === "AssignmentExpression" && unwrap(node.left) === member ? handlerOf(node) : undefined;
}

function handlerOf(node: TSESTree.AssignmentExpression): Handler | undefined {
  const member = unwrap(node.left);
  if (!isMemberNamed(member, "onabort")) return undefined;
  return node.operator === "=" && !isNothing(node.right) ? { node, signal: member.object } : undefined;
}

/** The next statement of the list that sets the handler again, if nothing before it, or in it, can matter. */
function replacementOf(
  sourceCode: SourceCode,
  { parent: statement }: TSESTree.AssignmentExpression,
  signal: string,
): TSESTree.AssignmentExpression | undefined {
  const place = statement.type === "ExpressionStatement" ? placeOf(statement) : undefined;
  for (const next of place?.list.slice(place.index + 1) ?? []) {
    const name = next.type === "ExpressionStatement" ? unwrap(next.expression) : undefined;
    const set = name?.type === "AssignmentExpression" ? handlerOf(name) : undefined;
    if (set && plainText(sourceCode, set.signal) === signal)
      return matters(sourceCode, set.node.right, signal) ? undefined : set.node;
    if (matters(sourceCode, next, signal)) return undefined;
  }
  return undefined;
}

/** Does it wait, leave, abort, read the handler, or change what the name of the signal stands for? */
function matters(sourceCode: SourceCode, node: TSESTree.Node, signal: string): boolean {
  if (/\bonabort\b/.test(sourceCode.getText(node))) return true;
  for (const each of ownNodes(sourceCode, node)) {
    if (isPause(each) || isLeaving(each)) return true;
    if (isCallNamed(each, /^(?:abort|dispatchEvent)$/)) return true;
    if (each.type === "AssignmentExpression" && signal.startsWith(plainText(sourceCode, each.left))) return true;
  }
  return false;
}

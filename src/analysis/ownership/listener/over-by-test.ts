import type { TSESTree } from "@typescript-eslint/utils";
import { isMemberNamed } from "../../../ast/names.ts";
import { isSameText } from "../../../ast/plain-text.ts";
import { unwrap } from "../../../ast/transparent.ts";
import type { Condition } from "../../control-flow/graph.ts";
import type { AbortListener } from "../signals/abort-listener.ts";
import type { Listening } from "./listening.ts";

/**
 * Which tests come out like this only where a listener needs no removal: its signal is found aborted, `if
 * (signal.aborted)`, or the loop has ended that removes it from each signal of the list it was added for.
 *
 * It does not see a list that changes between the two loops, and removals that stand behind a test in the loop.
 */
export function overByTest({ sourceCode, added, uses }: Listening): (condition: Condition) => boolean {
  const list = loopOver(added.node)?.right;
  const loops = uses.removals.flatMap((removal) => {
    const loop = loopOfAll(removal);
    return list && loop && isSameText(sourceCode, loop.right, list) ? loop : [];
  });
  return ({ kind, node, holds }) => {
    if (kind === "next") return !holds && loops.some(({ right }) => right === node);
    const asked = unwrap(node);
    if (kind !== "truthy" || !holds || !isMemberNamed(asked, "aborted")) return false;
    return isSameText(sourceCode, asked.object, added.signal);
  };
}

/** The loop in whose body a removal stands, behind no test of its own, for the signal that the loop goes through. */
function loopOfAll({ node, signal }: AbortListener): TSESTree.ForOfStatement | undefined {
  const loop = loopOver(node);
  const [turn] = loop?.left.type === "VariableDeclaration" ? loop.left.declarations : [];
  const named = unwrap(signal);
  if (turn?.id.type !== "Identifier" || named.type !== "Identifier" || named.name !== turn.id.name) return undefined;
  return loop;
}

/** `for (const signal of signals) signal.addEventListener(…)`, also in braces. */
function loopOver(call: TSESTree.Node): TSESTree.ForOfStatement | undefined {
  let at: TSESTree.Node | undefined = call;
  if (at.parent?.type === "ChainExpression") at = at.parent;
  at = at.parent?.type === "ExpressionStatement" ? at.parent.parent : undefined;
  if (at?.type === "BlockStatement") at = at.parent;
  return at?.type === "ForOfStatement" ? at : undefined;
}

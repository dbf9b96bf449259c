import type { TSESTree } from "@typescript-eslint/utils";
import { isLoop } from "./loops.ts";

/** A statement that goes to another place of its function. */
export type Jump = TSESTree.BreakStatement | TSESTree.ContinueStatement;

/** The statement that a `break` or `continue` is for: a loop, a `switch`, or the one with its label. */
export function jumpTarget(jump: Jump): TSESTree.Node | undefined {
  let at: TSESTree.Node | undefined = jump.parent;
  while (at && !isTarget(jump, at)) at = at.parent;
  return at;
}

/** Does control go from a statement to another place than the next one, whatever it is: an exit, or a jump? */
export function isLeaving({ type }: TSESTree.Node): boolean {
  return /^(?:Return|Throw|Break|Continue)Statement$/.test(type);
}

function isTarget({ type, label }: Jump, node: TSESTree.Node): boolean {
  if (label) return node.type === "LabeledStatement" && node.label.name === label.name;
  return isLoop(node) || (type === "BreakStatement" && node.type === "SwitchStatement");
}

import type { TSESTree } from "@typescript-eslint/utils";
import { ownNodes } from "../ast/own-nodes.ts";
import { isPause } from "../ast/pauses.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { placeOf } from "../ast/statement-list.ts";
import type { Wrap } from "./wrap.ts";

/**
 * Does nothing but the way out of a run come behind a statement in it? Then a `finally` around the run may do it as
 * well. What stands behind another release may wait for it: `cancel(); await worker;`.
 */
export function isLastOfRun(
  sourceCode: SourceCode,
  statement: TSESTree.Statement,
  { place, last }: Pick<Wrap, "place" | "last">,
): boolean {
  let exit: TSESTree.Statement | undefined;
  for (let at: TSESTree.Node = statement; at !== last; at = at.parent!) {
    const inner = placeOf(at);
    const next = inner?.list[inner.index + 1];
    if (!exit && next && !isWayOut(sourceCode, next)) return false;
    exit ??= next;
    if (at.parent === place.parent) return true;
    if (!isLeft(at, exit)) return false;
  }
  return true;
}

/** Does what comes behind a part of a statement, or the jump at its end, run nothing else of that statement? */
function isLeft(part: TSESTree.Node, exit: TSESTree.Statement | undefined): boolean {
  const parent = part.parent!;
  switch (parent.type) {
    case "BlockStatement":
    case "IfStatement":
    case "CatchClause":
      return true;
    case "TryStatement":
      if (part === parent.block && parent.handler && exit?.type === "ThrowStatement") return false;
      return part === parent.finalizer || !parent.finalizer;
    default:
      return false;
  }
}

function isWayOut(sourceCode: SourceCode, statement: TSESTree.Statement): boolean {
  if (statement.type !== "ReturnStatement" && statement.type !== "ThrowStatement") return false;
  return !ownNodes(sourceCode, statement).some(isPause);
}

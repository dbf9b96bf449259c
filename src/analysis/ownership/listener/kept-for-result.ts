import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import type { Obligation } from "../../obligations/obligation.ts";
import { returnsThatOpen, takenOver } from "../uses/opened-leaves.ts";
import type { Listening } from "./listening.ts";

/**
 * A listener that is only removed where the work fails, `catch { signal.removeEventListener(…) }`, is there for what
 * the function opens and returns: the body of a response is read, and aborted, behind it.
 *
 * It does not see what is opened in a variable, `const response = await fetch(url); return response`.
 *
 * @returns what is owed then: nothing at these returns
 */
export function keptForResult({ uses, owner, obligation }: Listening): Obligation {
  const isForFailures = uses.removals.every(({ node }) => isInCatch(node));
  if (!isForFailures || !isFunction(owner.root)) return obligation;
  return takenOver(obligation, returnsThatOpen(owner.root));
}

function isInCatch(node: TSESTree.Node): boolean {
  for (let at = node.parent; at && !isFunction(at); at = at.parent) if (at.type === "CatchClause") return true;
  return false;
}

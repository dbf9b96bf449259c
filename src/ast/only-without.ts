import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "./functions.ts";
import { oncePer } from "./once.ts";
import { leaves, placeOf } from "./statement-list.ts";
import { unwrap } from "./transparent.ts";

/** Tells whether a test asks for something, without a `!` in front. */
type Asks = (test: TSESTree.Node) => boolean;

/**
 * Is a node of a function reached only where what a test asks for is not so: inside of `if (!started)`, or behind
 * `if (started) return;`?
 */
export function isOnlyWithout(node: TSESTree.Node, asks: Asks): boolean {
  for (let at = node; at.parent && !isFunction(at); at = at.parent)
    if (isBehindWayOut(at, asks) || isBranchWithout(at, asks)) return true;
  return false;
}

/** `if (started) return;`, or a `throw`, perhaps with a line before it that says so. */
function isBehindWayOut(node: TSESTree.Node, asks: Asks): boolean {
  const place = placeOf(node);
  return place !== undefined && waysOut(place.list).some(({ index, test }) => index < place.index && asks(test));
}

const waysOut = oncePer((list: readonly TSESTree.Statement[]) =>
  list.flatMap((each, index) =>
    each.type === "IfStatement" && leaves(each.consequent) ? { index, test: unwrap(each.test) } : [],
  ),
);

/** `if (!started) { … }` */
function isBranchWithout(node: TSESTree.Node, asks: Asks): boolean {
  const { parent } = node;
  if (parent?.type !== "IfStatement" || parent.consequent !== node) return false;
  const test = unwrap(parent.test);
  return test.type === "UnaryExpression" && test.operator === "!" && asks(unwrap(test.argument));
}

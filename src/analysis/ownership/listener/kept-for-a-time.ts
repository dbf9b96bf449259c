import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isFunction } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { isNothing } from "../../../ast/nothing.ts";
import { oncePer } from "../../../ast/once.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { plainText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { takesBack } from "../../../ast/takes-back.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf, type Variable } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";

/**
 * Does a call that keeps something keep it no longer than the activation lasts: it is taken back in a `finally`,
 * `waiters.add(own)` with `waiters.delete(own)`, or what keeps it is a collection of the activation itself?
 *
 * It does not see what is taken back on each path without a `finally`.
 */
export function isKeptForATime(sourceCode: SourceCode, call: TSESTree.CallExpression, root: GraphRoot): boolean {
  const callee = unwrap(call.callee);
  if (!isFunction(root) || callee.type !== "MemberExpression") return false;
  const receiver = unwrap(callee.object);
  const collection = variableOf(sourceCode, receiver);
  if (collection && isOwnCollection(collection, root)) return true;
  const textOf = (node: TSESTree.Node): string => plainText(sourceCode, node);
  const given = call.arguments.map(textOf);
  return callsAtLast(root.body, sourceCode).some((last) => {
    const method = unwrap(last.callee);
    if (last.range[0] < call.range[1] || method.type !== "MemberExpression" || !takesBack(last)) return false;
    return textOf(method.object) === textOf(receiver) && last.arguments.some((each) => given.includes(textOf(each)));
  });
}

/** Does a member keep something no longer than that: `this.own = own`, with `this.own = undefined` in a `finally`? */
export function isSetForATime(
  sourceCode: SourceCode,
  { left, range }: TSESTree.AssignmentExpression,
  root: GraphRoot,
): boolean {
  if (!isFunction(root) || left.type !== "MemberExpression") return false;
  const kept = plainText(sourceCode, left);
  return nodesAtLast(root.body, sourceCode).some((last) => {
    if (last.type !== "AssignmentExpression" || last.range[0] < range[1]) return false;
    return isNothing(last.right) && plainText(sourceCode, last.left) === kept;
  });
}

/** What a function calls in each `finally` of its own. */
const callsAtLast = oncePer((body: TSESTree.Node, sourceCode: SourceCode): TSESTree.CallExpression[] =>
  nodesAtLast(body, sourceCode).flatMap((each) => (each.type === "CallExpression" ? each : [])),
);

/** What stands in each `finally` of a function's own code. */
function nodesAtLast(body: TSESTree.Node, sourceCode: SourceCode): readonly TSESTree.Node[] {
  return ownNodes(sourceCode, body).flatMap((node) =>
    node.type === "TryStatement" && node.finalizer ? ownNodes(sourceCode, node.finalizer) : [],
  );
}

/** A list, a map or a set that is made here, and that nobody else gets: it is only asked, and gone through. */
function isOwnCollection(variable: Variable, root: GraphRoot): boolean {
  const value = constantValue(variable);
  const made = value && unwrap(value);
  const isMade =
    made?.type === "ArrayExpression" ||
    (made?.type === "NewExpression" &&
      made.callee.type === "Identifier" &&
      /^(?:Weak)?(?:Map|Set)$/.test(made.callee.name));
  if (!isMade || !runsIn(made, root)) return false;
  return variable.references.every(
    ({ init, identifier }) => init || (runsIn(identifier, root) && isAskedOnly(identifier)),
  );
}

/** `map.get(key).abort()`, `list.length`, `for (const each of list)`; what it has in it is not given away. */
function isAskedOnly(identifier: TSESTree.Node): boolean {
  const value = outermost(identifier);
  if (value.parent.type === "ForOfStatement") return value.parent.right === value;
  const member = memberOf(identifier);
  if (!member) return false;
  return !/^(?:Return|Yield|Arrow|Assignment|Property|Spread|Array)/.test(
    outermost(callOf(member) ?? member).parent.type,
  );
}

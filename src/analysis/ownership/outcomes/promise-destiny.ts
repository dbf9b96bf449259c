import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { calleeWord, isMemberOf, isReaction, memberMatches } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { isImmediate } from "../../control-flow/immediate-callback.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";

/**
 * What becomes of a value that may be a promise. `promise` is that value with its reactions: `work().then(f)`.
 *
 * - `awaited`: waited for where it stands, alone or in a group that waits for all
 * - `bound`: kept in a constant
 * - `returned`: by the function itself
 * - `dropped`: nobody has it
 * - `grouped`: waited for beside others, of which the first rejection (or the first of all) ends the waiting
 * - `given`: anything else
 */
export type Destiny =
  | { readonly kind: "awaited" | "returned" | "given"; readonly by: TSESTree.Node; readonly promise: TSESTree.Node }
  | { readonly kind: "bound"; readonly variable: TSESLint.Scope.Variable; readonly promise: TSESTree.Node }
  | { readonly kind: "dropped" | "grouped"; readonly promise: TSESTree.Node };

/** Follows a value that may be a promise from where it stands to what waits for it. */
export function destinyOf(sourceCode: SourceCode, promise: TSESTree.Node, root: GraphRoot): Destiny {
  const node = outermost(promise);
  const parent = node.parent;
  const onwards = (next: TSESTree.Node, as = promise): Destiny => ({
    ...destinyOf(sourceCode, next, root),
    promise: as,
  });
  switch (parent.type) {
    case "AwaitExpression":
      return { kind: "awaited", by: parent, promise };
    case "ForOfStatement":
      return parent.await && parent.right === node
        ? { kind: "awaited", by: parent, promise }
        : { kind: "given", by: parent, promise };
    case "ExpressionStatement":
    case "UnaryExpression":
      return { kind: "dropped", promise };
    case "ConditionalExpression":
      return parent.test === node ? { kind: "given", by: parent, promise } : onwards(parent);
    case "LogicalExpression":
      return parent.left === node && parent.operator === "&&"
        ? { kind: "given", by: parent, promise }
        : onwards(parent);
    case "SequenceExpression":
      return parent.expressions.at(-1) === node ? onwards(parent) : { kind: "dropped", promise };
    case "MemberExpression": {
      const chain = parent.object === node ? chainedCall(parent) : undefined;
      return chain ? destinyOf(sourceCode, chain, root) : { kind: "given", by: parent, promise };
    }
    case "VariableDeclarator": {
      const variable = variableOf(sourceCode, parent.id);
      return variable && constantValue(variable)
        ? { kind: "bound", variable, promise }
        : { kind: "given", by: parent, promise };
    }
    case "ArrayExpression":
      return destinyOfElement(sourceCode, parent, promise, root);
    case "ReturnStatement":
      return destinyOfResult(sourceCode, parent, promise, root);
    case "ArrowFunctionExpression":
      return parent.body === node
        ? destinyOfResult(sourceCode, parent, promise, root)
        : { kind: "given", by: parent, promise };
    default:
      return { kind: "given", by: parent, promise };
  }
}

/** The call of a reaction on a promise: `p.then(f)` of the member `p.then`. */
function chainedCall(member: TSESTree.MemberExpression): TSESTree.CallExpression | undefined {
  const call = callOf(member);
  return call && isReaction(call) ? call : undefined;
}

/** `Promise.allSettled` waits for all; the others only for one that is alone. */
function destinyOfElement(
  sourceCode: SourceCode,
  array: TSESTree.ArrayExpression,
  promise: TSESTree.Node,
  root: GraphRoot,
): Destiny {
  const group = groupOf(outermost(array));
  if (!group) return { kind: "given", by: array, promise };
  const isAlone = array.elements.length === 1 && array.elements[0]?.type !== "SpreadElement";
  return destinyInGroup(sourceCode, group, promise, { root, isAlone });
}

function destinyInGroup(
  sourceCode: SourceCode,
  group: TSESTree.CallExpression,
  promise: TSESTree.Node,
  { root, isAlone }: { readonly root: GraphRoot; readonly isAlone: boolean },
): Destiny {
  const waitsForAll = isAlone || calleeWord(group) === "allSettled";
  const destiny = destinyOf(sourceCode, group, root);
  return waitsForAll || destiny.kind !== "awaited" ? destiny : { kind: "grouped", promise };
}

/** The call of `Promise.all`, `allSettled`, `any` or `race` that is given this list. */
function groupOf(list: TSESTree.Node): TSESTree.CallExpression | undefined {
  const call = list.parent!;
  if (call.type !== "CallExpression" || call.arguments[0] !== list) return undefined;
  const callee = unwrap(call.callee);
  return isMemberOf(callee, "Promise") && memberMatches(callee, /^(?:all|allSettled|any|race)$/) ? call : undefined;
}

function destinyOfResult(
  sourceCode: SourceCode,
  by: TSESTree.ReturnStatement | TSESTree.ArrowFunctionExpression,
  promise: TSESTree.Node,
  root: GraphRoot,
): Destiny {
  const fn = by.type === "ReturnStatement" ? enclosingFunction(by) : by;
  // In an async generator `return x` awaits `x`.
  if (fn === root || !isFunction(fn) || !isImmediate(fn))
    return { kind: isFunction(fn) && fn.async && fn.generator ? "awaited" : "returned", by, promise };
  return destinyOfCallback(sourceCode, fn, promise, root);
}

/** The result of a callback that runs now: of an invoked function what the call gives, of `map` one of a list. */
function destinyOfCallback(sourceCode: SourceCode, fn: FunctionNode, promise: TSESTree.Node, root: GraphRoot): Destiny {
  const call = outermost(fn).parent;
  if (call.type !== "CallExpression") return { kind: "dropped", promise };
  if (unwrap(call.callee) === fn) return destinyOf(sourceCode, call, root);
  const word = calleeWord(call) ?? "";
  if (word === "forEach") return { kind: "dropped", promise };
  const group = word === "map" || word === "from" ? groupOf(outermost(call)) : undefined;
  return group
    ? destinyInGroup(sourceCode, group, promise, { root, isAlone: false })
    : { kind: "given", by: call, promise };
}

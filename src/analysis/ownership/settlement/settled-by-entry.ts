import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { isFunction } from "../../../ast/functions.ts";
import { isMemberNamed } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { holderOf } from "../functions/holder.ts";
import { nameOf, usesOf } from "./entry-taker.ts";

/**
 * Does a callback take out of a list what settles the promise, as it was put there, and call it:
 * `pending.set(id, { resolve, reject })` with `setTimeout(() => pending.get(id)?.reject(late), ms)`?
 *
 * It does not see: a method that the callback gives the key to, and keys that are written in two ways.
 */
export function settlesByEntry(
  sourceCode: SourceCode,
  callback: TSESTree.Node,
  settlers: readonly Variable[],
): boolean {
  const fn = unwrap(callback);
  if (!isFunction(fn)) return false;
  const puts = settlers.flatMap(({ references }) =>
    references.flatMap(({ identifier }) => putAt(sourceCode, identifier)),
  );
  if (puts.length === 0) return false;
  return ownNodes(sourceCode, fn.body).some((node) => {
    const asked = entryAt(node);
    return asked !== undefined && puts.some((put) => isSame(sourceCode, put, asked) && isCalled(sourceCode, node, put));
  });
}

/** A place in a list: `list.get(key)`, `list[key]`. */
interface Entry {
  readonly list: TSESTree.Node;
  readonly key: TSESTree.Node;
}

/** What settles a promise, in a list; by its name in the entry, unless it is the entry. */
interface Put extends Entry {
  readonly part: string | undefined;
}

function putAt(sourceCode: SourceCode, settler: TSESTree.Node): Put[] {
  const holder = holderOf(sourceCode, settler);
  const values = holder?.variable ? readsOf(holder.variable) : [holder?.object ?? settler];
  return values.flatMap((value) => {
    const place = placeGiven(value);
    return place ? { ...place, part: holder?.part } : [];
  });
}

/** Where a value is put: `list.set(key, value)`, `list[key] = value`. */
function placeGiven(value: TSESTree.Node): Entry | undefined {
  const given = outermost(value);
  const { parent } = given;
  if (parent.type === "AssignmentExpression")
    return parent.right === given && parent.left.type === "MemberExpression" ? indexAt(parent.left) : undefined;
  const call = callGiven(value);
  const callee = call && unwrap(call.callee);
  const [key, second] = call?.arguments ?? [];
  return key && second === given && isMemberNamed(callee, "set") ? { list: callee.object, key } : undefined;
}

function entryAt(node: TSESTree.Node): Entry | undefined {
  if (node.type === "MemberExpression") return indexAt(node);
  const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
  const [key] = node.type === "CallExpression" ? node.arguments : [];
  return key && isMemberNamed(callee, "get") ? { list: callee.object, key } : undefined;
}

function indexAt({ computed, object, property }: TSESTree.MemberExpression): Entry | undefined {
  return computed ? { list: object, key: property } : undefined;
}

function isSame(sourceCode: SourceCode, a: Entry, b: Entry): boolean {
  const textOf = (node: TSESTree.Node): string => sourceCode.getText(unwrap(node));
  return textOf(a.list) === textOf(b.list) && textOf(a.key) === textOf(b.key);
}

/** Is an entry, or the part of it, called where it is taken, or by the name that it gets? */
function isCalled(sourceCode: SourceCode, taken: TSESTree.Node, { part }: Put): boolean {
  const named = nameOf(taken);
  const uses = part === undefined ? undefined : usesOf(sourceCode, named);
  if (uses) return uses.parts.some(({ key, at }) => key === part && callOf(at) !== undefined);
  if (part !== undefined) return false;
  const variable = variableOf(sourceCode, named);
  return (variable ? readsOf(variable) : [named]).some((each) => callOf(each) !== undefined);
}

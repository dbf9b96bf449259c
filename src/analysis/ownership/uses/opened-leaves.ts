import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import { isPropertyNamed, memberMatches } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { returnsOf } from "../../../ast/returns-of.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { readsOf, variableOf } from "../../../scope/variables.ts";
import type { Obligation } from "../../obligations/obligation.ts";
import { isOpener, openPart } from "../tracing/result-leaves.ts";
import { usesOf } from "./value-uses.ts";

/**
 * Where a function returns what it opened with a context, to be read behind it: `return response`, `return res.body`.
 * The context must last as long as that, so nobody owes its release there.
 *
 * It does not see a result that is given to another function, or stored, and returned from there.
 */
export function returnsOfOpened(sourceCode: SourceCode, obligation: Obligation): TSESTree.Node[] {
  return usesOf(sourceCode, obligation).flatMap(({ by, byResult, destiny }) => {
    const isOpened = byResult && by.type === "CallExpression" && isOpener(by) && destiny?.kind === "awaited";
    return isOpened ? leavingFrom(sourceCode, destiny.by) : [];
  });
}

/** The returns of a function that give what a call in them opens: `return await fetch(url, options)`. */
export function returnsThatOpen(fn: FunctionNode): TSESTree.ReturnStatement[] {
  return returnsOf(fn).filter(({ argument }) => {
    const value = argument && unwrap(argument);
    const call = value?.type === "AwaitExpression" ? unwrap(value.argument) : value;
    return call?.type === "CallExpression" && isOpener(call);
  });
}

/** Does the function around a node return what it opens, a response whose body is read behind it? */
export function isReadLater(node: TSESTree.Node): boolean {
  const fn = enclosingFunction(node);
  return isFunction(fn) && returnsThatOpen(fn).length > 0;
}

/** Do statements open something that the function returns, or a part of it, under whatever name? */
export function leavesOpen(sourceCode: SourceCode, statements: readonly TSESTree.Statement[]): boolean {
  return statements.some((statement) =>
    ownNodes(sourceCode, statement).some((node) => {
      if (node.type !== "CallExpression" || !isOpener(node)) return false;
      const { parent } = outermost(node);
      return leavingFrom(sourceCode, parent.type === "AwaitExpression" ? parent : node).length > 0;
    }),
  );
}

/** An obligation that these returns take over, with what they open: nothing is owed there. */
export function takenOver(obligation: Obligation, returns: readonly TSESTree.Node[]): Obligation {
  const effects = new Map(obligation.effects);
  for (const at of returns)
    effects.set(at, [...(effects.get(at) ?? []), { kind: "escape", by: undefined, how: "returned" }]);
  return { ...obligation, effects };
}

/** The returns of a value, of what it is bound to, and of the part of it that is still open. */
function leavingFrom(sourceCode: SourceCode, start: TSESTree.Node, seen: Set<unknown> = new Set()): TSESTree.Node[] {
  const node = outermost(start);
  const { parent } = node;
  const next = (value: TSESTree.Node): TSESTree.Node[] => leavingFrom(sourceCode, value, seen);
  switch (parent.type) {
    case "ReturnStatement":
    case "YieldExpression":
      return [parent];
    case "VariableDeclarator":
      return boundTo(parent.id).flatMap((name) => newReadsOf(sourceCode, name, seen).flatMap(next));
    case "AssignmentExpression":
      return newReadsOf(sourceCode, parent.left, seen).flatMap(next);
    case "MemberExpression":
      return parent.object === node && memberMatches(parent, openPart) ? next(parent) : [];
    case "Property":
      return next(parent.parent);
    case "ArrayExpression":
    case "ConditionalExpression":
    case "LogicalExpression":
      return next(parent);
    default:
      return [];
  }
}

/** `response`, or of `{ body, status }` what is open. */
function boundTo(id: TSESTree.Node): TSESTree.Node[] {
  if (id.type !== "ObjectPattern") return [id];
  return id.properties.flatMap((each) => (isPropertyNamed(each, openPart) ? [each.value] : []));
}

/** Where a variable is read, once: it may be given itself, `response = response ?? cached`. */
function newReadsOf(sourceCode: SourceCode, target: TSESTree.Node, seen: Set<unknown>): TSESTree.Node[] {
  const variable = variableOf(sourceCode, unwrap(target));
  if (!variable || seen.has(variable)) return [];
  seen.add(variable);
  return readsOf(variable);
}

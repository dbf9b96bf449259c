import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { memberOf } from "../../../ast/members.ts";
import { calleeMatches, isMemberNamed } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost } from "../../../ast/transparent.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { readsOf, type Variable, variableOf } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { findDeferred } from "../functions/deferred.ts";
import { heardBy } from "../settlement/heard-event.ts";
import { heldByWork } from "./held-by-work.ts";
import { isKeptForATime, isSetForATime } from "./kept-for-a-time.ts";

/** Callees that keep what they are given, by their name. */
const keepsValue =
  /^(?:push|set|add|register|track|store|keep|unshift|enqueue|attach|resolve)(?:[A-Z](?!imeout|nterval|mmediate|ventListener)\w*)?$/;

/** Does a variable's value live on when its activation has ended: returned, kept in a member or a collection? */
export function leaves(sourceCode: SourceCode, variable: Variable, root: GraphRoot, except: TSESTree.Node): boolean {
  return waysOut({ sourceCode, variable }, root).some((each) => !isWithin(each, except));
}

/** Where a variable's value goes away, or that of a function that names it. Thousands of listeners may act on one. */
const waysOut = oncePer(
  ({ sourceCode, variable }: { sourceCode: SourceCode; variable: Variable }, root: GraphRoot): TSESTree.Node[] =>
    variable.references.flatMap(({ identifier }) => {
      if (!isWithin(identifier, root)) return [];
      const closure = findDeferred(identifier, root);
      const value = closure ?? identifier;
      const names = closure && nameOfFunction(sourceCode, closure)?.references.map((each) => each.identifier);
      const containers = namesOfContainer(sourceCode, value);
      const isGone = (each: TSESTree.Node): boolean =>
        goesAway(each) && !isKeptHere(sourceCode, each, root) && !isOwnHandler(each, variable);
      return [value, ...(names ?? []), ...containers].some(isGone) ? identifier : [];
    }),
  ({ variable }) => variable,
);

/** Is it given to a keeper that keeps it no longer than the activation lasts? */
function isKeptHere(sourceCode: SourceCode, node: TSESTree.Node, root: GraphRoot): boolean {
  const value = outermost(node);
  const { parent } = value;
  if (parent.type === "AssignmentExpression" && parent.right === value) return isSetForATime(sourceCode, parent, root);
  const work = heldByWork(sourceCode, node, root);
  if (work) return !leaves(sourceCode, work, root, node);
  const call = callGiven(node);
  return call !== undefined && isKeptForATime(sourceCode, call, root);
}

/**
 * Is a function kept by nothing but the request that it names, until that is answered: `request.onload = () =>
 * done(request.response)`? What has no such handler, as a socket, goes on by itself.
 */
function isOwnHandler(fn: TSESTree.Node, { references }: Variable): boolean {
  const named = references.map(({ identifier }): TSESTree.Node => identifier);
  const object = heardBy(fn)?.object;
  return named.some((each) => each === object) && named.some(isAnswered);
}

/** `request.onload = …` */
function isAnswered(request: TSESTree.Node): boolean {
  const handler = memberOf(request);
  const { parent } = handler ? outermost(handler) : request;
  return isMemberNamed(handler, /^on(?:load|loadend|success)$/) && parent?.type === "AssignmentExpression";
}

/** Where an object or a list is named that has a value in it: `const stream = { next: () => reader.read() }`. */
function namesOfContainer(sourceCode: SourceCode, value: TSESTree.Node): TSESTree.Node[] {
  let at = outermost(value);
  const isPart = ({ parent }: TSESTree.Node): boolean =>
    (parent?.type === "Property" && parent.value === at && parent.parent.type === "ObjectExpression") ||
    parent?.type === "ArrayExpression";
  while (isPart(at)) at = outermost(at.parent.type === "Property" ? at.parent.parent : at.parent);
  const { parent } = at;
  if (at === outermost(value) || parent.type !== "VariableDeclarator" || parent.init !== at) return [];
  return readsOf(variableOf(sourceCode, parent.id));
}

/** Is a controller that is made here, or the signal of any, returned? One that is given back is the caller's. */
export function isHandedOn({ references, defs: [def] }: Variable, root: GraphRoot): boolean {
  return references.some(({ identifier }) => {
    const { parent } = outermost(identifier);
    const isSignal = isMemberNamed(parent, "signal");
    if (def?.type === "Parameter" && !isSignal) return false;
    return isWithin(identifier, root) && goesAway(isSignal ? parent : identifier);
  });
}

function goesAway(start: TSESTree.Node): boolean {
  const node = outermost(start);
  const { parent } = node;
  switch (parent.type) {
    case "ReturnStatement":
    case "YieldExpression":
      return true;
    case "SpreadElement":
    case "PropertyDefinition":
      return true;
    case "NewExpression":
      return parent.callee !== node;
    case "ArrowFunctionExpression":
      return parent.body === node;
    case "Property":
      return parent.value === node && parent.parent.type === "ObjectExpression" && goesAway(parent.parent);
    case "ArrayExpression":
    case "ConditionalExpression":
    case "LogicalExpression":
      return goesAway(parent);
    case "AssignmentExpression":
      return parent.right === node && (parent.left.type === "MemberExpression" || goesAway(parent));
    case "CallExpression":
      return parent.callee !== node && calleeMatches(parent, keepsValue);
    default:
      return false;
  }
}

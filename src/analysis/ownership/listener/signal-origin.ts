import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import { calleeWord, memberName } from "../../../ast/names.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { optionsMaker, perCallType, perRequest } from "../../../resources/catalog/signals/platform.ts";
import { addedTo } from "../../../scope/list-contents.ts";
import { variableOf } from "../../../scope/variables.ts";
import { isImmediate } from "../../control-flow/immediate-callback.ts";
import { findOwnField } from "../races/own-field.ts";
import type { Variable } from "../settlement/uses.ts";
import { givenByCalls, isGivenAway, paramOf } from "./given-by-calls.ts";
import { abortsOf } from "./aborts-of.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Where a signal comes from. `outside`: it surely lives longer than what listens. `composed`: made here of others with
 * `AbortSignal.any`, one of them from outside.
 */
export type SignalOrigin = "outside" | "composed";

/**
 * Where the value of an expression comes from; `undefined` for a signal that ends with what listens, being made here or
 * for one call, and where the file does not show it.
 */
export function signalOriginOf(
  sourceCode: SourceCode,
  expression: TSESTree.Node,
  depth: number = 0,
): SignalOrigin | undefined {
  if (depth > maxDepth) return undefined;
  const node = unwrap(expression);
  const next = (inner: TSESTree.Node | null): SignalOrigin | undefined =>
    inner ? signalOriginOf(sourceCode, inner, depth + 1) : undefined;
  switch (node.type) {
    case "Identifier":
      return originOfName(sourceCode, node, next);
    case "MemberExpression":
      return originOfMember(sourceCode, node, next);
    case "LogicalExpression":
      return makesController(node.right) ? undefined : worst([node.left, node.right].map(next));
    case "ConditionalExpression":
      return worst([node.consequent, node.alternate].map(next));
    case "ArrayExpression":
      return worst(node.elements.map(next));
    case "ObjectExpression":
      return worst(node.properties.map(next));
    case "SpreadElement":
      return next(node.argument);
    case "CallExpression":
      return originOfCall(node, next);
    default:
      return undefined;
  }
}

/** Of a chain of names longer than this, the rest is not known. */
const maxDepth = 8;

type OriginOf = (inner: TSESTree.Node | null) => SignalOrigin | undefined;

function worst(origins: readonly (SignalOrigin | undefined)[]): SignalOrigin | undefined {
  return (["outside", "composed"] as const).find((each) => origins.includes(each));
}

/** `AbortSignal.any([…])` is made here of others; a list that is filtered has the same signals in it. */
function originOfCall(call: TSESTree.CallExpression, next: OriginOf): SignalOrigin | undefined {
  const callee = unwrap(call.callee);
  const word = calleeWord(call) ?? "";
  if (optionsMaker.test(word)) return call.arguments.some((each) => next(each) === "outside") ? "outside" : undefined;
  if (callee.type !== "MemberExpression") return undefined;
  if (/^(?:filter|concat|slice|values|flat)$/.test(word)) return next(callee.object);
  const [list] = call.arguments;
  const isAny = word === "any" && callee.object.type === "Identifier" && callee.object.name === "AbortSignal";
  return isAny && list && next(list) === "outside" ? "composed" : undefined;
}

function originOfMember(
  sourceCode: SourceCode,
  member: TSESTree.MemberExpression,
  next: OriginOf,
): SignalOrigin | undefined {
  const name = memberName(member);
  const object = unwrap(member.object);
  if (name === undefined) return undefined;
  if (object.type === "ThisExpression") {
    // What the constructor was given may be kept in a field; any other belongs to the object.
    const field = findOwnField(sourceCode, member, name);
    return field?.value && !field.changes ? next(field.value) : undefined;
  }
  const word =
    object.type === "Identifier" ? object.name : object.type === "MemberExpression" ? memberName(object) : undefined;
  return word !== undefined && perRequest.test(word) ? undefined : next(object);
}

function originOfName(sourceCode: SourceCode, use: TSESTree.Identifier, next: OriginOf): SignalOrigin | undefined {
  const variable = variableOf(sourceCode, use);
  const definition = variable?.defs[0];
  if (definition?.type === "ImportBinding") return "outside";
  if (definition?.type === "Parameter") {
    // Whoever is given the controller, and aborts it, says when its signal ends.
    return abortsOf(variable!).length > 0 ? undefined : originOfParameter(sourceCode, definition, next);
  }
  if (!variable || definition?.type !== "Variable") return undefined;
  const { parent, init } = definition.node;
  if (parent.parent.type === "ForOfStatement") return next(parent.parent.right);
  const value = init && unwrap(init);
  // A controller of the module lives longer than a call, and as long as the code of the module itself.
  if (value?.type === "NewExpression" && variable.scope.type === "module")
    return enclosingFunction(use).type === "Program" ? undefined : "outside";
  if (value?.type === "ArrayExpression") return worst([value, ...addedTo(variable)].map(next));
  return isMadeHere(variable) ? undefined : next(value);
}

/** Is it given something that is made here? */
function isMadeHere({ references }: Variable): boolean {
  return references.some(({ writeExpr }) => writeExpr?.type === "NewExpression");
}

function originOfParameter(
  sourceCode: SourceCode,
  { name, node }: Extract<Variable["defs"][number], { type: "Parameter" }>,
  next: OriginOf,
): SignalOrigin | undefined {
  if (!isFunction(node) || isPerCall(sourceCode, name) || isMadeByDefault(name)) return undefined;
  const call = isImmediate(node) ? callGiven(node) : undefined;
  if (call) {
    const callee = unwrap(call.callee);
    return callee.type === "MemberExpression" ? next(callee.object) : undefined;
  }
  if (isGivenAway(sourceCode, node)) return undefined;
  const given = givenByCalls(sourceCode, node, name);
  return !given || given.some((each) => next(each) === "outside") ? "outside" : undefined;
}

/** `controller = new AbortController()`: whoever gives one makes it for this call, as the default is. So with `??`. */
function isMadeByDefault({ parent }: TSESTree.Node): boolean {
  return parent?.type === "AssignmentPattern" && makesController(parent.right);
}

function makesController(node: TSESTree.Node): boolean {
  const value = unwrap(node);
  return value.type === "NewExpression" && calleeWord(value) === "AbortController";
}

/** A parameter that says it is a request, or the context of one call. */
function isPerCall(sourceCode: SourceCode, name: TSESTree.Node): boolean {
  const param = paramOf(name);
  const annotation = "typeAnnotation" in param && param.typeAnnotation;
  return annotation ? perCallType.test(sourceCode.getText(annotation)) : false;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { calleeWord, memberName, propertyName } from "../../../ast/names.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { optionsMaker, perCallType, perRequest } from "../../../resources/catalog/signals/platform.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { isImmediate } from "../../control-flow/immediate-callback.ts";
import { findOwnField } from "../races/own-field.ts";
import { findCalls } from "../settlement/calls-of.ts";
import type { Variable } from "../settlement/uses.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Where a signal comes from. `outside`: it surely lives longer than what listens. `own`: it ends with it, being made
 * here or for one call. `composed`: made here of others with `AbortSignal.any`, one of them from outside.
 */
export type Origin = "outside" | "own" | "composed";

/** Where the value of an expression comes from; `undefined` when the file does not show it. */
export function originOf(sourceCode: SourceCode, expression: TSESTree.Node, depth: number = 0): Origin | undefined {
  if (depth > maxDepth) return undefined;
  const node = unwrap(expression);
  const next = (inner: TSESTree.Node): Origin | undefined => originOf(sourceCode, inner, depth + 1);
  switch (node.type) {
    case "Identifier": {
      const variable = variableOf(sourceCode, node);
      return variable && originOfVariable(sourceCode, variable, { use: node, depth: depth + 1 });
    }
    case "MemberExpression":
      return originOfMember(sourceCode, node, next);
    case "LogicalExpression":
      return worst([next(node.left), next(node.right)]);
    case "ConditionalExpression":
      return worst([next(node.consequent), next(node.alternate)]);
    case "ArrayExpression":
      return worst(node.elements.map((each) => each && next(each.type === "SpreadElement" ? each.argument : each)));
    case "ObjectExpression":
      return worst(node.properties.map((each) => (each.type === "SpreadElement" ? next(each.argument) : undefined)));
    case "NewExpression":
      return "own";
    case "CallExpression":
      return originOfCall(node, next);
    default:
      return undefined;
  }
}

/** Of a chain of names longer than this, the rest is not known. */
const maxDepth = 8;

function worst(origins: readonly (Origin | undefined | null)[]): Origin | undefined {
  return (
    origins.find((each) => each === "outside") ?? origins.find((each) => each === "composed") ?? origins[0] ?? undefined
  );
}

/** `AbortSignal.any([…])` and `.timeout()` are made here; a list that is filtered has the same signals in it. */
function originOfCall(
  call: TSESTree.CallExpression,
  next: (node: TSESTree.Node) => Origin | undefined,
): Origin | undefined {
  const callee = unwrap(call.callee);
  const word = calleeWord(call) ?? "";
  if (optionsMaker.test(word)) return call.arguments.some((each) => next(each) === "outside") ? "outside" : undefined;
  if (callee.type !== "MemberExpression") return undefined;
  if (/^(?:filter|concat|slice|values|flat)$/.test(word)) return next(callee.object);
  if (callee.object.type !== "Identifier" || callee.object.name !== "AbortSignal") return undefined;
  const [list] = call.arguments;
  return word === "any" && list && next(list) === "outside" ? "composed" : "own";
}

function originOfMember(
  sourceCode: SourceCode,
  member: TSESTree.MemberExpression,
  next: (node: TSESTree.Node) => Origin | undefined,
): Origin | undefined {
  const name = memberName(member);
  const object = unwrap(member.object);
  if (name === undefined) return undefined;
  if (object.type === "ThisExpression") return originOfField(sourceCode, member, name, next);
  const word =
    object.type === "Identifier" ? object.name : object.type === "MemberExpression" ? memberName(object) : undefined;
  return word !== undefined && perRequest.test(word) ? "own" : next(object);
}

/** A field that keeps what the constructor was given; any other belongs to the object. */
function originOfField(
  sourceCode: SourceCode,
  member: TSESTree.MemberExpression,
  name: string,
  next: (node: TSESTree.Node) => Origin | undefined,
): Origin | undefined {
  const field = findOwnField(sourceCode, member, name);
  if (!field || field.changes) return undefined;
  if (field.value) return next(field.value);
  return isParameterProperty(member, name) ? "outside" : undefined;
}

function isParameterProperty(node: TSESTree.Node, name: string): boolean {
  let at: TSESTree.Node | undefined = node;
  while (at && at.type !== "ClassBody") at = at.parent;
  const maker = at?.body.find((each) => each.type === "MethodDefinition" && each.kind === "constructor");
  return (
    maker?.type === "MethodDefinition" &&
    maker.value.params.some(
      (param) =>
        param.type === "TSParameterProperty" && param.parameter.type === "Identifier" && param.parameter.name === name,
    )
  );
}

interface At {
  readonly use: TSESTree.Node;
  readonly depth: number;
}

function originOfVariable(sourceCode: SourceCode, variable: Variable, { use, depth }: At): Origin | undefined {
  const [def] = variable.defs;
  if (def?.type === "ImportBinding") return "outside";
  if (def?.type === "Parameter") return originOfParameter(sourceCode, def, depth);
  if (def?.type !== "Variable" || def.node.type !== "VariableDeclarator") return undefined;
  const { parent, id, init } = def.node;
  const loop = parent.parent;
  if (loop?.type === "ForOfStatement" && loop.left === parent) return originOf(sourceCode, loop.right, depth);
  const value = init && unwrap(init);
  if (value?.type === "NewExpression" && variable.scope.type === "module")
    return enclosingFunction(use).type === "Program" ? "own" : "outside";
  if (!value) return isMade(variable) ? "own" : undefined;
  if (id.type === "ObjectPattern")
    return value.type === "CallExpression" ? undefined : originOf(sourceCode, value, depth);
  return constantValue(variable) || !isMade(variable) ? originOf(sourceCode, value, depth) : "own";
}

/** Is it assigned something that is made here? */
function isMade({ references }: Variable): boolean {
  return references.some(({ writeExpr }) => writeExpr?.type === "NewExpression");
}

function originOfParameter(
  sourceCode: SourceCode,
  { name, node }: Extract<Variable["defs"][number], { type: "Parameter" }>,
  depth: number,
): Origin | undefined {
  if (!isFunction(node) || isPerCall(sourceCode, name)) return "own";
  const value = outermost(node);
  const given = value.parent;
  if (isImmediate(node) && given?.type === "CallExpression") {
    const callee = unwrap(given.callee);
    return callee.type === "MemberExpression" ? originOf(sourceCode, callee.object, depth) : undefined;
  }
  return isGivenAway(value) ? undefined : originByCalls(sourceCode, node, name, depth);
}

/** A parameter that says it is a request, or the context of one call. */
function isPerCall(sourceCode: SourceCode, name: TSESTree.Node): boolean {
  const param = name.parent?.type === "Property" ? name.parent.parent : name;
  const annotation = "typeAnnotation" in param && param.typeAnnotation;
  return annotation ? perCallType.test(sourceCode.getText(annotation)) : false;
}

/** A function that is an argument, or in an object that is one: whoever calls it makes a signal for each call. */
function isGivenAway(value: TSESTree.Node): boolean {
  for (let at = value; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === "CallExpression" || parent.type === "NewExpression") return parent.callee !== at;
    if (parent.type === "JSXExpressionContainer") return true;
    if (parent.type !== "Property" && parent.type !== "ObjectExpression" && outermost(at) === at) return false;
  }
  return false;
}

/** What the calls of a function that only this file can call give it. */
function originByCalls(
  sourceCode: SourceCode,
  fn: FunctionNode,
  name: TSESTree.Node,
  depth: number,
): Origin | undefined {
  const param = name.parent?.type === "Property" ? name.parent.parent : name;
  const key = name.parent?.type === "Property" ? propertyName(name.parent) : undefined;
  const index = fn.params.findIndex((each) => (each.type === "AssignmentPattern" ? each.left : each) === param);
  const isLocal = fn.type === "FunctionDeclaration" ? !fn.parent.type.startsWith("Export") : isConstantOfFile(fn);
  const calls = isLocal && index >= 0 ? findCalls(sourceCode, fn) : [];
  if (calls.length === 0) return "outside";
  const origins = calls.map(({ arguments: given }) => {
    const value = given[index] && partOf(given[index], key);
    return value && originOf(sourceCode, value, depth);
  });
  return origins.includes("outside") ? "outside" : undefined;
}

/** What a call gives under a key, where it writes the object there; all that it gives otherwise. */
function partOf(given: TSESTree.Node, key: string | undefined): TSESTree.Node {
  const object = unwrap(given);
  if (key === undefined || object.type !== "ObjectExpression") return given;
  const part = object.properties.find((each) => each.type === "Property" && propertyName(each) === key);
  return part?.type === "Property" ? part.value : given;
}

function isConstantOfFile(fn: FunctionNode): boolean {
  const { parent } = outermost(fn);
  return parent?.type === "VariableDeclarator" && !parent.parent.parent.type.startsWith("Export");
}

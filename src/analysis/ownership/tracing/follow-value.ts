import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import { memberName, propertyName } from "../../../ast/names.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import type { HandlePath } from "../../../resources/acquisition.ts";
import { spend } from "../../bounded.ts";
import { bindPattern } from "./bind-pattern.ts";
import { isImmediate } from "../../control-flow/immediate-callback.ts";
import { passArgument } from "./pass-argument.ts";
import type { Trace, Value } from "./trace.ts";

/**
 * Follows a value from where it stands to what is done with it there, and records each release, copy and escape. A use
 * of a kind that is not known here counts as an escape: the rule goes quiet rather than guess.
 */
export function followValue(trace: Trace, start: TSESTree.Node, value: Value): void {
  spend(1);
  const node = outermost(start);
  const parent = node.parent;
  switch (parent.type) {
    case "MemberExpression":
      return parent.object === node ? followMember(trace, parent, value) : undefined;
    case "CallExpression":
      if (parent.callee !== node) return passArgument(trace, parent, node, value);
      return value.path.length === 0 && isCallable(trace, value) ? recordCall(trace, parent, value) : undefined;
    case "NewExpression":
      return parent.callee === node ? undefined : trace.escape(parent, value, "passed");
    case "VariableDeclarator":
      return followDeclarator(trace, parent, value);
    case "AssignmentExpression":
      if (parent.left === node) return undefined;
      bindPattern(trace, parent.left, value, parent);
      return parent.parent.type === "ExpressionStatement" ? undefined : followValue(trace, parent, value);
    case "ReturnStatement":
      return followReturn(trace, parent, value);
    case "ArrowFunctionExpression":
      return followReturn(trace, parent, value);
    case "AwaitExpression":
      // What ends by itself and is awaited whole, as a promise, is over then, however that ends.
      if (trace.acquisition.resource.expires && trace.acquisition.paths.includes(value.path))
        trace.escape(parent, value, "passed");
      return followValue(trace, parent, value);
    case "ConditionalExpression":
      return parent.test === node ? undefined : followValue(trace, parent, value);
    case "LogicalExpression":
      return parent.left === node && parent.operator === "&&" ? undefined : followValue(trace, parent, value);
    case "SequenceExpression":
      return parent.expressions.at(-1) === node ? followValue(trace, parent, value) : undefined;
    case "ArrayExpression":
      return followElement(trace, parent, node, value);
    case "Property":
      return followProperty(trace, parent, value);
    case "SpreadElement":
      if (parent.parent.type === "ObjectExpression") return followValue(trace, parent.parent, value);
      return trace.escape(parent.parent, value, "passed");
    case "ForOfStatement":
    case "ForInStatement":
      return trace.escape(parent.left, value, "passed");
    case "TemplateLiteral":
      if (parent.parent.type === "TaggedTemplateExpression") trace.escape(parent.parent, value, "passed");
      return;
    case "PropertyDefinition":
    case "AccessorProperty":
    case "MethodDefinition":
      return trace.escape(parent.parent.parent, value, "captured");
    case "YieldExpression":
    case "ThrowStatement":
    case "JSXExpressionContainer":
    case "JSXSpreadAttribute":
    case "ExportDefaultDeclaration":
      return trace.escape(parent, value, "passed");
    case "ExportSpecifier":
    case "AssignmentPattern":
    case "TSExportAssignment":
      trace.isUnclear = true;
      return;
    default:
      return;
  }
}

function isCallable(trace: Trace, { closure }: Value): boolean {
  return closure || trace.acquisition.resource.release.by !== "argument";
}

/** A call of a closure acts on what the captured variable holds now; one that acts later, on what it holds by then. */
function recordCall(trace: Trace, call: TSESTree.CallExpression, { by, onCall, later }: Value): void {
  const now = { by, closure: false };
  if (later) trace.escape(call, { by, closure: true }, "captured");
  if (onCall === "release") trace.release(call, now);
  else trace.escape(call, now, "captured");
}

function followMember(trace: Trace, member: TSESTree.MemberExpression, value: Value): void {
  const { path } = value;
  const name = memberName(member);
  const [step, ...rest] = path;
  if (name === undefined) return trace.escape(member, value, "passed");
  if (step === undefined) return followOwnMethod(trace, member, name, value);
  if (stepMatches(step, name)) return followValue(trace, member, { ...value, path: rest });
  const call = callOf(member);
  if (!call) return;
  // `[stopA, stopB].forEach(…)`: a method of the container itself may do anything with what is inside.
  const isMethodOfTuple = typeof step === "number" && !/^\d+$/.test(name);
  if (isMethodOfTuple || isTied(trace, call)) trace.escape(call, value, "passed");
}

/** `relay.attach(stream)`: what is known by its shape alone may end with what another method of it is given. */
function isTied({ acquisition }: Trace, call: TSESTree.CallExpression): boolean {
  const isValue = (node: TSESTree.Node): boolean => /^(?:Identifier|MemberExpression)$/.test(unwrap(node).type);
  return acquisition.resource.from.length === 0 && call.arguments.some(isValue);
}

function followOwnMethod(trace: Trace, member: TSESTree.MemberExpression, name: string, value: Value): void {
  const call = outermost(member).parent;
  if (call.type !== "CallExpression") return;
  const { release, harmless } = trace.acquisition.resource;
  if (!isCallable(trace, value)) {
    if (harmless?.methods?.includes(name)) trace.isHarmless = true;
    else if (release.by === "argument" && release.methods?.includes(name)) trace.release(call, value);
    return;
  }
  if (name === "call" || name === "apply") recordCall(trace, call, value);
  if (name === "bind") followValue(trace, call, value);
}

/** Is `name` the part that the path asks for next? */
export function stepMatches(step: HandlePath[number], name: string): boolean {
  return typeof step === "object" ? step.some((each) => String(each) === name) : String(step) === name;
}

function followDeclarator(trace: Trace, declarator: TSESTree.VariableDeclarator, value: Value): void {
  const { kind } = declarator.parent;
  if ((kind === "using" || kind === "await using") && !value.closure) trace.dispose(declarator, value.by);
  else bindPattern(trace, declarator.id, value, declarator);
}

function followReturn(
  trace: Trace,
  statement: TSESTree.ReturnStatement | TSESTree.ArrowFunctionExpression,
  value: Value,
): void {
  const fn = statement.type === "ReturnStatement" ? enclosingFunction(statement) : statement;
  if (isFunction(fn) && fn !== trace.root && isImmediate(fn)) {
    // What an executor returns goes nowhere.
    return fn.parent.type === "NewExpression" ? undefined : trace.escape(statement, value, "stored");
  }
  if (fn === trace.root && value.onCall === "release")
    trace.handovers.push({ statement, path: value.path, closure: value.closure });
  trace.escape(statement, value, "returned");
}

function followElement(trace: Trace, array: TSESTree.ArrayExpression, node: TSESTree.Node, value: Value): void {
  const index = array.elements.indexOf(node as TSESTree.Expression);
  const isFixed = array.elements.slice(0, index).every((element) => element?.type !== "SpreadElement");
  if (!isFixed) return trace.escape(array, value, "stored");
  followValue(trace, array, { ...value, path: [index, ...value.path] });
}

function followProperty(trace: Trace, property: TSESTree.Property, value: Value): void {
  const object = property.parent;
  if (object.type !== "ObjectExpression") return;
  const name = propertyName(property);
  if (name === undefined) return trace.escape(object, value, "stored");
  followValue(trace, object, { ...value, path: [name, ...value.path] });
}

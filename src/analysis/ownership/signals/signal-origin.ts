import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import { calleeWord, isNewController, memberName, propertyName } from "../../../ast/names.ts";
import { findPatternKeys } from "../../../ast/pattern-keys.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { someNode } from "../../../ast/some-node.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { optionsMaker, requestSignal, signalMerger } from "../../../resources/catalog/signals/platform.ts";
import { assignedValues } from "../../../scope/assigned-values.ts";
import { addedTo } from "../../../scope/list-contents.ts";
import { variableOf, type Variable } from "../../../scope/variables.ts";
import { isImmediate } from "../../control-flow/immediate-callback.ts";
import { endsWithRequest, isRequest } from "./request.ts";
import { findOwnField } from "../functions/own-field.ts";
import { valuesOfMember } from "../functions/values-of-member.ts";
import { argumentsOf, givenByCalls, isGivenAway } from "../functions/given-by-calls.ts";
import { isOwnMethod } from "../functions/own-functions.ts";
import { abortsOf } from "./aborts-of.ts";
import { isMadeHere, isOfCallersOnly } from "./made-by-callers.ts";
import { isPerCallType } from "./per-call-type.ts";

/**
 * Where a signal comes from. `outside`: it surely lives longer than what listens. `composed`: made here of others with
 * `AbortSignal.any`, one of them from outside.
 */
export type SignalOrigin = "outside" | "composed";

/** A way to a signal inside of the value that is looked at. */
interface Way {
  /** The members that lead to it: `options`, `signal`; `anyElement` for one of a list. */
  readonly keys: readonly string[];
  readonly depth: number;
  /** Where running code asks for it: not at the constant of the module that has `shutdown.signal`, but at its use. */
  readonly use: TSESTree.Node;
  /** What is known so far; nothing of what is asked for by itself. */
  readonly asked: Map<string, SignalOrigin | undefined>;
  /** The calls that are looked at: what others give the same functions does not matter. */
  readonly through: readonly TSESTree.Node[];
}

const anyElement = "*";

/** Of a chain of names longer than this, the rest is not known. */
const maxDepth = 24;

/**
 * Where the value of an expression comes from; `undefined` for a signal that ends with what listens, being made here or
 * for one call, and where the file does not show it.
 *
 * It does not see what is written into an object later: `options.signal = signal`.
 */
export function signalOriginOf(
  sourceCode: SourceCode,
  expression: TSESTree.Node,
  { keys, depth, use, asked, through }: Way = wayTo(expression),
): SignalOrigin | undefined {
  const node = unwrap(expression);
  const way = `${node.range[0]}-${node.range[1]}.${keys.join(".")}`;
  if (depth > maxDepth || asked.has(way)) return asked.get(way);
  asked.set(way, undefined);
  const next: OriginOf = (inner, inside = keys, from = use) =>
    inner
      ? signalOriginOf(sourceCode, inner, { keys: inside, depth: depth + 1, use: from, asked, through })
      : undefined;
  const origin = originOf(sourceCode, node, { keys, use, next, through });
  asked.set(way, origin);
  return origin;
}

/** The same for what runs as part of certain calls, whoever else may call the functions. */
export function signalOriginThrough(
  sourceCode: SourceCode,
  signal: TSESTree.Node,
  through: readonly TSESTree.Node[],
): SignalOrigin | undefined {
  return signalOriginOf(sourceCode, signal, wayTo(signal, through));
}

function wayTo(signal: TSESTree.Node, through: Way["through"] = []): Way {
  return { keys: [], depth: 0, use: signal, asked: new Map(), through };
}

function originOf(sourceCode: SourceCode, node: TSESTree.Node, step: Step): SignalOrigin | undefined {
  const { next } = step;
  switch (node.type) {
    case "Identifier":
      return originOfName(sourceCode, node, step);
    case "MemberExpression":
      return originOfMember(sourceCode, node, step);
    case "LogicalExpression":
      if (isNewController(unwrap(node.right))) return undefined;
      return worst((node.operator === "&&" ? [node.right] : [node.left, node.right]).map((each) => next(each)));
    case "ConditionalExpression":
      return worst([node.consequent, node.alternate].map((each) => next(each)));
    case "ArrayExpression":
      return originOfList(node.elements, step);
    case "ObjectExpression":
      return originOfObject(node, step);
    case "AwaitExpression":
    case "SpreadElement":
      return next(node.argument);
    case "CallExpression":
      return originOfCall(node, step);
    default:
      return undefined;
  }
}

/** The origin of something else, with the keys that lead on from there, and the use; as before where none are given. */
type OriginOf = (
  inner: TSESTree.Node | null | undefined,
  keys?: readonly string[],
  use?: TSESTree.Node,
) => SignalOrigin | undefined;

interface Step extends Pick<Way, "keys" | "use" | "through"> {
  readonly next: OriginOf;
}

function worst(origins: readonly (SignalOrigin | undefined)[]): SignalOrigin | undefined {
  return (["outside", "composed"] as const).find((each) => origins.includes(each));
}

/** One element, where the key says which; else the worst of all. */
function originOfList(elements: readonly (TSESTree.Node | null)[], { keys, next }: Step): SignalOrigin | undefined {
  const [key, ...rest] = keys;
  if (key === undefined) return worst(elements.map((each) => next(each)));
  const element = elements.some((each) => each?.type === "SpreadElement") ? undefined : elements[Number(key)];
  if (element) return next(element, rest);
  return worst(elements.map((each) => next(each, each?.type === "SpreadElement" ? keys : rest)));
}

/** The property of that key; where none is written, what is spread into the object. */
function originOfObject({ properties }: TSESTree.ObjectExpression, { keys, next }: Step): SignalOrigin | undefined {
  const [key, ...rest] = keys;
  const written = properties.find((each) => each.type === "Property" && propertyName(each) === key);
  if (written?.type === "Property") return next(written.value, rest);
  return worst(properties.map((each) => (each.type === "SpreadElement" ? next(each.argument) : undefined)));
}

/** `AbortSignal.any([…])` is made here of others; a list that is filtered has the same signals in it. */
function originOfCall(call: TSESTree.CallExpression, { keys, next }: Step): SignalOrigin | undefined {
  const callee = unwrap(call.callee);
  const word = calleeWord(call) ?? "";
  if (optionsMaker.test(word)) {
    const inside = keys.filter((key) => !/^\d/.test(key));
    return call.arguments.some((each) => next(each, inside) === "outside") ? "outside" : undefined;
  }
  if (signalMerger.test(word)) return call.arguments.some((each) => next(each) === "outside") ? "composed" : undefined;
  if (callee.type !== "MemberExpression") return undefined;
  // What an `AsyncLocalStorage` has is shared by all that is called in one run of it.
  if (word === "getStore" && call.arguments.length === 0)
    return isRequest(unwrap(callee.object)) ? undefined : "outside";
  if (/^(?:filter|concat|slice|values|flat)$/.test(word)) return next(callee.object);
  const of = callee.object.type === "Identifier" ? callee.object.name : "";
  if (of === "Object" && word === "assign") return worst(call.arguments.map((each) => next(each)));
  const isAny = of === "AbortSignal" && word === "any";
  return isAny && next(call.arguments[0], [anyElement]) === "outside" ? "composed" : undefined;
}

function originOfMember(
  sourceCode: SourceCode,
  member: TSESTree.MemberExpression,
  { keys, next }: Step,
): SignalOrigin | undefined {
  const name = memberName(member);
  const object = unwrap(member.object);
  if (requestSignal.test(name ?? "")) return undefined;
  if (name === undefined)
    return isCounter(sourceCode, member.property) ? next(object, [anyElement, ...keys]) : undefined;
  if (object.type !== "ThisExpression") {
    const isOwn = valuesOfMember(sourceCode, member).some((value) => someNode(sourceCode, value, isNewController));
    const isOfRequest = endsWithRequest(sourceCode, object, name);
    return isOwn || isOfRequest ? undefined : next(object, [name, ...keys]);
  }
  // What the constructor was given may be kept in a field; any other belongs to the object.
  const field = findOwnField(sourceCode, member, name);
  return field?.changes ? undefined : next(field?.value);
}

/** The `i` of `for (let i = 0; …; i++) list[i]`. */
function isCounter(sourceCode: SourceCode, index: TSESTree.Node): boolean {
  return variableOf(sourceCode, index)?.defs[0]?.parent?.parent?.type === "ForStatement";
}

function originOfName(sourceCode: SourceCode, name: TSESTree.Identifier, step: Step): SignalOrigin | undefined {
  const { keys: behind, use, next } = step;
  const variable = variableOf(sourceCode, name);
  const definition = variable?.defs[0];
  if (!variable || !definition || requestSignal.test(name.name)) return undefined;
  if (definition.type === "ImportBinding") return "outside";
  const { pattern, keys: before } = findPatternKeys(definition.name);
  const keys = [...before, ...behind];
  // Whoever is given the controller, and aborts it, says when its signal ends.
  const isEnded = (): boolean => abortsOf(variable).length > 0;
  if (definition.type === "Parameter")
    return isEnded() || isMadeByDefault(definition.name)
      ? undefined
      : originOfParameter(sourceCode, { fn: definition.node, param: pattern }, { ...step, keys });
  if (definition.type !== "Variable") return undefined;
  const { parent, init } = definition.node;
  if (parent.parent.type === "ForOfStatement") return next(parent.parent.right, [anyElement, ...keys]);
  const value = init && unwrap(init);
  // A controller of the module lives longer than a call, and as long as the code of the module itself.
  if (value?.type === "NewExpression" && variable.scope.type === "module")
    return isEndedBy(variable, use) ? undefined : "outside";
  if (isEnded()) return undefined;
  if (value?.type === "ArrayExpression")
    return worst([next(value, keys), ...addedTo(variable).map((each) => next(each, keys.slice(1)))]);
  if (isMadeHere(variable) || (value && pattern !== definition.name && isRequest(value))) return undefined;
  // `let signal; if (options) signal = options.signal;`
  return value ? next(value, keys) : worst((assignedValues(variable) ?? []).map((each) => next(each, keys)));
}

function originOfParameter(
  sourceCode: SourceCode,
  { fn, param }: { fn: TSESTree.Node; param: TSESTree.Node },
  { keys, next, through }: Step,
): SignalOrigin | undefined {
  if (!isFunction(fn) || ("typeAnnotation" in param && isPerCallType(param.typeAnnotation))) return undefined;
  const call = isImmediate(fn) ? callGiven(fn) : undefined;
  if (call) {
    const callee = unwrap(call.callee);
    return callee.type === "MemberExpression" ? next(callee.object, [anyElement, ...keys], call) : undefined;
  }
  const calls = through.length > 0 ? argumentsOf(sourceCode, fn, param) : [];
  const looked = calls.filter((each) => through.includes(each.call));
  if (looked.length > 0) return worst(looked.flatMap(({ given }) => given).map((each) => next(each, keys, each)));
  if (isGivenAway(sourceCode, fn)) return undefined;
  const given = givenByCalls(sourceCode, fn, param);
  if (isOwnMethod(fn) && isOfCallersOnly(sourceCode, argumentsOf(sourceCode, fn, param), keys)) return undefined;
  return !given || given.some((each) => next(each, keys, each) === "outside") ? "outside" : undefined;
}

/** Does a controller of the module end with the code that uses its signal: with the module, or with what aborts it? */
function isEndedBy(controller: Variable, use: TSESTree.Node): boolean {
  const fn = enclosingFunction(use);
  return fn.type === "Program" || abortsOf(controller).some((each) => isWithin(each, fn));
}

/** `controller = new AbortController()`: whoever gives one makes it for this call, as the default is. So with `??`. */
function isMadeByDefault({ parent }: TSESTree.Node): boolean {
  return parent?.type === "AssignmentPattern" && isNewController(unwrap(parent.right));
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { mayRepeat } from "../../../ast/loops.ts";
import { calleeWord, isCallNamed, isMemberNamed } from "../../../ast/names.ts";
import { isSameText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { addedAt } from "../../../scope/list-contents.ts";
import { functionOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { promiseOf } from "../../../ast/executor.ts";
import { readAbortCall, type AbortListener } from "../signals/abort-listener.ts";
import { madeFor } from "./made-listener.ts";
import { isTakenBack } from "./taken-back.ts";

/** What a file does with the function that listens. */
export interface ListenerUses {
  /** The name that holds it; `undefined` when nothing does. */
  readonly variable: Variable | undefined;
  /** The function itself, if the file shows it. */
  readonly fn: FunctionNode | undefined;
  readonly removals: readonly AbortListener[];
  /** The other listenings of the same function. */
  readonly others: readonly AbortListener[];
  /** Where it goes to somebody who may remove it. */
  readonly escapes: readonly TSESTree.Node[];
}

/** Follows the function that a call listens with; `undefined` when it is held by something that is not followed. */
export function usesOfListener(
  sourceCode: SourceCode,
  { node, listener, signal }: AbortListener,
): ListenerUses | undefined {
  const value = unwrap(listener);
  const uses = { removals: [], others: [], escapes: [] };
  if (isFunction(value)) return { variable: undefined, fn: value, ...uses };
  if (value.type === "CallExpression") {
    const fn = ownFunctionAt(sourceCode, value) ?? madeFor(sourceCode, value)?.fn;
    return { variable: undefined, fn, ...uses };
  }
  const name = value.type === "AssignmentExpression" ? unwrap(value.left) : value;
  const variable = variableOf(sourceCode, name);
  if (!variable) return undefined;
  if (isGivenByCaller(variable)) return undefined;
  const fn = functionHeldBy(variable) ?? madeFor(sourceCode, name)?.fn;
  const found = readReferences(sourceCode, variable, { node, signal });
  return {
    variable,
    fn,
    ...found,
    removals: found.removals.filter((each) => !(fn && isInsideOnly(variable, fn, each))),
  };
}

/** A function that a caller listens with is the caller's to remove; a promise's own functions are nobody's. */
function isGivenByCaller({ defs: [def] }: Variable): boolean {
  return def?.type === "Parameter" && !(isFunction(def.node) && promiseOf(def.node));
}

/**
 * A removal that the listener does itself happens at the abort, unless something else calls the function too. One that
 * removes it from many signals may be called by the abort of another one.
 */
function isInsideOnly(variable: Variable, fn: FunctionNode, removal: AbortListener): boolean {
  return isWithin(removal.node, fn) && !mayRepeat(removal.node, fn) && onlyListens(variable);
}

/** Does nothing call a function but the abort, unless that was before? */
export function onlyListens({ references }: Variable): boolean {
  return references.every(listensOrIsAtOnce);
}

/** Is a function named to listen with it, to call it where the abort has been before, or where it is declared? */
export function listensOrIsAtOnce({ identifier }: TSESLint.Scope.Reference): boolean {
  const { parent } = outermost(identifier);
  const isListening = isCallNamed(parent, /EventListener$/);
  return isListening || identifier.parent.type === "VariableDeclarator" || isAtOnce(parent);
}

/** `if (signal.aborted) onAbort();`, also `void onAbort()` and `await onAbort()` */
export function isAtOnce(call: TSESTree.Node | undefined): boolean {
  if (call?.type !== "CallExpression") return false;
  const isWrapped = call.parent.type === "UnaryExpression" || call.parent.type === "AwaitExpression";
  const statement = isWrapped ? call.parent.parent : call.parent;
  if (statement?.type !== "ExpressionStatement") return false;
  let at: TSESTree.Node = statement.parent;
  if (at.type === "BlockStatement") at = at.parent;
  return at.type === "IfStatement" && endsWithAborted(at.test);
}

function endsWithAborted(test: TSESTree.Node): boolean {
  const node = unwrap(test);
  return isMemberNamed(node, "aborted");
}

/** The one function that a variable is ever given. */
function functionHeldBy(variable: Variable): FunctionNode | undefined {
  const constant = functionOf(variable);
  if (constant) return constant;
  const written = variable.references.flatMap(({ writeExpr }) => (writeExpr ? functionsOf(writeExpr) : []));
  return written.length === 1 ? written[0] : undefined;
}

/** The functions that a value may be, as it is written: `signal && (() => stop())`. */
function functionsOf(value: TSESTree.Node): FunctionNode[] {
  const node = unwrap(value);
  if (node.type === "LogicalExpression") return functionsOf(node.right);
  if (node.type === "ConditionalExpression") return [node.consequent, node.alternate].flatMap(functionsOf);
  return isFunction(node) ? [node] : [];
}

function readReferences(
  sourceCode: SourceCode,
  { references }: Variable,
  { node, signal }: Pick<AbortListener, "node" | "signal">,
): Pick<ListenerUses, "removals" | "others" | "escapes"> {
  const found: Record<"removals" | "others", AbortListener[]> = { removals: [], others: [] };
  const escapes: TSESTree.Node[] = [];
  for (const reference of references) {
    if (!reference.isRead() || isTakenBack(sourceCode, reference.identifier, { references, signal })) continue;
    const use = readUse(sourceCode, reference.identifier, signal);
    if (use?.how === "adds" && use.call.node !== node) found.others.push(use.call);
    if (use?.how === "removes") found.removals.push(use.call);
    if (use?.how === "escapes" && use.at !== node) escapes.push(use.at);
  }
  const removed = (receiver: AbortListener["signal"]): string => sourceCode.getText(unwrap(receiver));
  const elsewhere = new Set(found.others.map((other) => removed(other.signal)));
  elsewhere.delete(removed(signal));
  return { ...found, removals: found.removals.filter((each) => !elsewhere.has(removed(each.signal))), escapes };
}

type ListenerUse =
  | { readonly how: "adds" | "removes"; readonly call: AbortListener }
  | { readonly how: "escapes"; readonly at: TSESTree.Node };

/** Callees that keep a function, or take it away, by their name. */
const keepsOrTakesAway =
  /^(?:off|un|remove|delete|detach|cancel|clear|track|register|push|set(?!Timeout|Interval|Immediate)|keep|store|dispose|cleanup|defer|add)/;

function readUse(sourceCode: SourceCode, identifier: TSESTree.Node, signal: TSESTree.Node): ListenerUse | undefined {
  const value = outermost(identifier);
  const { parent } = value;
  switch (parent.type) {
    case "CallExpression":
      return parent.callee === value ? undefined : readArgument(sourceCode, parent, signal);
    case "Property":
      return readProperty(sourceCode, parent, signal);
    case "NewExpression":
    case "ArrayExpression":
    case "ReturnStatement":
    case "ArrowFunctionExpression":
    case "SpreadElement":
    case "PropertyDefinition":
    case "ExportSpecifier":
    case "YieldExpression":
    case "AssignmentExpression":
    case "VariableDeclarator":
    case "AssignmentPattern":
      return { how: "escapes", at: parent };
    case "ConditionalExpression":
    case "LogicalExpression":
      return readUse(sourceCode, parent, signal);
    default:
      return undefined;
  }
}

/** In an object that a call is given it is an argument of the call; in any other it goes away. */
function readProperty(
  sourceCode: SourceCode,
  property: TSESTree.Property,
  signal: TSESTree.Node,
): ListenerUse | undefined {
  const call = callGiven(property.parent);
  return call ? readArgument(sourceCode, call, signal) : { how: "escapes", at: property };
}

/** `listeners.push(listener)`, into a list of the function that nobody ever reads. */
function isPutAside(sourceCode: SourceCode, { callee }: TSESTree.CallExpression): boolean {
  const list = callee.type === "MemberExpression" ? variableOf(sourceCode, callee.object) : undefined;
  const isLocal =
    list?.defs.every(({ type }) => type === "Variable") === true && !/^(?:module|global)$/.test(list.scope.type);
  return isLocal && list.references.every(({ init, identifier }) => init === true || addedAt(identifier).length > 0);
}

function readArgument(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  signal: TSESTree.Node,
): ListenerUse | undefined {
  const added = readAbortCall(sourceCode, call, "addEventListener");
  if (added) return { how: "adds", call: added };
  const removed = readAbortCall(sourceCode, call, "removeEventListener");
  if (removed) return { how: "removes", call: removed };
  const word = calleeWord(call) ?? "";
  if (/^(?:add|remove)(?:Event)?Listener$/.test(word) || isPutAside(sourceCode, call)) return undefined;
  const hasSignal = call.arguments.flatMap(valuesGiven).some((each) => isSameText(sourceCode, each, signal));
  return hasSignal || keepsOrTakesAway.test(word) ? { how: "escapes", at: call } : undefined;
}

/** What an argument gives: itself, or the values of the object that is written there. */
function valuesGiven(argument: TSESTree.Node): TSESTree.Node[] {
  const node = unwrap(argument);
  if (node.type !== "ObjectExpression") return [node];
  return node.properties.map((each) => (each.type === "Property" ? each.value : each.argument));
}

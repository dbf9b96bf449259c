import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { isFunction } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { calleeMatches, propertyName } from "../../../ast/names.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { answersOfCall, opening } from "../../../resources/catalog/signals/platform.ts";
import { constantValue, type Variable } from "../../../scope/variables.ts";

/**
 * The call whose answer a function is: one in its options, `request({ success: done, fail })`, or the last it is given
 * if that takes an error first, `execFile(path, (error, output) => …)`. Behind it the work of that call is over.
 *
 * @returns `undefined` for one that opens something, and tells with its answer that it is open
 */
export function answeredCall(fn: TSESTree.Node): TSESTree.CallExpression | undefined {
  const call = isErrorFirst(fn) ? callEndedBy(fn) : callWithOption(fn);
  return call && !calleeMatches(call, opening) ? call : undefined;
}

function isErrorFirst(fn: TSESTree.Node): boolean {
  const first = isFunction(fn) ? fn.params[0] : undefined;
  return first?.type === "Identifier" && /^(?:e|er|err|error)$/.test(first.name);
}

/** The call that is given a function as its last argument, and no name of an event. */
function callEndedBy(fn: TSESTree.Node): TSESTree.CallExpression | undefined {
  const call = callGiven(fn);
  return call?.arguments.at(-1) === fn && !calleeMatches(call, hearing) ? call : undefined;
}

/** Callees that take a listener, or a reaction to a promise. */
const hearing = /^(?:on[A-Z]?\w*|once|add\w*Listener|catch|then|finally)$/;

function callWithOption(fn: TSESTree.Node): TSESTree.CallExpression | undefined {
  const value = outermost(fn);
  const { parent } = value;
  if (parent.type !== "Property" || parent.value !== value || parent.parent.type !== "ObjectExpression")
    return undefined;
  const call = callGiven(parent.parent);
  const isAnswer = answersOfCall.test((propertyName(parent) ?? "").replace(/^on/, "").toLowerCase());
  return isAnswer ? call : undefined;
}

/** Does a variable stand for the work of a call alone, which nobody else gets: `task` of `const task = request(…)`? */
export function isWorkOfCall(variable: Variable, call: TSESTree.CallExpression, listener: TSESTree.Node): boolean {
  const value = constantValue(variable);
  if (!value || unwrap(value) !== call) return false;
  return variable.references.every(
    ({ init, identifier }) => init === true || isWithin(identifier, listener) || memberOf(identifier) !== undefined,
  );
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { isSameText } from "../../../ast/plain-text.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { assignedValues } from "../../../scope/assigned-values.ts";
import type { Leak } from "../../obligations/leak.ts";
import { findDeferred } from "../functions/deferred.ts";
import { fieldControllerOf } from "./field-controller.ts";
import { callsOfHelper, type HelperCall } from "./helper-calls.ts";
import { isHandedOn, leaves } from "./leaves.ts";
import type { Listening } from "./listening.ts";
import { madeFor } from "./made-listener.ts";
import { onlyTells } from "./only-tells.ts";
import { lastsUntilAbort } from "./owner-of-listener.ts";
import { isSettledAlone } from "./open-beside.ts";
import { causeOf } from "./cause.ts";
import { goesOn, isForGood } from "./set-up.ts";
import { leavesStreamOpen } from "./stream-start.ts";
import { workOf } from "./work-of-listener.ts";
import type { Variable } from "../../../scope/variables.ts";

/**
 * A listener that nothing removes, although what it acts on ends with the function: a controller of one call, work that
 * is waited for. One that acts on what lives on (a server that was started, the object around) was installed for good.
 */
export function findNeverRemoved(listening: Listening): Pick<Leak, "cause" | "at"> | undefined {
  const { added, owner } = listening;
  const isLost =
    stays(listening, { node: added.node, owner, given: new Map() }) ||
    (owner.end === "none" && callsOfHelper(listening).some((call) => stays(listening, call)));
  return isLost ? { cause: causeOf(listening), at: undefined } : undefined;
}

/** Is what a listener acts on over when the function that adds it, or calls what adds it, has ended? */
function stays(listening: Listening, { node, owner, given }: HelperCall): boolean {
  const { sourceCode, added, uses } = listening;
  const { root } = owner;
  if (!isFunction(root) || leavesStreamOpen(sourceCode, root) || lastsUntilAbort(root, sourceCode)) return false;
  const { controllers, locals, usesThis, usesUnknown } = workOf(listening, root, given);
  const isOfCall = usesThis && fieldControllerOf(listening)?.isOfCall === true;
  if ((usesThis && !isOfCall && !onlyTells(listening)) || usesUnknown) return false;
  if (!isOfCall && controllers.length === 0 && locals.length === 0) return false;
  const own = uses.fn ?? added.listener;
  if (owner.end === "none") return controllers.some((each) => isHandedOn(each, root));
  if (!goesOn(sourceCode, node, root)) return false;
  const made = madeFor(sourceCode, added.listener);
  const isByCall = made !== undefined || given.size > 0;
  const acted = locals.filter((each) => isByCall || !onlyAsksSignal(sourceCode, added.signal, each, own));
  const isGone = (each: Variable): boolean => !isFlag(each, root, own) && leaves(sourceCode, each, root, own);
  if ([...controllers, ...acted].some(isGone)) return false;
  return !acted.some(
    (each) => isForGood(each, own) || (made && isForGood(each, made.call)) || isSettledAlone(listening, each),
  );
}

/**
 * Does a variable hold nothing but `true` and `false`, and the like? Who gets its value has none of the work, unlike
 * one who gets a function that asks for it.
 */
function isFlag(variable: Variable, root: FunctionNode, listener: TSESTree.Node): boolean {
  const isAskedHere = variable.references.every(
    ({ identifier }) => isWithin(identifier, listener) || !findDeferred(identifier, root),
  );
  return isAskedHere && assignedValues(variable)?.every((value) => unwrap(value).type === "Literal") === true;
}

/** Does a listener name `options` for its signal alone: `own.abort(options.signal.reason)`? */
function onlyAsksSignal(
  sourceCode: Listening["sourceCode"],
  signal: TSESTree.Node,
  { references }: Variable,
  listener: TSESTree.Node,
): boolean {
  const isSignal = (node: TSESTree.Node): boolean => isSameText(sourceCode, node, signal);
  const named = references.filter(({ identifier }) => isWithin(identifier, listener));
  const isAsked = ({ identifier }: (typeof named)[number]): boolean => {
    let at = outermost(identifier);
    for (let next = memberOf(at); next && !isSignal(at); next = memberOf(at)) at = outermost(next);
    return isSignal(at);
  };
  return named.length > 0 && named.every(isAsked);
}

import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import { calleeMatches } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { functionOf, type Variable } from "../../../scope/variables.ts";
import { settlersOf } from "../functions/executor.ts";
import { holderOf } from "../functions/holder.ts";
import { variablesUsedIn } from "../functions/used-in.ts";
import { settlesByEntry } from "../settlement/settled-by-entry.ts";
import type { Listening } from "./listening.ts";
import type { ListenerOwner } from "./owner-of-listener.ts";
import { wrappedSettlers } from "./wrapped-settlers.ts";

type Settled = Extract<ListenerOwner, { end: "settlement" }>;

/**
 * Does the listener act on the promise that is made around it: settle it, by a name, by an object that has its settler
 * or by its entry in a list, or do something with such an object?
 */
export function actsOnPromise({ sourceCode, added, uses }: Listening, { executor }: Settled): boolean {
  const given = settlersOf(sourceCode, executor) ?? [];
  const made = given.flatMap((each) => [...wrappedSettlers(sourceCode, each), ...holdersOf(sourceCode, each)]);
  const settlers = [...given, ...made];
  const value = unwrap(added.listener);
  if (uses.variable && settlers.includes(uses.variable)) return true;
  if (uses.fn && settlesByEntry(sourceCode, uses.fn, given)) return true;
  if (uses.fn) return callsOne(sourceCode, uses.fn, settlers, new Set());
  return settlers.some(({ references }) => references.some(({ identifier }) => isWithin(identifier, value)));
}

/**
 * Does a function call one of these, itself or through local functions, now or soon: `setTimeout(settle, 100)`? To name
 * one to take it back is no call.
 */
function callsOne(
  sourceCode: SourceCode,
  fn: FunctionNode,
  settlers: readonly Variable[],
  seen: Set<FunctionNode>,
): boolean {
  if (seen.has(fn)) return false;
  seen.add(fn);
  return [...variablesUsedIn(sourceCode, fn)].some((used) => {
    if (settlers.includes(used)) return true;
    const called = functionOf(used);
    const isCalled = used.references.some(({ identifier }) => isWithin(identifier, fn) && isCalledSoon(identifier));
    return called !== undefined && isCalled && callsOne(sourceCode, called, settlers, seen);
  });
}

function isCalledSoon(identifier: TSESTree.Node): boolean {
  const call = callGiven(identifier);
  return call ? calleeMatches(call, callsSoon) : callOf(identifier) !== undefined;
}

/** Functions that call what they are given, once. */
const callsSoon = /^(?:setTimeout|setImmediate|queueMicrotask|nextTick)$/;

/** The constants that have a settler in them: `const task = { run, resolve, reject }`. */
function holdersOf(sourceCode: SourceCode, { references }: Variable): Variable[] {
  return references.flatMap(({ identifier }) => holderOf(sourceCode, identifier)?.variable ?? []);
}

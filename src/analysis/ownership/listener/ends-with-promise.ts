import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { enclosingFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { lastEvents } from "../../../resources/catalog/signals/platform.ts";
import { functionOf, variableOf } from "../../../scope/variables.ts";
import { heardBy, type HeardEvent } from "../settlement/heard-event.ts";
import { settlersOf } from "../settlement/timer-promise.ts";
import { variablesUsedIn, type Variable } from "../settlement/uses.ts";
import type { Listening } from "./listening.ts";
import type { ListenerOwner } from "./owner-of-listener.ts";

type Settled = Extract<ListenerOwner, { end: "settlement" }>;

/**
 * Is what a listener acts on over when the promise around it is settled, although the listener settles nothing? It
 * calls what is also called wherever the promise is settled, or acts on something whose last event settles it.
 *
 * It does not see a promise that is settled through a function of its own.
 */
export function endsWithPromise({ sourceCode, uses }: Listening, { executor }: Settled): boolean {
  const settlers = settlersOf(sourceCode, executor);
  const { fn } = uses;
  if (!settlers || !fn) return false;
  const settling = settlers.flatMap(({ references }) => references.map(({ identifier }) => identifier));
  if (settling.length === 0) return false;
  return [...variablesUsedIn(sourceCode, fn)].some((used) => {
    if (!used.defs.some(({ name }) => isWithin(name, executor) && !isWithin(name, fn))) return false;
    const called = functionOf(used);
    return called
      ? settling.every((each) => isCalledBeside(used, each, executor))
      : settling.every(isAtTheEnd) && isHeardBy(sourceCode, used, settling);
  });
}

/** Is a local function called in the function that settles the promise? */
function isCalledBeside({ references }: Variable, settler: TSESTree.Node, executor: FunctionNode): boolean {
  const around = enclosingFunction(settler);
  if (around === executor) return false;
  return references.some(({ identifier }) => callOf(identifier) !== undefined && isWithin(identifier, around));
}

/** Does it stand in a listener for the last event of something, or for its error? */
function isAtTheEnd(settler: TSESTree.Node): boolean {
  const event = eventOf(settler);
  return event !== undefined && (event.name === "error" || lastEvents.test(event.name));
}

/** Is it an event of this that settles the promise? */
function isHeardBy(
  sourceCode: Listening["sourceCode"],
  variable: Variable,
  settling: readonly TSESTree.Node[],
): boolean {
  return settling.some((each) => {
    const object = eventOf(each)?.object;
    return object?.type === "Identifier" && variableOf(sourceCode, object) === variable;
  });
}

/** The nearest event that a node waits for: it is what listens, or it stands in the function that does. */
function eventOf(node: TSESTree.Node): HeardEvent | undefined {
  let event = heardBy(node);
  for (let at = node; !event && at.type !== "Program"; event = heardBy(at)) at = enclosingFunction(at);
  return event;
}

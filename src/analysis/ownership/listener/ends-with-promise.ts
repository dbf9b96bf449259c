import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { enclosingFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { lastEvents } from "../../../resources/catalog/signals/platform.ts";
import { functionOf } from "../../../scope/variables.ts";
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
export function endsWithPromise({ sourceCode, uses: { fn } }: Listening, { executor }: Settled): boolean {
  const settlers = settlersOf(sourceCode, executor) ?? [];
  const settling = settlers.flatMap(({ references }) => references.map(({ identifier }) => identifier));
  if (settling.length === 0 || !fn) return false;
  const events = settling.map((each) => eventOf(each, executor));
  const isLast = events.every((each) => each && (each.name === "error" || lastEvents.test(each.name)));
  return [...variablesUsedIn(sourceCode, fn)].some((used) => {
    if (!used.defs.some(({ name }) => isWithin(name, executor))) return false;
    if (functionOf(used)) return settling.every((each) => isCalledBeside(used, each, { executor, fn }));
    return isLast && used.references.some(({ identifier }) => events.some((each) => each?.object === identifier));
  });
}

/** Is a local function called in the function that settles the promise, and not only by the listener? */
function isCalledBeside(
  { references }: Variable,
  settler: TSESTree.Node,
  { executor, fn }: { executor: FunctionNode; fn: FunctionNode },
): boolean {
  const around = enclosingFunction(settler);
  if (around === executor) return false;
  return references.some(
    ({ identifier }) => callOf(identifier) && isWithin(identifier, around) && !isWithin(identifier, fn),
  );
}

/** The nearest event of a promise that a node waits for: it is what listens, or stands in the function that does. */
function eventOf(node: TSESTree.Node, executor: FunctionNode): HeardEvent | undefined {
  for (let at = node; at !== executor; at = enclosingFunction(at)) {
    const event = heardBy(at);
    if (event) return event;
  }
  return undefined;
}

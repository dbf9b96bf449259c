import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { enclosingFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { answers, lastEvents } from "../../../resources/catalog/signals/platform.ts";
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
export function endsWithPromise({ sourceCode, added, uses: { fn } }: Listening, { executor }: Settled): boolean {
  const settlers = settlersOf(sourceCode, executor) ?? [];
  const named = settlers.flatMap(({ references }) => references.map(({ identifier }) => identifier));
  const settling = named.filter((each) => !isSettledBefore(each, added.node, executor));
  if (settling.length === 0 || !fn) return false;
  const events = settling.map((each) => eventOf(each, executor));
  const isLast = events.every((each) => each && (answers.test(each.name) || lastEvents.test(each.name)));
  return [...variablesUsedIn(sourceCode, fn)].some((used) => {
    if (!used.defs.some(({ name }) => isWithin(name, executor))) return false;
    if (functionOf(used)) return settling.every((each) => isCalledBeside(used, each, { executor, fn }));
    return isLast && used.references.some(({ identifier }) => events.some((each) => each?.object === identifier));
  });
}

/** Is the promise settled in front of the listener, `if (signal.aborted) return settle(() => resolve())`? */
function isSettledBefore(settler: TSESTree.Node, listener: TSESTree.Node, executor: FunctionNode): boolean {
  const isEarly = settler.range[1] <= listener.range[0] && eventOf(settler, executor) === undefined;
  return isEarly && leavesAt(settler, executor);
}

/** Is a function call, or the `return` behind it, the way out of the executor: nothing but a `return` comes next? */
function leavesAt(node: TSESTree.Node, executor: FunctionNode): boolean {
  let at = node;
  while (at.parent && !/Statement$/.test(at.type)) at = at.parent;
  if (at.type === "ReturnStatement") return true;
  const { parent } = at;
  if (parent?.type !== "BlockStatement" || parent === executor.body) return false;
  return parent.body[parent.body.indexOf(at as TSESTree.Statement) + 1]?.type === "ReturnStatement";
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

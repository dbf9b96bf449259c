import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { answers, lastEvents, mayAbort } from "../../../resources/catalog/signals/platform.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { functionOf, readsOf, type Variable } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import { heardBy, type HeardEvent } from "../settlement/heard-event.ts";
import { settlersOf } from "../functions/executor.ts";
import { variablesUsedIn } from "../functions/used-in.ts";
import { answeredCall, isWorkOfCall } from "./answered-call.ts";
import { leavesAt } from "./leaves-executor.ts";
import type { Listening } from "./listening.ts";
import { isMadeToEnd } from "./made-to-end.ts";
import type { ListenerOwner } from "./owner-of-listener.ts";
import { methodCalled } from "./set-up.ts";

type Settled = Extract<ListenerOwner, { end: "settlement" }>;

/**
 * Is what a listener acts on over when the promise around it is settled, although the listener settles nothing? It
 * calls what is also called wherever the promise is settled, or acts on something whose last event settles it, or whose
 * answer, `request({ success, fail })`, or that is ended beside. One that is rejected by no event hands out nothing.
 * What was made around the executor is over only where the promise is settled by its events alone.
 */
export function endsWithPromise({ sourceCode, added, uses: { fn } }: Listening, { executor, root }: Settled): boolean {
  const settlers = settlersOf(sourceCode, executor) ?? [];
  const named = settlers
    .flatMap(({ references }) => references.map(({ identifier }) => identifier))
    .flatMap((each) => placesOf(sourceCode, each, executor));
  const settling = named.filter((each) => !isSettledBefore(each, added.node, executor));
  if (settling.length === 0 || !fn) return false;
  const events = settling.map((each) => eventOf(each, executor));
  const calls = settling.map((each) => nearest(each, executor, answeredCall));
  const isLast = (event: HeardEvent | undefined): boolean =>
    event !== undefined && (answers.test(event.name) || lastEvents.test(event.name));
  const isRejected = (at: TSESTree.Node): boolean =>
    settlers[1]?.references.some((each) => each.identifier === at) === true;
  const isOnlyRejected = settling.every(isRejected);
  return [...variablesUsedIn(sourceCode, fn)].some((used) => {
    if (!used.defs.some(({ name }) => isWithin(name, executor))) return isOverWith(used, events, root);
    if (functionOf(used)) return settling.every((each) => isCalledBeside(used, each, { executor, fn }));
    const isHeard = used.references.some(({ identifier }) => events.some((each) => each?.object === identifier));
    const isAnswered = calls.some((each) => each && isWorkOfCall(used, each, fn));
    return (
      (isHeard || isAnswered) &&
      settling.every(
        (each, i) =>
          isLast(events[i]) ||
          (isAnswered && calls[i]) ||
          (!events[i] && isRejected(each) && !isOnlyRejected) ||
          isEndedBeside(used, each, { executor, fn }),
      )
    );
  });
}

/**
 * Where a settler is named, or the function that does so, `const settle = (code) => resolve(code)`, is called or given
 * to something: at an event, or else in the executor. A function that nobody else names stays the place.
 */
function placesOf(
  sourceCode: SourceCode,
  settler: TSESTree.Node,
  executor: FunctionNode,
  seen: readonly FunctionNode[] = [],
): readonly TSESTree.Node[] {
  const fn = enclosingFunction(settler);
  if (!isFunction(fn) || fn === executor || seen.includes(fn) || eventOf(settler, executor)) return [settler];
  const name = nameOfFunction(sourceCode, fn);
  const reads = readsOf(name).filter((read) => !isWithin(read, fn) && isWithin(read, executor));
  if (reads.length === 0) return [settler];
  return reads.flatMap((read) => placesOf(sourceCode, read, executor, [...seen, fn]));
}

/** Is the promise settled in front of the listener, `if (signal.aborted) return settle(() => resolve())`? */
function isSettledBefore(settler: TSESTree.Node, listener: TSESTree.Node, executor: FunctionNode): boolean {
  const isEarly = settler.range[1] <= listener.range[0] && eventOf(settler, executor) === undefined;
  return isEarly && leavesAt(settler, executor);
}

/**
 * Is a promise settled by the events of something alone that the function around it has made, one of which is its last:
 * `child.on("close", …)` beside `child.on("error", …)`? Then that is over with the promise. What is started to go on,
 * as a server, may end by nothing but the abort.
 */
function isOverWith(variable: Variable, events: readonly (HeardEvent | undefined)[], root: GraphRoot): boolean {
  const { references, defs } = variable;
  if (!isMadeToEnd(variable) || !defs.some(({ name }) => runsIn(name, root))) return false;
  const isOfIt = (event: HeardEvent): boolean => references.some(({ identifier }) => event.object === identifier);
  return (
    events.some((event) => event && lastEvents.test(event.name)) &&
    events.every((event) => event && isOfIt(event) && (answers.test(event.name) || lastEvents.test(event.name)))
  );
}

interface Inside {
  readonly executor: FunctionNode;
  /** The listener. */
  readonly fn: FunctionNode;
}

/** Is a local function called in the function that settles the promise, and not only by the listener? */
function isCalledBeside(used: Variable, settler: TSESTree.Node, inside: Inside): boolean {
  return namedBeside(used, settler, inside).some((each) => callOf(each));
}

/** Is something ended in the function that settles the promise: `call.destroy(); resolve(again());`? */
function isEndedBeside(used: Variable, settler: TSESTree.Node, inside: Inside): boolean {
  return namedBeside(used, settler, inside).some((each) => mayAbort.test(methodCalled(each) ?? ""));
}

/** Where a variable is named in the function that settles the promise, which is not the listener. */
function namedBeside({ references }: Variable, settler: TSESTree.Node, { executor, fn }: Inside): TSESTree.Node[] {
  const around = enclosingFunction(settler);
  if (around === executor) return [];
  return references.flatMap(({ identifier }) =>
    isWithin(identifier, around) && !isWithin(identifier, fn) ? identifier : [],
  );
}

/** The nearest event of a promise that a node waits for: it is what listens, or stands in the function that does. */
function eventOf(node: TSESTree.Node, executor: FunctionNode): HeardEvent | undefined {
  return nearest(node, executor, heardBy);
}

/** What is found for a node, or for the nearest function around it that it is found for. */
function nearest<T>(
  node: TSESTree.Node,
  executor: FunctionNode,
  find: (at: TSESTree.Node) => T | undefined,
): T | undefined {
  for (let at = node; at !== executor; at = enclosingFunction(at)) {
    const found = find(at);
    if (found) return found;
  }
  return undefined;
}

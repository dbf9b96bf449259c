import { isWithin } from "../../../ast/statement-list.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import type { TracedFile } from "../claim.ts";
import { activationOf } from "../deferred.ts";
import type { Arm, Field } from "./field.ts";
import { functionAt } from "./own-functions.ts";
import { calledBy, eventsOf, releases, runBy } from "./own-graph.ts";
import { teardownsOf, type Teardown } from "./teardown.ts";
import { WaitSearch, type Wait } from "./wait-search.ts";

/** An arm behind a wait, in the meantime of which the teardown may have run. */
export interface Rearmed extends Wait {
  readonly teardown: Teardown;
}

/**
 * A wait behind which the timer is armed again without a look at whether the teardown has run: what that has cleared
 * was the timer before.
 *
 * @returns `undefined` when the teardown waits itself, or what is armed finds out by itself that the object is over
 */
export function findRearmed(file: TracedFile, field: Field, arm: Arm): Rearmed | undefined {
  const teardowns = teardownsOf(file, field);
  const teardown = teardowns.find(({ fn }) => fn && releases(file, field, fn));
  if (!teardown || field.uses.some(({ kind }) => kind === "other")) return undefined;
  const functions = teardowns.flatMap(({ fn }) => fn ?? []);
  if (functions.some((fn) => waitsBefore(file, field, fn))) return undefined;
  const search = new WaitSearch(file, field);
  if (search.findsOut(arm)) return undefined;
  const root = activationOf(arm.event);
  const found = search.from(root, arm.acquisition.node, 0);
  return found && { teardown, ...found, isCertain: found.isCertain && goesOn(file, field, arm) };
}

function goesOn(file: TracedFile, { arms }: Field, { acquisition: { node, resource } }: Arm): boolean {
  const [first] = node.arguments;
  const callback = resource.expires && first ? functionAt(file.sourceCode, first) : undefined;
  if (!callback) return resource.expires !== true;
  return [...runBy(file, callback)].some((fn) => arms.some(({ event }) => isWithin(event, fn)));
}

/** A teardown that waits for anything before it stops the timer may wait for the work that arms. */
function waitsBefore(file: TracedFile, field: Field, fn: FunctionNode, seen: Set<FunctionNode> = new Set()): boolean {
  if (seen.has(fn)) return false;
  seen.add(fn);
  const events = eventsOf(file, fn);
  const clears = new Set(field.uses.filter(({ kind }) => kind === "release").map(({ event }) => event));
  const callees = new Map(events.map((event) => [event, calledBy(file, event)]));
  const releasing = events.filter((event) => {
    const callee = callees.get(event);
    return clears.has(event) || (callee !== undefined && releases(file, field, callee));
  });
  const first = Math.min(...releasing.map(({ range }) => range[0]));
  return (
    events.some(({ type, range }) => type === "AwaitExpression" && range[1] <= first) ||
    releasing.some((event) => {
      const callee = callees.get(event);
      return callee !== undefined && waitsBefore(file, field, callee, seen);
    })
  );
}

import { oncePer } from "../../../ast/once.ts";
import { functionsAround, type FunctionNode } from "../../../ast/functions.ts";
import { isReaction } from "../../../ast/names.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { activationOf } from "../functions/deferred.ts";
import type { Arm, Field } from "./field.ts";
import { mayWait } from "./may-wait.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { eventsOf } from "./own-events.ts";
import { calledBy, releases, runBy } from "./runs.ts";
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
  const teardown = teardownsOf(file, field).find(({ fn }) => fn && releases(file, field, fn));
  if (!teardown || field.uses.some(({ kind }) => kind === "other")) return undefined;
  if (isWaitedFor(file, field)) return undefined;
  const root = activationOf(arm.event);
  if (!mayWait(file, field, root)) return undefined;
  const search = new WaitSearch(file, field);
  if (search.findsOut(arm)) return undefined;
  const found = search.from(root, arm.acquisition.node, 0);
  return found && { teardown, ...found, isCertain: found.isCertain && goesOn(file, field, arm) };
}

function goesOn(file: TracedFile, { arms }: Field, { acquisition: { node, resource } }: Arm): boolean {
  const [first] = node.arguments;
  const callback = resource.expires && first ? ownFunctionAt(file.sourceCode, first) : undefined;
  if (!callback) return true;
  const run = runInTime(file, callback);
  return arms.some(({ event }) => [...functionsAround(event)].some((fn) => run.has(fn)));
}

/** What a function runs, and what that gives to reactions of promises: `poll().finally(() => this.start())`. */
function runInTime(file: TracedFile, fn: FunctionNode): ReadonlySet<FunctionNode> {
  const run = new Set(runBy(file, fn));
  for (const each of run)
    for (const reaction of reactionsIn(file, each)) for (const later of runBy(file, reaction)) run.add(later);
  return run;
}

function reactionsIn({ sourceCode }: TracedFile, fn: FunctionNode): FunctionNode[] {
  const given = eventsOf(sourceCode, fn).flatMap((event) =>
    event.type === "CallExpression" && isReaction(event) ? event.arguments : [],
  );
  return given.flatMap((argument) => ownFunctionAt(sourceCode, argument) ?? []);
}

/** Does a teardown of the field's object wait? The answer is the same for all arms of the field. */
const isWaitedFor = oncePer((file: TracedFile, field: Field) =>
  teardownsOf(file, field).some(({ fn }) => fn !== undefined && waitsBefore(file, field, fn)),
);

/** A teardown that waits for anything before it stops the timer may wait for the work that arms. */
function waitsBefore(file: TracedFile, field: Field, fn: FunctionNode, seen: Set<FunctionNode> = new Set()): boolean {
  if (seen.has(fn)) return false;
  seen.add(fn);
  const events = eventsOf(file.sourceCode, fn);
  const clears = new Set(field.uses.filter(({ kind }) => kind === "release").map(({ event }) => event));
  const callees = new Map(events.map((event) => [event, calledBy(file, event)]));
  const releasing = events.filter((event) => {
    const callee = callees.get(event);
    return clears.has(event) || (callee !== undefined && releases(file, field, callee));
  });
  const first = releasing.reduce((least, { range }) => Math.min(least, range[0]), Infinity);
  return (
    events.some(({ type, range }) => type === "AwaitExpression" && range[1] <= first) ||
    releasing.some((event) => {
      const callee = callees.get(event);
      return callee !== undefined && waitsBefore(file, field, callee, seen);
    })
  );
}

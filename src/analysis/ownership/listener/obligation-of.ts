import { isReaction } from "../../../ast/names.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { acquisitionOf } from "../../../resources/acquisition.ts";
import { abortListener } from "../../../resources/catalog/signals/platform.ts";
import type { Known } from "../../../resources/known.ts";
import { placeOfMember, variableKey, type Place } from "../../dataflow/places.ts";
import { inFlight, type Obligation } from "../../obligations/obligation.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { followClosures } from "../tracing/trace-obligation.ts";
import { Trace } from "../tracing/trace.ts";
import type { AbortListener } from "../signals/abort-listener.ts";
import type { ListenerUses } from "./listener-uses.ts";
import { placesOfSignal } from "../signals/places-of-signal.ts";
import type { ListenerOwner } from "./owner-of-listener.ts";

/**
 * What a listener obliges to. Its handle is a pair, the signal and the function, so it is not followed as a value: the
 * removals that name both are its releases, and a closure over one of them is followed as any other.
 *
 * @returns `undefined` where that closure goes to places that are not followed, or the removal is left to the code
 *   around
 */
export function obligationOf(
  { sourceCode, known }: { sourceCode: TracedFile["sourceCode"]; known: Known },
  { node, signal }: Pick<AbortListener, "node" | "signal">,
  { variable, removals, escapes }: ListenerUses,
  { root }: ListenerOwner,
): Obligation | undefined {
  if (removals.some((removal) => !isWithin(removal.node, root))) return undefined;
  const acquisition = acquisitionOf(node, "addEventListener", abortListener);
  const trace = new Trace(sourceCode, acquisition, root, known.settings);
  const handle = { by: inFlight, closure: false };
  for (const removal of removals) trace.release(removal.node, handle);
  for (const at of escapes) trace.escape(at, handle, "stored");
  followClosures(trace);
  if (trace.isUnclear) return undefined;
  const { holders, effects, disposals, companions, value } = trace;
  return {
    kept: placesOf(sourceCode, signal, variable),
    acquisition,
    owner: "activation",
    root,
    handle: variable?.name,
    holders,
    effects,
    disposals,
    companions,
    value,
  };
}

/**
 * Was a function that removes the listener given to somebody before there was one, `port.onEnd(() => remove())`, or to
 * a promise, `done.finally(() => remove())`? They call it later, as one that is given to them behind the listener.
 */
export function isLeftBefore({ effects, acquisition }: Obligation): boolean {
  const [start] = acquisition.node.range;
  return [...effects].some(
    ([at, list]) =>
      at.range[1] <= start &&
      list.some(
        ({ kind }) => kind === "escape" || (kind === "release" && at.type === "CallExpression" && isReaction(at)),
      ),
  );
}

/** What is there while the listener is. So is the method that removes it: a test whether there is one says nothing. */
function placesOf(
  sourceCode: TracedFile["sourceCode"],
  signal: AbortListener["signal"],
  variable: ListenerUses["variable"],
): Place[] {
  const own = variable && { key: variableKey(variable), variable, members: [] };
  const removals = placesOfSignal(sourceCode, signal).map((place) => placeOfMember(place, "removeEventListener"));
  return [...removals, ...(own ? [own] : [])];
}

import type { HandlePath } from "../../resources/acquisition.ts";
import type { Place } from "../dataflow/places.ts";
import type { Obligation } from "./obligation.ts";
import { has } from "./state.ts";

/** A holder holds the handle, so it is neither null nor false, and neither is the value that was bound with it. */
export function isHeldBy({ holders, value, kept }: Obligation, mask: number): (place: Place) => boolean {
  return ({ variable, members }) =>
    kept?.some((place) => place.variable === variable && isPrefix(members, place.members)) === true ||
    (variable !== undefined &&
      ((members.length === 0 && variable === value) ||
        holders.some((holder, i) => holder.variable === variable && has(mask, i) && isPrefix(members, holder.path))));
}

function isPrefix(members: readonly string[], path: HandlePath): boolean {
  return members.length <= path.length && members.every((name, i) => String(path[i]) === name);
}

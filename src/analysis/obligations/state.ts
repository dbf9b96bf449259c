import type { Effect } from "./obligation.ts";
import { inFlight } from "./obligation.ts";

/**
 * What is known of one obligation at one place, on one kind of path:
 *
 * - `open`: acquired; `holders` are the variables through which it can still be released (never empty)
 * - `lost`: open, and no variable holds the handle any more
 * - `discharged`: released, or owned by someone else
 *
 * A state is the fate of one acquired instance, so only `open` ever changes; the others are ends.
 */
export type State =
  { readonly kind: "open"; readonly holders: number } | { readonly kind: "lost" } | { readonly kind: "discharged" };

/** Open, and out of reach. */
export const lost: State = { kind: "lost" };
/** Nobody here owes it any more. */
export const discharged: State = { kind: "discharged" };
/**
 * A holder beyond those that a trace has: the parent, while it is open. What no variable holds any more is not lost
 * while the parent will end it.
 */
export const heldByParent = 27;

/** The holders right behind the acquire. */
export const inFlightOnly: number = 1 << inFlight;

/** Which promise outcomes the path at hand stands for, where a release waits for one of them. */
export type World = "fulfilled" | "rejected";

/**
 * The state after an event with these effects. The effects of one event act at once: what each `hold` copies is what
 * was held before the event.
 */
export function transfer(state: State, effects: readonly Effect[], world: World): State {
  if (state.kind !== "open") return state;
  const { holders: before } = state;
  let after = before;
  for (const effect of effects) {
    if (effect.kind === "hold") {
      const held = effect.from !== undefined && has(before, effect.from);
      after = held ? after | (1 << effect.to) : after & ~(1 << effect.to);
      if (held && effect.from === inFlight) after &= ~(1 << inFlight);
    } else if (effect.by === undefined || has(before, effect.by)) {
      if (effect.kind === "escape" || !effect.when || effect.when === world) return discharged;
    }
  }
  return after === before ? state : after === 0 ? lost : { kind: "open", holders: after };
}

/** Is the handle in the variable of this index? */
export function has(holders: number, index: number): boolean {
  return (holders & (1 << index)) !== 0;
}

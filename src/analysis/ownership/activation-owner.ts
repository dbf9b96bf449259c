import type { Obligation } from "../obligations/obligation.ts";
import type { Claim } from "./claim.ts";
import type { Traced } from "./trace-obligation.ts";

/**
 * An activation owes what it acquired, unless that was made harmless. What ends by itself it owes only if it releases
 * it on some path: the author then meant it not to outlive the work.
 */
export function claimForActivation({ obligation, isHarmless }: Traced): Claim {
  const isOwed = !isHarmless && (!obligation.acquisition.resource.expires || isReleased(obligation));
  return { obligations: isOwed ? [obligation] : [], leaks: [] };
}

function isReleased({ effects, disposals }: Obligation): boolean {
  return [...effects.values(), ...disposals.values()].some((list) => list.some(({ kind }) => kind === "release"));
}

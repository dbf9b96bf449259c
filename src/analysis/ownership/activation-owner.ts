import type { Obligation } from "../obligations/obligation.ts";
import type { Claim, TracedFile } from "./claim.ts";
import { findFiredByFlag } from "./settlement/fired-timer.ts";
import type { Traced } from "./trace-obligation.ts";

/**
 * An activation owes what it acquired, unless that was made harmless. What ends by itself it owes only if it releases
 * it on some path: the author then meant it not to outlive the work.
 */
export function claimForActivation({ sourceCode }: TracedFile, { obligation, isHarmless }: Traced): Claim {
  const { node, resource } = obligation.acquisition;
  const isOwed = !isHarmless && (!resource.expires || isReleased(obligation));
  const fired = isOwed && resource.expires ? findFiredByFlag(sourceCode, node.arguments[0]) : undefined;
  return { obligations: isOwed ? [{ ...obligation, ...(fired && { fired }) }] : [], leaks: [] };
}

function isReleased({ effects, disposals }: Obligation): boolean {
  return [...effects.values(), ...disposals.values()].some((list) => list.some(({ kind }) => kind === "release"));
}

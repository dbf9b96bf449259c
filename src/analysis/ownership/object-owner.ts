import type { Claim, Claimant } from "./claim.ts";

/** What the object owns: nothing is claimed yet. */
export const claimForObject: Claimant = (): Claim | undefined => undefined;

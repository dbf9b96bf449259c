import type { Claim, Claimant } from "./claim.ts";

/** What the settlement owns: nothing is claimed yet. */
export const claimForSettlement: Claimant = (): Claim | undefined => undefined;

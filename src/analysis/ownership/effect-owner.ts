import type { Claim, Claimant } from "./claim.ts";

/** What the effect owns: nothing is claimed yet. */
export const claimForEffect: Claimant = (): Claim | undefined => undefined;

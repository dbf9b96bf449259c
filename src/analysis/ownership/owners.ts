import { bounded } from "../bounded.ts";
import type { Claim, Claimant } from "./tracing/claim.ts";
import type { TracedFile } from "./tracing/traced-file.ts";
import { claimForActivation } from "./activation-owner.ts";
import { claimForDeadline } from "./deadline-owner.ts";
import { claimForEffect } from "./effect-owner.ts";
import { claimForObject } from "./object-owner.ts";
import { claimForPolling } from "./polling-owner.ts";
import { claimForReturned } from "./returned-owner.ts";
import { claimForSettlement } from "./settlement-owner.ts";
import { claimForShutdown } from "./shutdown-owner.ts";
import type { Traced } from "./tracing/trace-obligation.ts";

/** Who may own an acquire, the most special first. What nobody claims is the activation's. */
const claimants: readonly Claimant[] = [
  claimForSettlement,
  claimForReturned,
  claimForPolling,
  claimForShutdown,
  claimForDeadline,
  claimForEffect,
  claimForObject,
];

/** Gives each acquire of a file to its one owner. */
export function assignOwners(file: TracedFile): Claim[] {
  return file.traced.map((traced) => {
    const { node } = traced.obligation.acquisition;
    return bounded<Claim>(file.sourceCode, node, () => ownerClaim(file, traced), { obligations: [], leaks: [] });
  });
}

function ownerClaim(file: TracedFile, traced: Traced): Claim {
  for (const claim of claimants) {
    const claimed = claim(file, traced);
    if (claimed) return claimed;
  }
  return claimForActivation(file, traced);
}

import type { Setup } from "../../resources/lifecycle.ts";
import { inFlight, type Obligation } from "../obligations/obligation.ts";
import type { Leak } from "../obligations/leak.ts";
import type { Claim, Claimant } from "./claim.ts";
import { findSetup } from "./effect/find-setup.ts";
import { effectsInSetup } from "./effect/returned-effects.ts";
import { findUnreadVariable } from "./effect/unread-variable.ts";
import type { Traced } from "./trace-obligation.ts";

/**
 * What is acquired while a component is set up must end with it: an interval, and a one-shot whose id is kept. The
 * cleanup that an effect returns takes the handle over, if the framework ever calls it. A one-shot that nobody keeps is
 * not certain to do harm.
 */
export const claimForEffect: Claimant = ({ sourceCode }, traced): Claim | undefined => {
  const setup = findSetup(sourceCode, traced.obligation.root);
  if (!setup) return undefined;
  if (traced.isHarmless) return { obligations: [], leaks: [] };
  const obligation = inSetup(setup, traced);
  const handle = findUnreadVariable(sourceCode, obligation);
  if (handle !== undefined) return { obligations: [], leaks: [leakOf({ ...obligation, handle }, true)] };
  const isOwed = !obligation.acquisition.resource.expires || isKept(obligation);
  return isOwed ? { obligations: [obligation], leaks: [] } : { obligations: [], leaks: [leakOf(obligation, false)] };
};

function inSetup(setup: Setup, traced: Traced): Obligation {
  const losesCleanup = setup.returns === "ignored" && traced.handovers.some(({ closure }) => closure);
  return {
    ...traced.obligation,
    owner: "effect",
    setup: { ...setup, losesCleanup },
    effects: effectsInSetup(setup, traced),
  };
}

/** Does anything hold the handle, or get it? */
function isKept({ holders, effects }: Obligation): boolean {
  return holders.length > inFlight + 1 || [...effects.values()].some((list) => list.length > 0);
}

function leakOf(obligation: Obligation, certain: boolean): Leak {
  const { acquisition, owner, handle } = obligation;
  const cause = handle === undefined ? "discarded" : "never-released";
  return { acquisition, owner, certain, obligation, handle, cause, at: undefined, outcome: undefined, topLevel: false };
}

import type { Condition } from "../control-flow/graph.ts";
import type { Setup } from "../../resources/lifecycle.ts";
import { inFlight, type Effect, type Obligation } from "../obligations/obligation.ts";
import type { Leak } from "../obligations/leak.ts";
import { leakOf, type Claim, type Claimant } from "./tracing/claim.ts";
import { findSetup } from "./functions/find-setup.ts";
import { effectsInSetup } from "./effect/returned-effects.ts";
import { findSkippedClear } from "./effect/skipped-clear.ts";
import { findUnreadVariable } from "./effect/unread-variable.ts";
import type { Traced } from "./tracing/trace-obligation.ts";

/**
 * What is acquired while a component is set up must end with it: an interval, and a one-shot whose id is kept. The
 * cleanup that an effect returns takes the handle over, if the framework ever calls it. A one-shot that nobody keeps is
 * not certain to do harm.
 */
export const claimForEffect: Claimant = (file, traced): Claim | undefined => {
  const { sourceCode } = file;
  const setup = findSetup(sourceCode, traced.obligation.root);
  if (!setup) return undefined;
  const obligation = inSetup(setup, traced);
  const handle = findUnreadVariable(sourceCode, obligation);
  if (handle !== undefined) return { obligations: [], leaks: [leakOfEffect({ ...obligation, handle }, true)] };
  if (isStored(obligation)) return undefined;
  if (traced.isHarmless) return { obligations: [], leaks: [] };
  const skipping = setup.returns === "cleanup" ? findSkippedClear(file, traced) : undefined;
  if (skipping) return { obligations: [], leaks: [skippedLeak(obligation, skipping)] };
  const isOwed = !obligation.acquisition.resource.expires || isKept(obligation);
  return isOwed
    ? { obligations: [obligation], leaks: [] }
    : { obligations: [], leaks: [leakOfEffect(obligation, false)] };
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

/** What is stored outside of the setup, a field or a variable of the component, is owed by the object that this is. */
function isStored({ effects }: Obligation): boolean {
  const isStore = (effect: Effect): boolean => effect.kind === "escape" && effect.how === "stored";
  return [...effects].some(([node, list]) => node.type === "AssignmentExpression" && list.some(isStore));
}

/** Does anything hold the handle, or get it? */
function isKept({ holders, effects }: Obligation): boolean {
  return holders.length > inFlight + 1 || [...effects.values()].some((list) => list.length > 0);
}

function skippedLeak(obligation: Obligation, { node, test, holds }: Condition): Leak {
  return { ...leakOfEffect(obligation, true), cause: "branch", at: test ?? node, outcome: holds };
}

function leakOfEffect(obligation: Obligation, certain: boolean): Leak {
  return leakOf(obligation, { certain, cause: obligation.handle ? "never-released" : "discarded", topLevel: false });
}

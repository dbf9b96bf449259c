import { plainKnowledgeOf } from "./outcomes/knowledge.ts";
import { findOpenSettlement } from "./settlement/find-open-settlement.ts";
import { causeOfOpen, claimOfLeak } from "./settlement/race-leak.ts";
import { findReturnedDeferred } from "./settlement/returned-deferred.ts";
import { Settling } from "./settlement/settling.ts";
import { goesNowhere, readTimerId } from "./settlement/timer-id.ts";
import type { Claim, Claimant } from "./tracing/claim.ts";

/**
 * A promise that a timer settles from beside, and that its function returns, owes the timer's end at its settlement.
 * Where that is cleared, or where that is not known, the timer is left to others.
 */
export const claimForReturned: Claimant = ({ sourceCode, known }, traced): Claim | undefined => {
  const { node, resource } = traced.obligation.acquisition;
  if (traced.isHarmless || node.type !== "CallExpression" || !resource.expires) return undefined;
  const promise = findReturnedDeferred(sourceCode, node);
  const id = promise && readTimerId(sourceCode, { timer: node, callback: promise.callback });
  if (!id || id.fate === "gone") return undefined;
  // A clear in what the function returns is for the caller to run.
  if (id.fate === "kept" && id.clears.some((each) => goesNowhere(sourceCode, each, promise.executor))) return undefined;
  const settling = new Settling(sourceCode, plainKnowledgeOf(sourceCode, known.settings), { promise, id });
  const open = findOpenSettlement(settling, promise);
  return open && claimOfLeak(traced, { cause: causeOfOpen(id, open), at: open.at });
};

import { isReleased, type Obligation } from "../obligations/obligation.ts";
import type { Claim } from "./tracing/claim.ts";
import type { TracedFile } from "./tracing/traced-file.ts";
import { returnsOfOpened, takenOver } from "./uses/opened-leaves.ts";
import { plainKnowledgeOf } from "./outcomes/knowledge.ts";
import { isPutOff } from "./settlement/put-off.ts";
import { withSettled } from "./settlement/settled-by-timer.ts";
import { findFiredByFlag } from "./settlement/fired-by-flag.ts";
import type { Traced } from "./tracing/trace-obligation.ts";

/**
 * An activation owes what it acquired, unless that was made harmless. What ends by itself it owes only if it releases
 * it on some path: the author then meant it not to outlive the work.
 */
export function claimForActivation({ sourceCode, known }: TracedFile, { obligation, isHarmless }: Traced): Claim {
  const { node, resource } = obligation.acquisition;
  const isOwed = !isHarmless && (!resource.expires || (isReleased(obligation) && !isPutOff(sourceCode, obligation)));
  const fired = isOwed && resource.expires ? findFiredByFlag(sourceCode, node.arguments[0]) : undefined;
  const owed = { ...withOpened(sourceCode, obligation), ...(fired && { fired }) };
  const isOneShot = isOwed && resource.expires;
  const settled = isOneShot ? withSettled(sourceCode, plainKnowledgeOf(sourceCode, known.settings), owed) : owed;
  return { obligations: isOwed ? [settled] : [], leaks: [] };
}

/** What a function opens with a context and returns takes that context with it, if some other path does release it. */
function withOpened(sourceCode: TracedFile["sourceCode"], obligation: Obligation): Obligation {
  if (obligation.acquisition.resource.kind !== "context" || !isReleased(obligation)) return obligation;
  return takenOver(obligation, returnsOfOpened(sourceCode, obligation));
}

import type { Leak } from "../../obligations/leak.ts";
import type { Obligation } from "../../obligations/obligation.ts";
import { leakOf, type Claim } from "../tracing/claim.ts";
import type { Traced } from "../tracing/trace-obligation.ts";
import type { OpenSettlement } from "./find-open-settlement.ts";
import type { TimerId } from "./timer-id.ts";

/** A timer that goes on when its promise has been settled, or when its race is over. */
export function claimOfLeak({ obligation }: Traced, { cause, at }: Pick<Leak, "cause" | "at">): Claim {
  const { acquisition, owner, handle } = asRaceTimer(obligation);
  const named = cause === "discarded" ? undefined : handle;
  return { obligations: [], leaks: [leakOf(obligation, { acquisition, owner, handle: named, cause, at })] };
}

/** The obligation as the settlement's, whose rule tells of it. */
export function asRaceTimer(obligation: Obligation): Obligation {
  const { acquisition } = obligation;
  const resource = { ...acquisition.resource, kind: "race-timer" as const };
  return { ...obligation, owner: "settlement", acquisition: { ...acquisition, resource } };
}

/** What is wrong with a timer that is not cleared when another wins. */
export function causeOf(id: TimerId): Leak["cause"] {
  if (id.fate !== "kept") return "discarded";
  return id.clears.length > 0 ? "branch" : "never-released";
}

/** The same where something else settles the promise, perhaps by an error. */
export function causeOfOpen(id: TimerId, { rejects }: OpenSettlement): Leak["cause"] {
  const cause = causeOf(id);
  return cause === "branch" && rejects ? "exception" : cause;
}

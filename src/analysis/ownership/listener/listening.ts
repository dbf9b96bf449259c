import type { Known } from "../../../resources/known.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import type { AbortListener } from "../signals/abort-listener.ts";
import type { ListenerUses } from "./listener-uses.ts";
import type { ListenerOwner } from "./owner-of-listener.ts";
import type { Obligation } from "../../obligations/obligation.ts";

/** One listener on a signal, with all that is known of it. */
export interface Listening {
  readonly sourceCode: TracedFile["sourceCode"];
  readonly known: Known;
  readonly added: AbortListener;
  readonly uses: ListenerUses;
  readonly owner: ListenerOwner;
  /** What it obliges to, with the removals that are found as its releases. */
  readonly obligation: Obligation;
}

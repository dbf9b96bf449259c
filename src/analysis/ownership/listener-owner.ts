import type { TSESTree } from "@typescript-eslint/utils";
import { isWithin } from "../../ast/statement-list.ts";
import { acquisitionOf } from "../../resources/acquisition.ts";
import { unwrap } from "../../ast/transparent.ts";
import { variableOf } from "../../scope/variables.ts";
import { isImmediate } from "../control-flow/immediate-callback.ts";
import { isConstructor, isFunction } from "../../ast/functions.ts";
import { calleeWord } from "../../ast/names.ts";
import { disposableAbortListener } from "../../resources/catalog/signals/platform.ts";
import { bounded } from "../bounded.ts";
import type { Leak } from "../obligations/leak.ts";
import { plainKnowledgeOf } from "./outcomes/knowledge.ts";
import type { Obligation } from "../obligations/obligation.ts";
import { leakOf, type Claim } from "./tracing/claim.ts";
import type { TracedFile } from "./tracing/traced-file.ts";
import { findBoundListeners } from "./signals/bound-listener.ts";
import { endsByOption, findAbortListeners, findAbortRemovals, type AbortListener } from "./signals/abort-listener.ts";
import { actsOnPromise } from "./listener/acts-on-promise.ts";
import type { Listening } from "./listener/listening.ts";
import { endsWithPromise } from "./listener/ends-with-promise.ts";
import { usesOfListener, type ListenerUses } from "./listener/listener-uses.ts";
import { findKeptByEffect } from "./listener/kept-by-effect.ts";
import { findHandedEnd } from "./listener/handed-end.ts";
import { findKeptForPiece } from "./listener/ends-one-piece.ts";
import { findKeptByObject } from "./listener/kept-by-object.ts";
import { withListed } from "./listener/kept-in-list.ts";
import { keptForResult } from "./listener/kept-for-result.ts";
import { isOfObject } from "./signals/controller-in-field.ts";
import { looksLikeSignal } from "./signals/looks-like-signal.ts";
import { findMistake, isAddedAgain } from "./listener/mistakes.ts";
import { findNeverRemoved } from "./listener/never-removed.ts";
import { isLeftBefore, obligationOf } from "./listener/obligation-of.ts";
import { isOfTurn } from "./listener/outlives-turn.ts";
import { overByAbort } from "./listener/over-by-abort.ts";
import { ownerOf, type ListenerOwner } from "./listener/owner-of-listener.ts";
import { endsOnlyItself, usesByOwnSignal } from "./listener/own-signal.ts";
import { isOncePerSignal } from "./listener/once-a-signal.ts";
import { findOpenBeside } from "./listener/open-beside.ts";
import { findOpenAtLastEvent } from "./listener/open-at-last-event.ts";
import { findOpenByHelper } from "./listener/open-by-helper.ts";
import { findOpenAtSettlement } from "./listener/settled-listener.ts";
import { isRemovedAtAbort } from "./listener/removed-at-abort.ts";
import { findAbortOnces, findRaceOfOnce, type AbortOnce } from "./listener/raced-once.ts";
import { ownFunctionAt } from "./functions/own-functions.ts";
import { signalOriginOf, type SignalOrigin } from "./signals/signal-origin.ts";
import { traceObligation } from "./tracing/trace-obligation.ts";

type File = Pick<TracedFile, "sourceCode" | "known">;

/** What each listener on a signal owes, and each `once` behind them. */
export function claimListeners(file: File): Claim[] {
  const removals = findAbortRemovals(file.sourceCode);
  const claimed = (node: TSESTree.Node, claim: () => Claim | undefined): Claim | readonly Claim[] =>
    bounded<Claim | undefined>(file.sourceCode, node, claim, undefined) ?? [];
  return [
    ...[...findAbortListeners(file.sourceCode), ...findBoundListeners(file.sourceCode)].flatMap((added) =>
      claimed(added.node, () => claimListener(file, added, removals)),
    ),
    ...findAbortOnces(file.sourceCode).flatMap((once) => claimed(once.node, () => claimOnce(file, once))),
  ];
}

function claimListener(file: File, added: AbortListener, removals: readonly AbortListener[]): Claim | undefined {
  const { sourceCode } = file;
  const told = signalOriginOf(sourceCode, added.signal);
  if (calleeWord(added.node) === "addAbortListener") return told && claimDisposable(file, added, told);
  if (!looksLikeSignal(sourceCode, added.signal) || isOncePerSignal(sourceCode, added)) return undefined;
  const owner = ownerOf(sourceCode, added.node);
  const found = usesOfListener(sourceCode, added);
  const uses = found && owner.end === "none" ? withListed(sourceCode, found) : found;
  const origin = told ?? originByTurn(file, added, owner) ?? originByObject(file, added, owner);
  const isForeign = origin !== undefined;
  if (!uses && isForeign) return claimMember(file, added, owner, origin);
  if (endsByOption(sourceCode, added) && !(uses && endsOnlyItself(sourceCode, added, uses, owner.root)))
    return uses && claimOwnEnd(file, added, uses, owner, origin);
  const obligation = uses && obligationOf(file, added, uses, owner);
  if (!uses || !obligation) return undefined;
  const listening: Listening = { ...file, added, uses, owner, obligation };
  if (isAddedAgain(sourceCode, added, uses))
    return claimOfLeak(listening, "outside", {
      cause: "never-released",
      mistake: { kind: "added-again", at: added.node },
    });
  if (!isForeign || uses.escapes.length > 0) return undefined;
  const mistake = findMistake(sourceCode, added, uses, removals);
  if (mistake) return claimOfLeak(listening, origin, { cause: "never-released", at: mistake.at, mistake });
  return claimOpen(listening, origin);
}

/** A signal that is made in the file, and is there for all the turns of a loop that add a listener each. */
function originByTurn(
  { sourceCode, known }: File,
  added: AbortListener,
  owner: ListenerOwner,
): SignalOrigin | undefined {
  const knowledge = plainKnowledgeOf(sourceCode, known.settings);
  return isOfTurn({ sourceCode, knowledge }, added, owner) ? "outside" : undefined;
}

/** A signal that is there for all the promises that a method of its object makes. The constructor makes one. */
function originByObject(
  { sourceCode }: File,
  { signal }: AbortListener,
  { end, root }: ListenerOwner,
): SignalOrigin | undefined {
  const isOfMethod = end === "settlement" && !isConstructor(root);
  return isOfMethod && isOfObject(sourceCode, signal) ? "outside" : undefined;
}

/** `signal.addEventListener("abort", this.onAbort)`: only the object itself can remove it. */
function claimMember(file: File, added: AbortListener, owner: ListenerOwner, origin: SignalOrigin): Claim | undefined {
  const fn = unwrap(added.listener).type === "MemberExpression" && ownFunctionAt(file.sourceCode, added.listener);
  if (!fn || endsByOption(file.sourceCode, added)) return undefined;
  const uses: ListenerUses = { variable: undefined, fn, removals: [], others: [], escapes: [] };
  const obligation = obligationOf(file, added, uses, owner);
  const listening = obligation && { ...file, added, uses, owner, obligation };
  const open = listening && findKeptByObject(listening);
  return open && claimOfLeak(listening, origin, open);
}

function claimOpen(listening: Listening, origin: SignalOrigin): Claim | undefined {
  const { uses, owner } = listening;
  const { executor } = owner.end === "settlement" ? owner : {};
  const isInside = executor && uses.removals.every(({ node }) => isWithin(node, executor));
  if (owner.end === "settlement" && isInside) {
    const isWork = uses.removals.length > 0 || actsOnPromise(listening, owner) || endsWithPromise(listening, owner);
    const open = isWork ? findOpenAtSettlement(listening, owner) : findKeptForPiece(listening);
    return open && claimOfLeak(listening, origin, open);
  }
  if (uses.removals.length === 0 || (owner.end === "none" && isRemovedAtAbort(listening))) {
    const open =
      findKeptByEffect(listening) ??
      findOpenBeside(listening) ??
      findOpenByHelper(listening) ??
      findNeverRemoved(listening) ??
      findKeptByObject(listening) ??
      findHandedEnd(listening) ??
      findKeptForPiece(listening) ??
      findOpenAtLastEvent(listening);
    return open && claimOfLeak(listening, origin, open);
  }
  const isFollowed = !isOfMany(listening) && !isLeftBefore(listening.obligation);
  const hasPaths = owner.end !== "none" && origin === "outside" && isFollowed;
  return hasPaths ? { obligations: [overByAbort(listening, keptForResult(listening))], leaks: [] } : undefined;
}

/** The listener ends when its own signal is aborted, which is followed along the paths as a removal is. */
function claimOwnEnd(
  file: File,
  added: AbortListener,
  listened: ListenerUses,
  owner: ListenerOwner,
  origin: SignalOrigin | undefined,
): Claim | undefined {
  if (owner.end !== "activation" || origin !== "outside") return undefined;
  const uses = usesByOwnSignal(file.sourceCode, added, listened);
  const obligation = uses && obligationOf(file, added, uses, owner);
  // What aborts the signal is kept, also where the function that listens has no name.
  return obligation && { obligations: [{ ...obligation, handle: obligation.handle ?? "listener" }], leaks: [] };
}

/** Nothing but its third argument takes the listener of a `once` away before the abort. */
function claimOnce(file: File, once: AbortOnce): Claim | undefined {
  const origin = signalOriginOf(file.sourceCode, once.signal);
  if (origin !== "outside" && origin !== "composed") return undefined;
  const owner = ownerOf(file.sourceCode, once.node);
  const at = findRaceOfOnce(file, once, owner);
  const uses = { variable: undefined, fn: undefined, removals: [], others: [], escapes: [] };
  const obligation = at && obligationOf(file, once, uses, owner);
  return obligation && claimOfLeak({ obligation, owner }, origin, { cause: "discarded", at });
}

function claimOfLeak(
  { obligation, owner }: Pick<Listening, "obligation" | "owner">,
  origin: SignalOrigin,
  found: Pick<Leak, "cause"> & Partial<Pick<Leak, "at" | "mistake" | "field" | "owner">>,
): Claim {
  const end = owner.end === "settlement" ? "settlement" : "activation";
  const leak = leakOf(obligation, { owner: end, certain: origin === "outside", ...found });
  return { obligations: [], leaks: [leak] };
}

/** The disposable is a value like others, and is followed as they are. */
function claimDisposable(
  { sourceCode, known }: File,
  { node }: AbortListener,
  origin: SignalOrigin,
): Claim | undefined {
  const owner = ownerOf(sourceCode, node);
  if (owner.end === "none" || origin !== "outside") return undefined;
  const acquisition = acquisitionOf(node, "addAbortListener", disposableAbortListener);
  const obligation: Obligation | undefined = traceObligation(sourceCode, acquisition, known.settings)?.obligation;
  return obligation && { obligations: [obligation], leaks: [] };
}

/** One of several signals in a loop, which another loop removes it from. */
function isOfMany({ sourceCode, added: { signal } }: Listening): boolean {
  const node = unwrap(signal);
  const definition = variableOf(sourceCode, node)?.defs[0];
  if (!definition) return false;
  const { node: declaration } = definition;
  return declaration.parent.parent?.type === "ForOfStatement" || (isFunction(declaration) && isImmediate(declaration));
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Acquisition, HandlePath } from "../../resources/acquisition.ts";
import type { Setup } from "../../resources/lifecycle.ts";
import type { GraphRoot } from "../control-flow/graph.ts";
import type { Place } from "../dataflow/places.ts";
import type { Fired } from "./fired.ts";

/** A variable of the activation through which the handle can be reached. A set of holders is a bit mask of indexes. */
export interface Holder {
  /** `undefined` for the value in flight, between the acquire and where it is bound. */
  readonly variable: TSESLint.Scope.Variable | undefined;
  readonly path: HandlePath;
}

/** How somebody else comes to own what a handle releases. */
export type EscapeKind = "returned" | "stored" | "passed" | "captured";

/** What an event does to an obligation, if the holder it acts through still holds the handle (`by` absent: always). */
export type Effect =
  /** `to` now holds what `from` holds; with no `from`, it holds something else. */
  | { readonly kind: "hold"; readonly to: number; readonly from: number | undefined }
  /** `when`: the release waits for a promise and happens only if that is fulfilled, or only if it is rejected. */
  | {
      readonly kind: "release";
      readonly by: number | undefined;
      readonly when?: "fulfilled" | "rejected";
    }
  /** `lasting`: a closure was given away, which reaches whatever the captured variable holds from then on. */
  | { readonly kind: "escape"; readonly by: number | undefined; readonly how: EscapeKind; readonly lasting?: boolean };

/**
 * Who must release: an activation until it ends, a promise until it settles, an effect in its cleanup, an object in its
 * teardown, a turn of a loop before the next.
 */
export type Owner = "activation" | "settlement" | "effect" | "object";

/** A resource acquired in an activation, and what each event of that activation does to it. */
export interface Obligation {
  readonly acquisition: Acquisition;
  readonly owner: Owner;
  /** Of an effect: what runs it, and how its cleanup is written. */
  readonly setup?: Setup;
  /** The activation that owns it: the leak is an obligation still open when this ends. */
  readonly root: GraphRoot;
  /** How the handle is written where it is bound; `undefined` when nothing was bound. */
  readonly handle: string | undefined;
  readonly holders: readonly Holder[];
  readonly effects: ReadonlyMap<TSESTree.Node, readonly Effect[]>;
  /** The effects of the end of a `using` scope. */
  readonly disposals: ReadonlyMap<TSESTree.Node, readonly Effect[]>;
  /** The other variables that the result was bound to: a child's parent may be one of them. */
  readonly companions: ReadonlySet<TSESLint.Scope.Variable>;
  /** Of those, the one that holds the value itself: while the obligation is open it is there. */
  readonly value: TSESLint.Scope.Variable | undefined;
  /** Of a listener: its signal and its function, which are there while it is. */
  readonly kept?: readonly Place[];
  /** For a timer that settles a promise, and a listener: what shows that it has fired. */
  readonly fired?: Fired;
  /** The obligation of the context it is derived from, if that is of the same activation. */
  readonly parent?: Obligation;
  /** The same obligation, discharged also by whatever discharges the parent. */
  readonly withParent?: Obligation;
}

/** The index of the value in flight. */
export const inFlight = 0;

/** Does anything here release it? */
export function isReleased({ effects, disposals }: Obligation): boolean {
  return [...effects.values(), ...disposals.values()].some((list) => list.some(({ kind }) => kind === "release"));
}

/**
 * Is the release thought of, as far as is seen: has it a name of its own, or is the resource that was bound released
 * somewhere in this activation? `const ctx = new Context()` alone says nothing of an end.
 */
export function isMeantToEnd(obligation: Obligation): boolean {
  const { acquisition, handle } = obligation;
  if (handle === undefined) return false;
  return acquisition.resource.release.by !== "method" || isReleased(obligation);
}

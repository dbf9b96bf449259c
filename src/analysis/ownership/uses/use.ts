import type { TSESTree } from "@typescript-eslint/utils";
import type { Destiny } from "../outcomes/promise-destiny.ts";

/**
 * Until when a use needs the resource:
 *
 * - `read`: now only, a synchronous question (`ctx.err()`, `signal.aborted`, a comparison)
 * - `settled`: until a promise settles that is awaited right there
 * - `pending`: until a promise settles that nobody awaits there
 * - `kept`: nobody knows how long
 */
export type UseKind = "read" | "settled" | "pending" | "kept";

/** One use of a resource's value inside of the activation that acquired it. */
export interface Use {
  readonly kind: UseKind;
  /** The value where it is used: a name, a member of it, or a closure over it. */
  readonly node: TSESTree.Node;
  /** What uses it: the call, the statement or expression that stores it. */
  readonly by: TSESTree.Node;
  /** Of a call: what becomes of its result. */
  readonly destiny?: Destiny;
  /** For `kept`: the call itself is awaited there, only its result goes on. */
  readonly byResult?: true;
  /** For `pending`: the promise with its reactions; for a call whose result may be one, that call. */
  readonly promise?: TSESTree.Node;
  /** For `pending`, if the promise is bound to a constant: the places where it is awaited. */
  readonly awaits?: readonly TSESTree.Node[];
}

import type { TSESTree } from "@typescript-eslint/utils";
import { oncePer } from "../../../ast/once.ts";
import { activationOf } from "../functions/deferred.ts";
import type { Field } from "./field.ts";

/** What puts a timer into a field, and what ends or takes the one that is there. */
export interface Changers {
  /** The acquires that are put into the field. */
  readonly acquires: ReadonlySet<TSESTree.Node>;
  /** The functions that they stand in. */
  readonly functions: ReadonlySet<TSESTree.Node>;
  /** The events that do anything with the timer in the field but test it. */
  readonly events: ReadonlySet<TSESTree.Node>;
}

/** Made once for each field: every event of every path of its object is asked for. */
export const changersOf: (field: Field) => Changers = oncePer(({ arms, uses }) => {
  const used = uses.filter(({ kind }) => kind !== "test");
  return {
    acquires: new Set(arms.map(({ acquisition }) => acquisition.node)),
    functions: new Set(arms.map(({ event }) => activationOf(event))),
    events: new Set([...used, ...arms].map(({ event }) => event)),
  };
});

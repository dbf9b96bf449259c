import type { TSESTree } from "@typescript-eslint/utils";
import { appendTo } from "../../ast/append-to.ts";
import type { Formula } from "./formula.ts";
import type { Question } from "./question.ts";
import { slotBehind, type Slot } from "./slots.ts";
import type { AbstractValue } from "./value.ts";
import type { Writes } from "./writes.ts";

/** What an event changes: the keys that become unknown, and the one that becomes known, or comes to a formula. */
export interface Change {
  readonly forgets: ReadonlySet<string>;
  readonly key: string;
  readonly value: AbstractValue | undefined;
  readonly formula: Formula | undefined;
}

/** The events that change what is known of some questions. */
export function changesOf(
  questions: readonly Question[],
  writesTo: (slot: Slot) => Writes,
): Map<TSESTree.Node, Change[]> {
  const changes = new Map<TSESTree.Node, Change[]>();
  for (const { slot, forgets } of dependentsOf(questions)) {
    for (const { event, value, formula } of writesTo(slot).here)
      appendTo(changes, event, { forgets, key: slot.key, value, formula });
  }
  return changes;
}

/** The slots that questions depend on, with the keys that a write of each makes unknown. */
function dependentsOf(questions: readonly Question[]): Iterable<{ slot: Slot; forgets: Set<string> }> {
  const dependents = new Map<string, { slot: Slot; forgets: Set<string> }>();
  for (const { key, places } of questions) {
    for (const place of places) {
      const slot = slotBehind(place);
      if (!slot) continue;
      const known = dependents.get(slot.key) ?? { slot, forgets: new Set() };
      dependents.set(slot.key, known);
      known.forgets.add(key).add(place.key);
    }
  }
  return dependents.values();
}

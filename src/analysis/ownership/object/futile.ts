import { isFunction } from "../../../ast/functions.ts";
import { oncePer } from "../../../ast/once.ts";
import type { TracedFile } from "../claim.ts";
import { activationOf } from "../deferred.ts";
import { calledBy, runsAny, solvableOf, walkPaths } from "./own-graph.ts";
import { changersOf } from "./changers.ts";
import type { Field } from "./field.ts";
import type { Use } from "./field-use.ts";
import { isField } from "./overwritten.ts";

/**
 * The releases of a field that never run while a timer is in it: `if (!this.timer) clearTimeout(this.timer)`, a test
 * the wrong way round. Where the function changes the field on the way there, nothing is said.
 */
export const futileReleasesOf: (file: TracedFile, field: Field) => ReadonlySet<Use> = oncePer(
  (file, field) => new Set(field.uses.filter((use) => use.kind === "release" && isFutile(file, field, use))),
);

function isFutile(file: TracedFile, field: Field, { event }: Use): boolean {
  const root = activationOf(event);
  // Most functions do not test the field at all, and need no walk.
  const isTested = field.uses.some((use) => use.kind === "test" && activationOf(use.event) === root);
  if (!isFunction(root) || !isTested) return false;
  const { events } = changersOf(field);
  let isReached = false;
  walkPaths(solvableOf(file, root), undefined, 0, {
    event(node) {
      const callee = calledBy(file, node);
      const changes = events.has(node) || (callee !== undefined && runsAny(file, callee, events));
      isReached ||= changes;
      return changes ? undefined : 0;
    },
    isHeld: (place) => isField(field, place),
  });
  return !isReached;
}

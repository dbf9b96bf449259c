import type { TSESTree } from "@typescript-eslint/utils";
import type { Place } from "../../dataflow/places.ts";
import type { TracedFile } from "../claim.ts";
import { activationOf } from "../deferred.ts";
import type { Arm, Field } from "./field.ts";
import { functionAt, isUnknownOwnCall } from "./own-functions.ts";
import { eventsOf, graphOf, runBy, walkPaths } from "./own-graph.ts";

/**
 * The event that overwrites the timer of an arm while it runs: another arm of the field, or the same in the next turn
 * of a loop, with nothing between that could have stopped it. A one-shot may have fired wherever the function waits.
 *
 * @returns `undefined` when no path has one
 */
export function findOverwritten(file: TracedFile, field: Field, arm: Arm): TSESTree.Node | undefined {
  const root = activationOf(arm.event);
  let found: TSESTree.Node | undefined;
  walkPaths(graphOf(file, root), arm.event, 1, {
    event(node) {
      if (field.arms.some(({ event }) => event === node)) {
        found ??= node;
        return undefined;
      }
      return endsArm(file, field, arm, node) ? undefined : 1;
    },
    isHeld: (place) => isField(field, place),
  });
  return found;
}

/** May this event have ended the timer, or given it to somebody? */
function endsArm(file: TracedFile, field: Field, { acquisition }: Arm, node: TSESTree.Node): boolean {
  const isWait = node.type === "AwaitExpression" || node.type === "YieldExpression" || node.type === "ForOfStatement";
  if (isWait && acquisition.resource.expires === true) return true;
  if (isUse(field, node)) return true;
  if (node.type !== "CallExpression") return false;
  const callee = functionAt(file.sourceCode, node.callee);
  if (!callee) return isUnknownOwnCall(file.sourceCode, node, { node: field.object, isStatic: field.isStatic });
  return [...runBy(file, callee)].some((fn) => eventsOf(file, fn).some((event) => isUse(field, event)));
}

function isUse({ uses }: Field, node: TSESTree.Node): boolean {
  return uses.some(({ kind, event }) => kind !== "test" && event === node);
}

/** Is a place the field? While a timer is in it, it is not empty. */
export function isField({ member, variable }: Field, place: Place): boolean {
  if (variable) return place.variable === variable && place.members.length === 0;
  return place.members.length === 1 && place.members[0] === member;
}

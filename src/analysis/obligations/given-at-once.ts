import { outermost } from "../../ast/transparent.ts";
import { startEvent } from "./solvable.ts";
import type { Obligation } from "./obligation.ts";
import { inFlightOnly, transfer } from "./state.ts";

/**
 * Is an obligation discharged by what stands right around its acquire: `this.timer = setTimeout(…)`, `return derive()`?
 * Nothing comes in between, so no path needs to be looked at. Most handles that are kept in a field are.
 */
export function isGivenAtOnce(obligation: Obligation): boolean {
  const { parent } = outermost(startEvent(obligation));
  const isNext =
    parent.type === "ReturnStatement" || (parent.type === "AssignmentExpression" && parent.operator === "=");
  if (!isNext) return false;
  const effects = obligation.effects.get(parent) ?? [];
  return transfer({ kind: "open", holders: inFlightOnly }, effects, "rejected").kind === "discharged";
}

import type { TSESTree } from "@typescript-eslint/utils";
import { mayRepeat } from "../../../ast/loops.ts";
import { isPause } from "../../../ast/pauses.ts";
import type { Condition } from "../../control-flow/graph.ts";
import { findPlace, type Place } from "../../dataflow/places.ts";
import { isLoopTest } from "../../dataflow/steadiness.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { activationOf } from "../functions/deferred.ts";
import { changersOf } from "./changers.ts";
import type { Arm, Field } from "./field.ts";
import { isUnknownOwnCall } from "../functions/own-functions.ts";
import { solvableOf } from "./own-graph.ts";
import { calledBy, runsAny } from "./runs.ts";
import { walkPaths } from "./walk-paths.ts";

/** Where an arm is overwritten. */
export interface Overwritten {
  readonly at: TSESTree.Node;
  /** No condition on the way there but that of a loop: nothing the conditions have in common can exclude it. */
  readonly isCertain: boolean;
}

/**
 * The event that overwrites the timer of an arm while it runs: another arm of the field, or the same in the next turn
 * of a loop, with nothing between that could have stopped it. A one-shot may have fired wherever the function waits.
 *
 * @returns `undefined` when no path has one
 */
export function findOverwritten(file: TracedFile, field: Field, arm: Arm): Overwritten | undefined {
  const root = activationOf(arm.event);
  const isOnly = field.arms.every((each) => each === arm || activationOf(each.event) !== root);
  if (isOnly && !mayRepeat(arm.event, root)) return undefined;
  let found: Overwritten | undefined;
  walkPaths(solvableOf(file, root), arm.event, states.straight, {
    event(node, state) {
      if (changersOf(field).acquires.has(node)) {
        const isCertain = state === states.straight;
        if (!found?.isCertain) found = { at: node, isCertain };
        return undefined;
      }
      return endsArm(file, field, arm, node) ? undefined : state;
    },
    test: (condition, state) => (decides(file, field, condition) ? states.onCondition : state),
    isHeld: (place) => isField(field, place),
  });
  return found;
}

const states = { straight: 1, onCondition: 2 } as const;

/**
 * Is it a condition that decides anything? Those of loops hold for some turn.
 *
 * @param field the field that is known to hold a timer: a test of it decides nothing
 */
export function decides({ sourceCode }: TracedFile, field: Field | undefined, { kind, node }: Condition): boolean {
  if (kind === "next" || isLoopTest(node)) return false;
  const place = findPlace(sourceCode, node);
  return !field || !place || !isField(field, place);
}

/** May this event have ended the timer, or given it to somebody? */
export function endsArm(file: TracedFile, field: Field, { acquisition }: Arm, node: TSESTree.Node): boolean {
  if (isPause(node) && acquisition.resource.expires === true) return true;
  const { events } = changersOf(field);
  if (events.has(node)) return true;
  if (node.type !== "CallExpression") return false;
  const callee = calledBy(file, node);
  if (!callee) return isUnknownOwnCall(file.sourceCode, node, { node: field.object, isStatic: field.isStatic });
  return runsAny(file, callee, events);
}

/** Is a place the field? While a timer is in it, it is not empty. */
export function isField({ member, variable }: Field, place: Place): boolean {
  const [first, ...more] = place.members;
  return first === member && more.length === 0 && (!variable || place.variable === variable);
}

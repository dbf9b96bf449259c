import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { isNothing } from "../../../ast/nothing.ts";
import { oncePer } from "../../../ast/once.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost } from "../../../ast/transparent.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { activationOf } from "../functions/deferred.ts";
import { solvableOf } from "./own-graph.ts";
import { calledBy, runsAny } from "./runs.ts";
import { walkPaths } from "./walk-paths.ts";
import { changersOf } from "./changers.ts";
import type { Field } from "./field.ts";
import type { FieldUse } from "./field-use.ts";
import { isField } from "./overwritten.ts";

/**
 * The releases of a field that never run while a timer is in it: `if (!this.timer) clearTimeout(this.timer)`, a test
 * the wrong way round. Where the function changes the field on the way there, nothing is said.
 */
export const futileReleasesOf: (file: TracedFile, field: Field) => ReadonlySet<FieldUse> = oncePer(
  (file, field) => new Set(field.uses.filter((use) => use.kind === "release" && isFutile(file, field, use))),
);

/**
 * Could a test of the field lead away from a release? Most functions do not test it, or release it where the test
 * holds: `if (this.timer) clearTimeout(this.timer)`. They need no walk.
 */
function mayBePassedBy(field: Field, release: TSESTree.Node, root: GraphRoot): boolean {
  return field.uses.some(
    ({ kind, node, event }) =>
      kind === "test" && activationOf(event) === root && !isWithin(node, release) && !leadsTo(node, release),
  );
}

/** Does a test of a place that holds something surely not lead away from a release: `if (this.timer) clear…`? */
function leadsTo(test: TSESTree.Node, release: TSESTree.Node): boolean {
  let [asked, isHeld] = [outermost(test), true];
  for (;;) {
    const { parent } = asked;
    if (parent.type === "IfStatement") return isWithin(release, parent.consequent) === isHeld;
    const isSame = outcomeIn(parent, asked);
    if (isSame === undefined) return false;
    [asked, isHeld] = [outermost(parent), isSame === isHeld];
  }
}

/** Is a question answered as the one in it, `x !== null` as `x`, or the other way round, `!x`? */
function outcomeIn(question: TSESTree.Node, asked: TSESTree.Node): boolean | undefined {
  if (question.type === "UnaryExpression") return question.operator === "!" ? false : undefined;
  if (question.type !== "BinaryExpression") return undefined;
  const isOfNothing = isNothing(question.left === asked ? question.right : question.left);
  return isOfNothing && /^[!=]==?$/.test(question.operator) ? question.operator.startsWith("!") : undefined;
}

function isFutile(file: TracedFile, field: Field, { event }: FieldUse): boolean {
  const root = activationOf(event);
  if (!isFunction(root) || !mayBePassedBy(field, event, root)) return false;
  const { events } = changersOf(field);
  let isReached = false;
  walkPaths(solvableOf(file, root), undefined, 0, {
    event(node) {
      if (isReached) return undefined;
      const callee = calledBy(file, node);
      const changes = events.has(node) || (callee !== undefined && runsAny(file, callee, events));
      isReached ||= changes;
      return changes ? undefined : 0;
    },
    isHeld: (place) => isField(field, place),
  });
  return !isReached;
}

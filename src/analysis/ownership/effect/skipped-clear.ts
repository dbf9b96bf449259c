import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { functionOf, isConstant, variableOf } from "../../../scope/variables.ts";
import type { Condition } from "../../control-flow/graph.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import type { Place } from "../../dataflow/places.ts";
import type { Obligation } from "../../obligations/obligation.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { readUse } from "../object/field-use.ts";
import { conditionsOf, solvableOf } from "../object/own-graph.ts";
import { walkPaths } from "../object/walk-paths.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import type { Traced } from "../tracing/trace-obligation.ts";

/**
 * The condition under which the cleanup of an effect passes by the clear, although the timer runs: one on constants
 * that the effect itself does not mention. What else a cleanup may ask could well say that there is no timer any more.
 */
export function findSkippedClear(file: TracedFile, traced: Traced): Condition | undefined {
  const { handovers, obligation } = traced;
  for (const { statement, closure } of handovers) {
    const cleanup = closure ? cleanupOf(file, statement) : undefined;
    const skipped = cleanup && findSkip(file, obligation, cleanup);
    if (skipped) return skipped;
  }
  return undefined;
}

/** The function that a statement returns, written there or by its name. */
function cleanupOf({ sourceCode }: TracedFile, statement: TSESTree.Node): FunctionNode | undefined {
  const returned =
    statement.type === "ReturnStatement"
      ? statement.argument
      : statement.type === "ArrowFunctionExpression"
        ? statement.body
        : undefined;
  const value = returned ? unwrap(returned) : undefined;
  if (value?.type !== "Identifier") return isFunction(value) ? value : undefined;
  const variable = variableOf(sourceCode, value);
  return variable && functionOf(variable);
}

function findSkip(file: TracedFile, obligation: Obligation, cleanup: FunctionNode): Condition | undefined {
  const clears = clearsIn(obligation, cleanup);
  if (!clears) return undefined;
  const handles = new Set(obligation.holders.flatMap(({ variable }) => variable ?? []));
  const own = solvableOf(file, cleanup);
  const asksHandle = (condition: Condition): boolean =>
    own.correlations.questionOf(condition)?.places.some(({ variable }) => variable && handles.has(variable)) === true;
  return conditionsOf(file, cleanup).find((skipping) => {
    const places = own.correlations.questionOf(skipping)?.places ?? [];
    if (places.length === 0 || !places.every((place) => isUnrelated(place, obligation.root, cleanup))) return false;
    let isSkipped = false;
    walkPaths(own, undefined, 0, {
      event: (node) => (clears.has(node) ? undefined : 0),
      isTaken: (condition) => condition === skipping || asksHandle(condition),
      isHeld: ({ variable, members }) => members.length === 0 && variable !== undefined && handles.has(variable),
      exit: () => void (isSkipped = true),
    });
    return isSkipped;
  });
}

/** The calls that clear the handle; `undefined` if anything else is done with it than to test it. */
function clearsIn({ holders, acquisition }: Obligation, cleanup: FunctionNode): ReadonlySet<TSESTree.Node> | undefined {
  const mentions = holders
    .flatMap(({ variable }) => variable?.references ?? [])
    .filter(({ identifier }) => isWithin(identifier, cleanup));
  const uses = mentions.map(({ identifier }) => readUse(identifier, acquisition.resource));
  const isPlain = uses.every(({ kind, node }) => kind !== "other" && runsIn(node, cleanup));
  return isPlain ? new Set(uses.filter(({ kind }) => kind === "release").map(({ event }) => event)) : undefined;
}

/** A constant that the effect mentions only in its cleanup says nothing of whether there is a timer. */
function isUnrelated({ variable, members }: Place, root: TSESTree.Node, cleanup: TSESTree.Node): boolean {
  return (
    variable !== undefined &&
    members.length === 0 &&
    isConstant(variable) &&
    variable.references.every(({ identifier }) => !isWithin(identifier, root) || isWithin(identifier, cleanup))
  );
}

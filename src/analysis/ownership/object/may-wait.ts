import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isReaction } from "../../../ast/names.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { activationOf } from "../functions/deferred.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { referencesTo } from "./driven.ts";
import type { Field } from "./field.ts";
import { eventsOf } from "./own-events.ts";

/**
 * Could anything be waited for on the way to a function, in itself or in what calls it? For most timers nothing is,
 * which is seen without a walk of paths.
 */
export function mayWait(file: TracedFile, field: Field, root: GraphRoot): boolean {
  const reached = new Set([root]);
  for (const fn of reached) {
    if (!isFunction(fn)) continue;
    if (reactionOf(fn) || hasWait(file, fn)) return true;
    for (const reference of referencesTo(file, field, fn)) {
      const call = callOf(reference);
      if (call) reached.add(activationOf(call));
      else if (reactionOf(reference)) return true;
    }
  }
  return false;
}

function hasWait({ sourceCode }: TracedFile, fn: FunctionNode): boolean {
  return fn.async && eventsOf(sourceCode, fn).some(({ type }) => type === "AwaitExpression");
}

/** The `.then`, `.catch` or `.finally` that an expression is given to. */
export function reactionOf(node: TSESTree.Node): TSESTree.CallExpression | undefined {
  const call = callGiven(node);
  return call && isReaction(call) ? call : undefined;
}

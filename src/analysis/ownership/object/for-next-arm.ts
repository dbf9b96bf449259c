import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { activationOf } from "../functions/deferred.ts";
import { changersOf } from "./changers.ts";
import { isDoneAtOnce } from "./done-at-once.ts";
import type { Field } from "./field.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { solvableOf } from "./own-graph.ts";
import { runBy } from "./runs.ts";
import { walkPaths } from "./walk-paths.ts";

/**
 * Does every way on from a release, or from a call that runs one, lead to an arm, so that it leaves the field with a
 * timer in it, or does at once what that would have done? Behind one that the teardown runs, only arms count, and no
 * calls that may arm: they may well ask whether the object has ended.
 */
export function isForNextArm(file: TracedFile, field: Field, event: TSESTree.Node, isRunByTeardown: boolean): boolean {
  const root = activationOf(event);
  if (!mayArm(file, field, root, isRunByTeardown)) return false;
  let [isLeft, isArmed] = [false, false];
  walkPaths(solvableOf(file, root), event, 0, {
    event(node) {
      const isArm = changersOf(field).acquires.has(node) || (!isRunByTeardown && armsByCall(file, field, node));
      isArmed ||= isArm;
      return isArm || (!isRunByTeardown && isDoneAtOnce(file, field, node)) ? undefined : 0;
    },
    exit: () => void (isLeft = true),
  });
  return isArmed && !isLeft;
}

/** Has a function an arm at all, in itself or in what it calls? Most have none, and need no walk. */
function mayArm(file: TracedFile, field: Field, root: GraphRoot, isRunByTeardown: boolean): boolean {
  const { functions } = changersOf(field);
  if (functions.has(root) || isRunByTeardown || !isFunction(root)) return functions.has(root);
  return [...runBy(file, root)].some((fn) => functions.has(fn));
}

/** Does an event call a function that arms the field? */
function armsByCall(file: TracedFile, field: Field, node: TSESTree.Node): boolean {
  const { functions } = changersOf(field);
  const callee = node.type === "CallExpression" ? ownFunctionAt(file.sourceCode, node.callee) : undefined;
  if (!callee) return false;
  for (const each of runBy(file, callee)) if (functions.has(each)) return true;
  return false;
}

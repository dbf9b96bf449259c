import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { activationOf } from "../functions/deferred.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import type { Arm, Field } from "./field.ts";
import { leadsToArm } from "./led-to.ts";
import { solvableOf } from "./own-graph.ts";
import { runBy } from "./runs.ts";
import { teardownsOf } from "./teardown.ts";
import { walkPaths } from "./walk-paths.ts";

/**
 * Is it the teardown that starts the timer, to finish something and be done: the time in which a socket may drain? One
 * that it starts at times only was there before, and one whose callback leads to the next goes on for good.
 *
 * It does not see whether the teardown itself comes to the function that starts it on all paths.
 */
export function isStartedByTeardown(file: TracedFile, field: Field, { acquisition, event }: Arm): boolean {
  const root = activationOf(event);
  if (!isFunction(root) || !acquisition.resource.expires) return false;
  const isRun = teardownsOf(file, field).some(({ fn }) => fn !== undefined && runBy(file, fn).has(root));
  const given = isRun ? acquisition.node.arguments[0] : undefined;
  const callback = given && ownFunctionAt(file.sourceCode, given);
  return callback !== undefined && !leadsToArm(file, field, callback) && isAlwaysStarted(file, root, event);
}

function isAlwaysStarted(file: TracedFile, root: FunctionNode, start: Arm["event"]): boolean {
  let isAlways = true;
  walkPaths(solvableOf(file, root), undefined, 0, {
    event: (node, state) => (node === start ? undefined : state),
    exit() {
      isAlways = false;
    },
  });
  return isAlways;
}

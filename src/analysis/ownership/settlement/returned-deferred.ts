import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { activationOf } from "../functions/deferred.ts";
import { deferredSettledBy } from "./timer-deferred.ts";
import { goesNowhere } from "./timer-id.ts";
import type { TimedPromise } from "./timer-promise.ts";

/**
 * The promise that a timer settles from beside, where its function does nothing with that but return it:
 * `const d = new Deferred(); setTimeout(d.reject, ms); work.then(d.resolve, d.reject); return d.promise`.
 *
 * It does not see a promise that is returned with reactions, or in an object with more.
 */
export function findReturnedDeferred(sourceCode: SourceCode, timer: TSESTree.CallExpression): TimedPromise | undefined {
  const [callback] = timer.arguments;
  const [settler] = deferredSettledBy(sourceCode, timer);
  const executor = activationOf(timer);
  if (!callback || !settler || !isFunction(executor) || executor !== activationOf(settler.made)) return undefined;
  const { made, promises, variables, rejecting, settlers } = settler;
  const [promise, ...more] = promises;
  const isReturned = promise && outermost(promise).parent.type === "ReturnStatement";
  if (!isReturned || more.length > 0 || enclosingFunction(promise) !== executor) return undefined;
  if (settlers.some((each) => goesNowhere(sourceCode, each, executor))) return undefined;
  return { timer, promise: made, executor, settlers: variables, rejecting, named: settlers, callback };
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { TimerPromise } from "../analysis/ownership/settlement/timer-promise.ts";
import { isFunction } from "../ast/functions.ts";
import { onlyExpressionOf } from "../ast/only-expression.ts";
import { unwrap } from "../ast/transparent.ts";
import { isHarmless } from "./harmless.ts";

/** Does a callback do nothing but settle its own promise? Then nobody misses it once that is settled. */
export function onlySettles({ callback, settlers }: Pick<TimerPromise, "callback" | "settlers">): boolean {
  const node = unwrap(callback);
  const isSettler = (callee: TSESTree.Node): boolean =>
    settlers.some(({ references }) => references.some(({ identifier }) => identifier === callee));
  const only = isFunction(node) ? onlyExpressionOf(node) : undefined;
  if (only?.type !== "CallExpression") return isSettler(node);
  return isSettler(unwrap(only.callee)) && only.arguments.every(isHarmless);
}

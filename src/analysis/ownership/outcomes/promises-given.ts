import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isFunction } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { givenByCalls } from "../functions/given-by-calls.ts";

/**
 * All that a parameter is given by the callers of its function: `drain(Promise.allSettled(jobs), 500)`. They are known
 * where the function has a name that is only called, and not exported. What it hands on to itself is nothing new.
 *
 * It does not see the callers of a method, nor what a parameter with a default or a part of an object is given.
 *
 * @returns `undefined` where others may call it, or nothing here does, and for what is no parameter
 */
export function promisesGiven(
  sourceCode: SourceCode,
  { defs: [definition], references }: TSESLint.Scope.Variable,
): readonly TSESTree.Node[] | undefined {
  if (definition?.type !== "Parameter" || references.some((each) => each.isWrite())) return undefined;
  const { node: fn, name } = definition;
  const called = isFunction(fn) ? nameOfFunction(sourceCode, fn) : undefined;
  if (!isFunction(fn) || !called) return undefined;
  const uses = called.references.filter((each) => each.init !== true);
  if (!uses.every(({ identifier }) => callOf(identifier))) return undefined;
  const handedOn = new Set<TSESTree.Node>(references.map(({ identifier }) => identifier));
  return givenByCalls(sourceCode, fn, name)?.filter((given) => !handedOn.has(given));
}

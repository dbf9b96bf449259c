import type { TSESLint } from "@typescript-eslint/utils";
import { isArgument } from "../../../ast/calls.ts";
import { isFunction } from "../../../ast/functions.ts";
import { namesEnd } from "../races/end-names.ts";

/**
 * Is it the promise of an end that a callback is told: `new Repeater(async (push, stop) => { await stop; … })`? Its
 * name says so. Whoever calls back fulfils it when that is over, and has no reason to reject it.
 */
export function isToldEnd(variable: TSESLint.Scope.Variable | undefined): boolean {
  const definition = variable?.defs[0];
  if (!variable || definition?.type !== "Parameter" || !namesEnd(variable.name)) return false;
  const { node, name } = definition;
  return isFunction(node) && node.params.some((param) => param === name) && isArgument(node);
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { argumentAt, parameterOf } from "../../../scope/parameters.ts";
import { writtenNumber } from "../../../scope/written-number.ts";
import type { Race } from "./races.ts";

/**
 * How long a timer of a race takes, in milliseconds, if that is written there: in its call, by a constant, or in the
 * call of the helper that starts it.
 */
export function delayInRace(
  sourceCode: SourceCode,
  { arguments: given }: TSESTree.CallExpression,
  { racer }: Pick<Race, "racer">,
): number | undefined {
  // The delay is the second argument of `setTimeout`, and the first of one that gives a promise.
  const delay = given.length === 1 ? given[0] : given[1];
  const parameter = parameterOf(sourceCode, delay);
  if (!parameter) return writtenNumber(sourceCode, delay);
  const call = unwrap(racer);
  return call.type === "CallExpression" ? writtenNumber(sourceCode, argumentAt(call, parameter.index)) : undefined;
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import { writtenNumber } from "../../../scope/written-number.ts";
import type { Race } from "./races.ts";

/**
 * How long a timer of a race takes, in milliseconds, if that is written there: in its call, by a constant, or in the
 * call of the helper that starts it.
 */
export function delayOf(
  sourceCode: SourceCode,
  { arguments: given }: TSESTree.CallExpression,
  { racer }: Pick<Race, "racer">,
): number | undefined {
  // The delay is the second argument of `setTimeout`, and the first of one that gives a promise.
  const delay = given.length === 1 ? given[0] : given[1];
  const definition = variableOf(sourceCode, delay)?.defs[0];
  if (definition?.type !== "Parameter") return writtenNumber(sourceCode, delay);
  const call = unwrap(racer);
  if (call.type !== "CallExpression") return undefined;
  const index = definition.node.params.findIndex(
    (param) => (param.type === "AssignmentPattern" ? param.left : param) === definition.name,
  );
  return writtenNumber(sourceCode, call.arguments[index]);
}

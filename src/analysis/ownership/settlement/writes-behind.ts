import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { Variable } from "../../../scope/variables.ts";
import type { Condition } from "../../control-flow/graph.ts";
import { answerByFacts } from "../../dataflow/facts-across.ts";
import { questionOf } from "../../dataflow/question.ts";
import type { AbstractValue } from "../../dataflow/value.ts";
import { flagAt } from "./flags.ts";

/**
 * The writes of which one has happened where a test comes out like this: `if (closed)` behind `let closed = false`.
 *
 * It does not see: several flags in one test.
 *
 * @param isOwn is the flag of the one activation that is asked about, and not shared by more?
 * @returns `undefined` where the value it begins with gives the same outcome, or nothing writes another one
 */
export function writesBehind(
  sourceCode: SourceCode,
  condition: Condition,
  isOwn: (variable: Variable) => boolean,
): readonly TSESTree.Node[] | undefined {
  const question = questionOf(sourceCode, condition);
  const place = question?.place ?? question?.compared?.place;
  const flag = place && flagAt(sourceCode, place);
  if (!question || !flag || !isOwn(flag.variable)) return undefined;
  const mayBe = (value: AbstractValue | undefined): boolean =>
    !value || answerByFacts(question, new Map([[place.key, value]])) !== !condition.holds;
  const { first, later } = flag.history();
  if (mayBe(first)) return undefined;
  const writes = later.flatMap(({ node, value }) => (mayBe(value) ? node : []));
  return writes.length > 0 ? writes : undefined;
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import type { Condition } from "../../control-flow/graph.ts";
import { literalValue } from "../../dataflow/literals.ts";
import { questionOf } from "../../dataflow/question.ts";
import { anyKind, kinds, nullishKinds } from "../../dataflow/value.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import type { Field } from "./field.ts";
import { isField } from "./overwritten.ts";
import { runsAny } from "./runs.ts";

/**
 * Is a condition met only while there is something in the field, so not behind a teardown that empties it: `if
 * (this.timer)`, `if (this.timer !== undefined)`, the other branch of `if (this.timer == null)`? What the teardown
 * writes must be what is asked for: it may leave `null` where `undefined` is expected.
 */
export function needsTimer(
  file: TracedFile,
  field: Field,
  condition: Condition,
  teardowns: readonly FunctionNode[],
): boolean {
  const question = questionOf(file.sourceCode, condition);
  if (!question?.place || question.literal !== undefined || !isField(field, question.place)) return false;
  const met = condition.holds ? question.yes : anyKind & ~question.yes;
  const left = leftBy(file, field, teardowns);
  return left !== 0 && (met & left) === 0;
}

/** The kinds of what the teardowns put into the field; 0 where they put nothing there. */
function leftBy(file: TracedFile, field: Field, teardowns: readonly FunctionNode[]): number {
  const writes = field.uses.filter(
    ({ kind, event }) => kind === "write" && teardowns.some((teardown) => runsAny(file, teardown, new Set([event]))),
  );
  return writes.reduce((all, { event }) => all | kindsOf(event), 0);
}

/** What is not written as a literal is taken for nothing at all. */
function kindsOf(write: TSESTree.Node): number {
  if (write.type !== "AssignmentExpression") return kinds.undefined;
  return literalValue(write.right)?.kinds ?? nullishKinds;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { Condition } from "../../control-flow/graph.ts";
import { answerByFacts } from "../../dataflow/facts-across.ts";
import { literalValue } from "../../dataflow/literals.ts";
import { questionOf } from "../../dataflow/question.ts";
import { kinds, type AbstractValue } from "../../dataflow/value.ts";
import type { TimerPromise } from "./timer-promise.ts";

/**
 * The writes of which one has happened where a test comes out like this: `if (closed)` behind `let closed = false`. The
 * variable belongs to one promise: it is declared in the executor, or in the function around that.
 *
 * It does not see: members (`state.closed`), and several variables in one test.
 *
 * @returns `undefined` where the value it begins with gives the same outcome, or nothing writes another one
 */
export function writesBehind(
  sourceCode: SourceCode,
  condition: Condition,
  { executor, promise }: Pick<TimerPromise, "executor" | "promise">,
): readonly TSESTree.Node[] | undefined {
  const question = questionOf(sourceCode, condition);
  const { variable, members, key } = question?.place ?? {};
  if (!question || !variable || !key || members!.length > 0) return undefined;
  if (!isOfPromise(variable, [executor, enclosingFunction(promise)])) return undefined;
  const mayBe = (value: AbstractValue | undefined): boolean =>
    !value || answerByFacts(question, new Map([[key, value]])) !== !condition.holds;
  if (mayBe(beginningOf(variable))) return undefined;
  const writes = variable.references.flatMap((each) =>
    each.isWrite() && !each.init && mayBe(valueWritten(each.identifier)) ? each.identifier : [],
  );
  return writes.length > 0 ? writes : undefined;
}

function isOfPromise({ defs }: TSESLint.Scope.Variable, owners: readonly TSESTree.Node[]): boolean {
  const declarator = defs[0]?.node;
  return defs.length === 1 && declarator !== undefined && owners.includes(enclosingFunction(declarator));
}

/** What a variable is declared with; `undefined` where that is not written there. */
function beginningOf({ defs: [def] }: TSESLint.Scope.Variable): AbstractValue | undefined {
  if (def?.type !== "Variable" || def.node.id.type !== "Identifier" || /^For/.test(def.node.parent.parent.type))
    return undefined;
  return def.node.init ? literalValue(def.node.init) : { kinds: kinds.undefined };
}

function valueWritten({ parent }: TSESTree.Node): AbstractValue | undefined {
  return parent?.type === "AssignmentExpression" && parent.operator === "=" ? literalValue(parent.right) : undefined;
}

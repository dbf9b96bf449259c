import type { TSESTree } from "@typescript-eslint/utils";
import { isOnlyTested } from "../../../ast/tested.ts";
import { enclosingFunction, type FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin, placeOf } from "../../../ast/statement-list.ts";
import { outermost } from "../../../ast/transparent.ts";
import { readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import type { Condition } from "../../control-flow/graph.ts";
import { isFalsy } from "../../dataflow/literals.ts";
import { questionOf } from "../../dataflow/question.ts";
import { anyKind, truthyKinds } from "../../dataflow/value.ts";

/**
 * The variable that gets a function wherever a resource is acquired, and nothing else ever: `let stop; if (signal) {
 * signal.addEventListener("abort", onAbort); stop = () => { … }; }`. Where it has none, the resource was not acquired.
 *
 * It does not see what runs between the two.
 */
export function keptBeside(sourceCode: SourceCode, fn: FunctionNode, acquire: TSESTree.Node): Variable | undefined {
  const assignment = outermost(fn).parent;
  if (assignment.type !== "AssignmentExpression" || assignment.operator !== "=") return undefined;
  const variable = variableOf(sourceCode, assignment.left);
  const writes = variable?.references.filter((each) => each.isWrite() && each.init !== true) ?? [];
  const statement = outermost(assignment).parent;
  if (writes.length !== 1 || !statement?.parent || !placeOf(statement) || !isWithin(acquire, statement.parent))
    return undefined;
  return isEmptyBefore(variable!) && enclosingFunction(acquire) === enclosingFunction(fn) ? variable : undefined;
}

/** `let stop;`, `let stop = undefined;` */
function isEmptyBefore({ defs: [def] }: Variable): boolean {
  if (def?.type !== "Variable" || def.node.type !== "VariableDeclarator") return false;
  return !def.node.init || isFalsy(def.node.init);
}

/** Does a test come out like this only where a variable has no function? */
export function tellsOfNone(sourceCode: SourceCode, variable: Variable, condition: Condition): boolean {
  const question = questionOf(sourceCode, condition);
  const [place, ...more] = question?.places ?? [];
  if (!question || more.length > 0 || place?.variable !== variable || place.members.length > 0) return false;
  return ((condition.holds ? question.yes : anyKind & ~question.yes) & truthyKinds) === 0;
}

/** Where a variable is named other than to test it: `if (stop) stop();` has one. */
export function untestedReads(variable: Variable): TSESTree.Node[] {
  return readsOf(variable).filter((each) => !isOnlyTested(each));
}

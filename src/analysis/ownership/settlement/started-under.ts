import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { isConstant, type Variable } from "../../../scope/variables.ts";
import { conditionsAround } from "../../control-flow/conditions-around.ts";
import type { Condition } from "../../control-flow/graph.ts";
import type { Place } from "../../dataflow/places.ts";
import { questionOf, type Question } from "../../dataflow/question.ts";
import { anyKind } from "../../dataflow/value.ts";

/**
 * Which tests, anywhere, come out like this only if a timer was never started: it is started where `ms > 0`, and the
 * test says that it is not. What they ask for must last: constants, and members of what is only read.
 *
 * It does not see: members of `this`, and of objects that have methods called.
 */
export function ruledOutByStart(sourceCode: SourceCode, timer: TSESTree.Node): (condition: Condition) => boolean {
  const known = conditionsAround(timer).flatMap((each) => {
    const question = questionOf(sourceCode, each);
    const lasts = question !== undefined && question.places.length > 0 && question.places.every(isLasting);
    return lasts ? { key: question.key, kinds: kindsOf(question, each.holds) } : [];
  });
  if (known.length === 0) return () => false;
  return (condition) => {
    const question = questionOf(sourceCode, condition);
    return known.some(({ key, kinds }) => key === question?.key && (kinds & kindsOf(question, condition.holds)) === 0);
  };
}

/** What the value may be where a question is answered like this. */
function kindsOf({ yes }: Question, holds: boolean): number {
  return holds ? yes : anyKind & ~yes;
}

function isLasting({ variable, members }: Place): boolean {
  if (!variable || !isConstant(variable)) return false;
  return isOnlyRead(variable, members);
}

/** Is no part of this path set, and no method of what leads to it called but a handler: `options.onTimeout()`? */
function isOnlyRead({ references }: Variable, members: readonly string[]): boolean {
  return references.every(({ identifier }) => {
    let at = outermost(identifier);
    for (const member of members) {
      const { parent } = at;
      if (parent.type !== "MemberExpression" || parent.object !== at) return true;
      const name = memberName(parent) ?? "";
      at = outermost(parent);
      if (callOf(at) && !/^on[A-Z]/.test(name)) return false;
      if (name !== member) return true;
      if (isWritten(at)) return false;
    }
    return true;
  });
}

function isWritten({ parent, range }: TSESTree.Node): boolean {
  if (parent?.type === "AssignmentExpression") return parent.left.range[0] === range[0];
  return parent?.type === "UpdateExpression" || (parent?.type === "UnaryExpression" && parent.operator === "delete");
}

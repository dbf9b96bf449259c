import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import { conditionsAround } from "../../control-flow/conditions-around.ts";
import type { Condition } from "../../control-flow/graph.ts";
import { answerByHandle } from "../../dataflow/facts-across.ts";
import { findPlace, type Place } from "../../dataflow/places.ts";
import { questionOf } from "../../dataflow/question.ts";
import { selfAt } from "../functions/self.ts";

/** Is it made when it is first asked for, and kept: `instance ??= new Cache()`, `if (!instance) instance = …`? */
export function isMadeOnDemand(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  const value = outermost(node);
  const parent = value.parent;
  if (parent.type !== "AssignmentExpression" || parent.right !== value) return false;
  if (!isForGood(sourceCode, parent.left)) return false;
  if (parent.operator === "??=" || parent.operator === "||=") return true;
  const target = findPlace(sourceCode, parent.left);
  const fn = enclosingFunction(parent);
  return (
    target !== undefined &&
    conditionsAround(parent).some(
      (each) => enclosingFunction(each.node) === fn && saysThereIsNone(sourceCode, each, target),
    )
  );
}

/** A variable of the module, or a member of a class: `Cache.instance`, `this.instance` in a static method. */
function isForGood(sourceCode: SourceCode, target: TSESTree.Node): boolean {
  const node = unwrap(target);
  if (node.type === "Identifier") return /^(?:module|global)$/.test(variableOf(sourceCode, node)?.scope.type ?? "");
  return node.type === "MemberExpression" && selfAt(sourceCode, node.object)?.isStatic === true;
}

/**
 * Does a condition hold only where there is nothing yet? What is asked with the target by others, `isNil(instance)`,
 * `instance instanceof Cache`, may be just that.
 */
function saysThereIsNone(sourceCode: SourceCode, condition: Condition, target: Place): boolean {
  const { node, holds } = condition;
  const isTarget = ({ key }: Place): boolean => key === target.key;
  const question = questionOf(sourceCode, condition);
  const answer = question && answerByHandle(question, isTarget);
  if (answer !== undefined) return answer !== holds;
  return askedWith(node).some((each) => {
    const place = findPlace(sourceCode, each);
    return place !== undefined && isTarget(place);
  });
}

function askedWith(test: TSESTree.Node): readonly TSESTree.Node[] {
  if (test.type === "CallExpression") return test.arguments;
  return test.type === "BinaryExpression" && test.operator === "instanceof" ? [test.left] : [];
}

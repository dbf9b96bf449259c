import type { TSESTree } from "@typescript-eslint/utils";
import type { Labels } from "./labels.ts";

/**
 * The questions a program asks, found by the grammar alone: the leaves of every test, what stands left of `??` and
 * `?.`. The graph has to ask the same ones; that it does is part of the proof.
 */
export function findQuestions(node: TSESTree.Node, labels: Labels): void {
  switch (node.type) {
    case "IfStatement":
    case "WhileStatement":
    case "DoWhileStatement":
    case "ConditionalExpression":
      return askTruth(node.test, labels);
    case "ForStatement":
      if (node.test) askTruth(node.test, labels);
      return;
    case "LogicalExpression":
      if (node.operator === "??") labels.question("nullish", node.left);
      else askTruth(node.left, labels);
      return;
    case "CallExpression":
      if (node.optional) labels.question("nullish", node.callee);
      return;
    case "MemberExpression":
      if (node.optional) labels.question("nullish", node.object);
      return;
  }
}

/** `a && !b` asks `a` and `b`. A literal is no question. */
function askTruth(test: TSESTree.Node, labels: Labels): void {
  if (test.type === "UnaryExpression" && test.operator === "!") return askTruth(test.argument, labels);
  if (test.type === "LogicalExpression" && test.operator !== "??") {
    // The left side is found when the walk comes to this expression; in a test the right side is one, too.
    return askTruth(test.right, labels);
  }
  if (test.type === "ConditionalExpression") {
    askTruth(test.consequent, labels);
    return askTruth(test.alternate, labels);
  }
  if (test.type === "SequenceExpression") return askTruth(test.expressions.at(-1)!, labels);
  if (test.type !== "Literal") labels.question("truthy", test);
}

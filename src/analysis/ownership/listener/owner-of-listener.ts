import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { jumpTarget } from "../../../ast/jump-target.ts";
import { oncePer } from "../../../ast/once.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { isMemberNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { resultsOf } from "../../../ast/returns-of.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { activationOf } from "../functions/deferred.ts";
import { promiseSort } from "../outcomes/promise-valued.ts";
import { findExecutor } from "../functions/executor.ts";
import { promiseOf } from "../../../ast/executor.ts";

/** Who should have removed a listener, and when. */
export type ListenerOwner =
  /** A promise that is made around it, when that settles. */
  | {
      readonly end: "settlement";
      readonly executor: FunctionNode;
      readonly promise: TSESTree.NewExpression;
      readonly root: GraphRoot;
    }
  /** A function whose work ends: it is async, a generator, or returns a promise. */
  | { readonly end: "activation"; readonly root: FunctionNode }
  /** A function that sets something up: its own end ends nothing. */
  | { readonly end: "none"; readonly root: GraphRoot };

/** The owner of what is acquired at a node. */
export function ownerOf(sourceCode: SourceCode, node: TSESTree.Node): ListenerOwner {
  const root = activationOf(node);
  const executor = findExecutor(node);
  const promise = executor && promiseOf(executor);
  if (executor && promise) return { end: "settlement", executor, promise, root };
  if (!isFunction(root)) return { end: "none", root };
  const hasEnd = root.async || root.generator || returnsPromise(root, sourceCode);
  return hasEnd ? { end: "activation", root } : { end: "none", root };
}

const returnsPromise = oncePer((fn: FunctionNode, sourceCode: SourceCode): boolean => {
  if (fn.returnType) return /^:\s*(?:Promise|PromiseLike)\b/.test(sourceCode.getText(fn.returnType));
  return resultsOf(fn).some((result) => promiseSort(sourceCode, result) !== undefined);
});

/** Does a function go on until the abort: a loop that asks for it, or one that nothing else leaves? */
export const lastsUntilAbort: (fn: FunctionNode, sourceCode: SourceCode) => boolean = oncePer(({ body }, sourceCode) =>
  ownNodes(sourceCode, body).some((node) => {
    if (node.type !== "WhileStatement" && node.type !== "DoWhileStatement" && node.type !== "ForStatement")
      return false;
    const { test } = node;
    const isEndless = !test || (test.type === "Literal" && test.value === true);
    return isEndless ? isLeftByAbort(sourceCode, node.body) : asksForAbort(sourceCode, test) && !isCounted(test);
  }),
);

/** `turn < max && !signal.aborted`: a loop that is counted has another end. */
function isCounted(test: TSESTree.Expression): boolean {
  if (test.type === "LogicalExpression") return test.operator === "&&" && [test.left, test.right].some(isCounted);
  return test.type === "BinaryExpression" && /^[<>]=?$/.test(test.operator);
}

/**
 * Is every way out of a loop behind a question for the abort? A loop without one is none. What may fail is not looked
 * at: the work in each turn may, too.
 */
function isLeftByAbort(sourceCode: SourceCode, body: TSESTree.Node): boolean {
  let exits = 0;
  for (const node of ownNodes(sourceCode, body)) {
    if (node.type !== "ReturnStatement" && !(node.type === "BreakStatement" && leavesFrom(node, body))) continue;
    const around = node.parent.type === "BlockStatement" ? node.parent.parent : node.parent;
    if (around.type !== "IfStatement" || !asksForAbort(sourceCode, around.test)) return false;
    exits++;
  }
  return exits > 0;
}

/** Does a `break` leave the loop of a body, and not one that stands in it, or a `switch`? */
function leavesFrom(jump: TSESTree.BreakStatement, body: TSESTree.Node): boolean {
  const target = jumpTarget(jump);
  return !target || !isWithin(target, body);
}

function asksForAbort(sourceCode: SourceCode, test: TSESTree.Node): boolean {
  return ownNodes(sourceCode, test).some((node) => isMemberNamed(node, "aborted"));
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { isNothing } from "../../../ast/nothing.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, functionOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { classOfName } from "./context-class.ts";
import type { ClassNode } from "../functions/self.ts";

/** Says of a condition if it tells a library's own contexts from others, and which way. */
export type OwnTest = (condition: TSESTree.Node) => Tested | undefined;

interface Tested {
  /** Is it true of the library's own? */
  readonly holds: boolean;
  readonly own: readonly ClassNode[];
}

/**
 * Reads a condition as a test of the parent: `parent instanceof CancelContext`, or a constant that was looked up for
 * it, `const known = parentCancelContext(parent)`, tested for being there.
 */
export function knownByTest(sourceCode: SourceCode, condition: TSESTree.Node, parent: Variable): Tested | undefined {
  const node = unwrap(condition);
  if (node.type === "UnaryExpression" && node.operator === "!") {
    const inner = knownByTest(sourceCode, node.argument, parent);
    return inner && { ...inner, holds: !inner.holds };
  }
  if (node.type === "BinaryExpression") {
    if (node.operator === "instanceof") return tested(instanceOf(sourceCode, node, new Set([parent])), true);
    return isNothing(node.right) && /^[!=]/.test(node.operator)
      ? tested(lookedUp(sourceCode, node.left, parent), node.operator.startsWith("!"))
      : undefined;
  }
  return tested(lookedUp(sourceCode, node, parent), true);
}

function tested(own: readonly ClassNode[], holds: boolean): Tested | undefined {
  return own.length > 0 ? { holds, own } : undefined;
}

function instanceOf(
  sourceCode: SourceCode,
  { left, right }: TSESTree.BinaryExpression,
  of: ReadonlySet<Variable | undefined>,
): readonly ClassNode[] {
  const found = of.has(variableOf(sourceCode, left)) ? classOfName(sourceCode, right) : undefined;
  return found ? [found] : [];
}

/** The classes for which a constant is there, when it is what a function of this file made of the parent. */
function lookedUp(sourceCode: SourceCode, name: TSESTree.Node, parent: Variable): readonly ClassNode[] {
  const value = constantValue(variableOf(sourceCode, name));
  const call = value && unwrap(value);
  if (call?.type !== "CallExpression") return [];
  const fn = functionOf(variableOf(sourceCode, call.callee));
  const param = fn?.params[call.arguments.findIndex((each) => variableOf(sourceCode, each) === parent)];
  const own = variableOf(sourceCode, param);
  return fn && own ? testedIn(sourceCode, fn, own) : [];
}

/**
 * The classes a function tests its parameter for, or what it goes up to from there; none when it also asks the parent
 * itself: a wrapper may pass on such a question.
 */
function testedIn(sourceCode: SourceCode, fn: FunctionNode, param: Variable): readonly ClassNode[] {
  const nodes = [...ownNodes(sourceCode, fn.body)];
  const subjects: Set<Variable | undefined> = new Set([param]);
  for (const node of nodes)
    if (node.type === "VariableDeclarator" && variableOf(sourceCode, node.init) === param)
      subjects.add(variableOf(sourceCode, node.id) ?? param);
  const asks = nodes.some((node) => {
    const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
    return callee?.type === "MemberExpression" && subjects.has(variableOf(sourceCode, unwrap(callee.object)));
  });
  if (asks) return [];
  return nodes.flatMap((node) =>
    node.type === "BinaryExpression" && node.operator === "instanceof" ? instanceOf(sourceCode, node, subjects) : [],
  );
}

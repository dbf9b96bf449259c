import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, functionOf, variableOf } from "../../../scope/variables.ts";
import { classOfName } from "./context-class.ts";
import type { ClassNode } from "../object/self.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;
type Variable = TSESLint.Scope.Variable;

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
    const isNothing = node.right.type === "Literal" ? node.right.value === null : isUndefined(node.right);
    return isNothing && /^[!=]==?$/.test(node.operator)
      ? tested(lookedUp(sourceCode, node.left, parent), node.operator.startsWith("!"))
      : undefined;
  }
  return tested(lookedUp(sourceCode, node, parent), true);
}

function tested(own: readonly ClassNode[], holds: boolean): Tested | undefined {
  return own.length > 0 ? { holds, own } : undefined;
}

function isUndefined(node: TSESTree.Node): boolean {
  return node.type === "Identifier" && node.name === "undefined";
}

function instanceOf(
  sourceCode: SourceCode,
  { left, right }: TSESTree.BinaryExpression,
  of: ReadonlySet<Variable>,
): readonly ClassNode[] {
  const subject = left.type === "Identifier" ? variableOf(sourceCode, left) : undefined;
  const found = subject && of.has(subject) ? classOfName(sourceCode, right) : undefined;
  return found ? [found] : [];
}

/** The classes for which a constant is there, when it is what a function of this file made of the parent. */
function lookedUp(sourceCode: SourceCode, name: TSESTree.Node, parent: Variable): readonly ClassNode[] {
  const variable = name.type === "Identifier" ? variableOf(sourceCode, name) : undefined;
  const value = variable && constantValue(variable);
  const call = value && unwrap(value);
  if (call?.type !== "CallExpression" || call.callee.type !== "Identifier") return [];
  const looker = variableOf(sourceCode, call.callee);
  const fn = looker && functionOf(looker);
  const index = call.arguments.findIndex(
    (each) => each.type === "Identifier" && variableOf(sourceCode, each) === parent,
  );
  const param = fn?.params[index];
  const own = param?.type === "Identifier" ? variableOf(sourceCode, param) : undefined;
  return fn && own ? testedIn(sourceCode, fn, own) : [];
}

/**
 * The classes a function tests its parameter for, or what it goes up to from there; none when it also asks the parent
 * itself: a wrapper may pass on such a question.
 */
function testedIn(sourceCode: SourceCode, fn: FunctionNode, param: Variable): readonly ClassNode[] {
  const nodes = [...ownNodes(sourceCode, fn.body)];
  const climbing = nodes.flatMap((node) => {
    const variable = node.type === "Identifier" ? variableOf(sourceCode, node) : undefined;
    const declared = variable?.defs[0]?.node;
    const init = declared?.type === "VariableDeclarator" ? declared.init : undefined;
    return variable && init?.type === "Identifier" && variableOf(sourceCode, init) === param ? [variable] : [];
  });
  const subjects = new Set([param, ...climbing]);
  const asks = nodes.some((node) => {
    const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
    const object = callee?.type === "MemberExpression" ? unwrap(callee.object) : undefined;
    const subject = object?.type === "Identifier" ? variableOf(sourceCode, object) : undefined;
    return subject !== undefined && subjects.has(subject);
  });
  if (asks) return [];
  return nodes.flatMap((node) =>
    node.type === "BinaryExpression" && node.operator === "instanceof" ? instanceOf(sourceCode, node, subjects) : [],
  );
}

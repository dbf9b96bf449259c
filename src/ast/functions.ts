import type { TSESTree } from "@typescript-eslint/utils";

/** A function with a body, written in any way; a method is the `FunctionExpression` in its definition. */
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

/** Is it a function with a body? */
export function isFunction(node: TSESTree.Node | null | undefined): node is FunctionNode {
  return (
    node?.type === "FunctionDeclaration" ||
    node?.type === "FunctionExpression" ||
    node?.type === "ArrowFunctionExpression"
  );
}

/** Is a function the constructor of a class? */
export function isConstructor(node: TSESTree.Node): boolean {
  return classOfConstructor(node) !== undefined;
}

/** The class whose constructor a function is; `undefined` for any other. */
export function classOfConstructor({
  parent,
}: TSESTree.Node): TSESTree.ClassDeclaration | TSESTree.ClassExpression | undefined {
  return parent?.type === "MethodDefinition" && parent.kind === "constructor" ? parent.parent.parent : undefined;
}

/** The function or program whose code `node` is part of; a function is not part of itself. */
export function enclosingFunction(node: TSESTree.Node): FunctionNode | TSESTree.Program {
  for (let at = node.parent; at; at = at.parent) {
    if (isFunction(at) || at.type === "Program") return at;
  }
  throw new TypeError("a node outside of a program");
}

/** The functions that a node stands in, from the inside outwards; a function itself is the first. */
export function* functionsAround(node: TSESTree.Node): Generator<FunctionNode> {
  for (let at: TSESTree.Node | undefined = node; at; at = at.parent) if (isFunction(at)) yield at;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { oncePer } from "../../../ast/once.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { mentionsOf } from "../object/mentions.ts";

/**
 * Does a function act on the object around? In a `function` that listens, `this` is the signal. That of a method is its
 * object: it is given as a listener where it is bound.
 */
export const namesThis: (fn: FunctionNode, sourceCode: Readonly<TSESLint.SourceCode>) => boolean = oncePer(
  (fn, sourceCode) =>
    mentionsOf(sourceCode, "this").some(
      (each) => each.type === "ThisExpression" && isWithin(each, fn) && isOfObject(each, fn),
    ),
);

function isOfObject(node: TSESTree.Node, fn: FunctionNode): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === "PropertyDefinition" || at.type === "StaticBlock") return !isWithin(at, fn);
    if (isFunction(at) && at.type !== "ArrowFunctionExpression") return !isWithin(at, fn) || isMethod(at, fn);
  }
  return true;
}

function isMethod(at: FunctionNode, fn: FunctionNode): boolean {
  const kind = at.parent?.type;
  return at === fn && (kind === "MethodDefinition" || kind === "PropertyDefinition" || kind === "Property");
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { oncePer } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { mentionsOf } from "./mentions.ts";

/**
 * Does a function act on the object around? In a `function` that listens, `this` is the signal. That of a method is its
 * object: it is given as a listener where it is bound.
 */
export const namesThis: (fn: FunctionNode, sourceCode: SourceCode) => boolean = oncePer((fn, sourceCode) =>
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
  const kind = at.parent.type;
  return at === fn && (kind === "MethodDefinition" || kind === "PropertyDefinition" || kind === "Property");
}

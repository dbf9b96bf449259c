import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { findSetup } from "../functions/find-setup.ts";
import { isClass, type Self } from "../functions/self.ts";
import { promiseOf } from "../../../ast/executor.ts";
import { teardownsOfObject } from "../object/teardown.ts";

/**
 * Does a node stand in something that ends before the process does: an object with a teardown, a component that is set
 * up, a promise that is settled there?
 *
 * It does not see the teardown that a class inherits from another file, nor an object that ends without one.
 */
export function isOfWhatEnds(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  for (let at = node.parent; at; at = at.parent) {
    if (!isFunction(at)) continue;
    if (findSetup(sourceCode, at) || settlesBy(sourceCode, at, node)) return true;
    if (selvesOf(at).some((self) => teardownsOfObject(sourceCode, self).length > 0)) return true;
  }
  return false;
}

/** What a function makes when it returns an object of closures, and what it is a method of. */
function selvesOf(fn: FunctionNode): Self[] {
  const made: Self = { node: fn, isStatic: false };
  const { parent } = outermost(fn);
  if (parent.type === "Property" && parent.parent.type === "ObjectExpression")
    return [made, { node: parent.parent, isStatic: false }];
  if (parent.type !== "MethodDefinition" && parent.type !== "PropertyDefinition") return [made];
  const around = parent.parent.parent;
  return isClass(around) ? [made, { node: around, isStatic: parent.static }] : [made];
}

/** Is a function the executor of a promise, which something in a node settles? */
function settlesBy(sourceCode: SourceCode, executor: FunctionNode, node: TSESTree.Node): boolean {
  if (!promiseOf(executor)) return false;
  return sourceCode
    .getDeclaredVariables(executor)
    .some(({ references }) => references.some(({ identifier }) => isWithin(identifier, node)));
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { ownFunctionsOf } from "./own-functions.ts";

/**
 * The method that is taken of an object which is made of a class of this file: `latch.wait` after `const latch = new
 * Latch()`. `undefined` for one of its base, and for all else.
 */
export function methodOfInstance(sourceCode: SourceCode, member: TSESTree.MemberExpression): FunctionNode | undefined {
  const value = constantValue(variableOf(sourceCode, unwrap(member.object)));
  const made = value && unwrap(value);
  if (made?.type !== "NewExpression") return undefined;
  const definition = variableOf(sourceCode, unwrap(made.callee))?.defs[0];
  if (definition?.type !== "ClassName") return undefined;
  const methods = ownFunctionsOf({ node: definition.node, isStatic: false });
  return methods.find(({ name, kind }) => name === memberName(member) && kind === "method")?.fn;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isMemberNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf, type Variable } from "../../../scope/variables.ts";

/** The controller that a listener aborts which is `controller.abort.bind(controller)`, there or in a constant. */
export function boundController(sourceCode: SourceCode, listener: TSESTree.Node): Variable | undefined {
  const node = unwrap(listener);
  const value = node.type === "Identifier" ? constantValue(variableOf(sourceCode, node)) : node;
  const call = value && unwrap(value);
  const callee = call?.type === "CallExpression" ? unwrap(call.callee) : undefined;
  if (!isMemberNamed(callee, "bind")) return undefined;
  const method = unwrap(callee.object);
  if (!isMemberNamed(method, "abort")) return undefined;
  return variableOf(sourceCode, unwrap(method.object));
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isMemberNamed } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { variableOf, type Variable } from "../scope/variables.ts";

/** The `controller` of `controller.abort`; `undefined` for other callees, and for one that has no name. */
export function abortedBy(sourceCode: SourceCode, callee: TSESTree.Node): Variable | undefined {
  const method = unwrap(callee);
  return isMemberNamed(method, "abort") ? variableOf(sourceCode, method.object) : undefined;
}

/** The `controller` of `controller.abort.bind(…)`, whatever that is bound to. */
export function boundAbort(sourceCode: SourceCode, { callee }: TSESTree.CallExpression): Variable | undefined {
  const method = unwrap(callee);
  return isMemberNamed(method, "bind") ? abortedBy(sourceCode, method.object) : undefined;
}

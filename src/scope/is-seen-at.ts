import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";

/** Does the name of a variable mean that variable here? Not outside of its block, nor where another one hides it. */
export function isSeenAt(sourceCode: SourceCode, variable: TSESLint.Scope.Variable, at: TSESTree.Node): boolean {
  for (let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(at); scope; scope = scope.upper) {
    if (scope.set.get(variable.name)) return scope.set.get(variable.name) === variable;
  }
  return false;
}

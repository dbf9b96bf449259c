import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";

/** Does a name mean the global at this place? */
export function isGlobalAt(sourceCode: SourceCode, at: TSESTree.Node, name: string): boolean {
  for (let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(at); scope; scope = scope.upper) {
    if ((scope.set.get(name)?.defs.length ?? 0) > 0) return false;
  }
  return true;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";

/** Does the name of a variable mean that variable here? Not outside of its block, nor where another one hides it. */
export function isSeenAt(sourceCode: SourceCode, variable: TSESLint.Scope.Variable, at: TSESTree.Node): boolean {
  return meaningAt(sourceCode, variable.name, at) === variable;
}

/** Do all names in a text, as members of nothing, mean here what they mean there: none of them is hidden or unknown? */
export function meansTheSame(sourceCode: SourceCode, text: string, here: TSESTree.Node, there: TSESTree.Node): boolean {
  const names = text.match(/(?<![.\w$])[A-Za-z_$][\w$]*/g) ?? [];
  return names.every((name) => meaningAt(sourceCode, name, here) === meaningAt(sourceCode, name, there));
}

function meaningAt(sourceCode: SourceCode, name: string, at: TSESTree.Node): TSESLint.Scope.Variable | undefined {
  for (let scope: TSESLint.Scope.Scope | null = sourceCode.getScope(at); scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable) return variable;
  }
  return undefined;
}

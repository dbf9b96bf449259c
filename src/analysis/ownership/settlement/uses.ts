import type { TSESLint } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { functionOf } from "../../../scope/variables.ts";

export type Variable = TSESLint.Scope.Variable;

/** Does a function use one of these variables, itself or through the local functions it names? */
export function isUsedIn(
  sourceCode: Readonly<TSESLint.SourceCode>,
  fn: FunctionNode,
  variables: readonly Variable[],
  seen: Set<FunctionNode> = new Set(),
): boolean {
  if (seen.has(fn)) return false;
  seen.add(fn);
  for (const used of variablesUsedIn(sourceCode, fn)) {
    if (variables.includes(used)) return true;
    const called = functionOf(used);
    if (called && isUsedIn(sourceCode, called, variables, seen)) return true;
  }
  return false;
}

/** The variables that the code of a function names, nested functions included. */
export function variablesUsedIn(sourceCode: Readonly<TSESLint.SourceCode>, fn: FunctionNode): Set<Variable> {
  const used = new Set<Variable>();
  const scope = sourceCode.scopeManager?.acquire(fn);
  const scopes = scope ? [scope] : [];
  for (const each of scopes) {
    for (const { resolved } of each.references) if (resolved) used.add(resolved);
    scopes.push(...each.childScopes);
  }
  return used;
}

import type { FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { functionOf, type Variable } from "../../../scope/variables.ts";

/** Does a function use one of these variables, itself or through the local functions it names? */
export function isUsedIn(
  sourceCode: SourceCode,
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
export function variablesUsedIn(sourceCode: SourceCode, fn: FunctionNode): Set<Variable> {
  const used = new Set<Variable>();
  const scope = sourceCode.scopeManager?.acquire(fn);
  const scopes = scope ? [scope] : [];
  for (const each of scopes) {
    for (const { resolved } of each.references) if (resolved) used.add(resolved);
    scopes.push(...each.childScopes);
  }
  return used;
}

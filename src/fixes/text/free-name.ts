import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

/**
 * A name that means nothing yet where a new binding will be seen: `wanted`, or with the first number that makes it so.
 * A name is taken if it is declared in a scope around `at`, or written anywhere in it.
 */
export function freeName(sourceCode: Readonly<TSESLint.SourceCode>, at: TSESTree.Node, wanted: string): string {
  const taken = namesAround(sourceCode, at);
  let name = wanted;
  for (let i = 2; taken.has(name); i++) name = `${wanted}${i}`;
  return name;
}

function namesAround(sourceCode: Readonly<TSESLint.SourceCode>, at: TSESTree.Node): Set<string> {
  const names = new Set<string>();
  const scope = sourceCode.getScope(at);
  for (let outer: TSESLint.Scope.Scope | null = scope; outer; outer = outer.upper) {
    for (const name of outer.set.keys()) names.add(name);
  }
  addNamesIn(scope.variableScope, names);
  return names;
}

function addNamesIn(scope: TSESLint.Scope.Scope, names: Set<string>): void {
  for (const name of scope.set.keys()) names.add(name);
  for (const { identifier } of scope.references) names.add(identifier.name);
  for (const { identifier } of scope.through) names.add(identifier.name);
  for (const child of scope.childScopes) addNamesIn(child, names);
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import { GivenNames } from "./given-names.ts";

type Scope = TSESLint.Scope.Scope;

/**
 * A name that means nothing yet where a new binding will be seen: `wanted`, or with the first number that makes it so.
 * A name is taken if it is declared in a scope around `at`, or written anywhere in its function. For a parameter of
 * what is written; a variable gets a {@link newName}.
 */
export function freeName(sourceCode: SourceCode, at: TSESTree.Node, wanted: string): string {
  return firstFree(sourceCode.getScope(at), wanted, () => false);
}

/**
 * A free name for a new variable that is declared at a place: of the fixes of one pass, which do not see what the
 * others declare, each gets its own where one could hide the other.
 *
 * @param owner what the variable is for: asked again for the same, it gives the same name
 */
export function newName(sourceCode: SourceCode, at: TSESTree.Node, wanted: string, owner: TSESTree.Node = at): string {
  const scope = sourceCode.getScope(at);
  const names = given.get(sourceCode.ast) ?? new GivenNames();
  given.set(sourceCode.ast, names);
  return names.pick(scope, owner, wanted, () => firstFree(scope, wanted, (name) => names.has(scope, name)));
}

const given = new WeakMap<TSESTree.Program, GivenNames>();

function firstFree(scope: Scope, wanted: string, isGiven: (name: string) => boolean): string {
  const isTaken = (name: string): boolean =>
    isGiven(name) || namesIn(scope.variableScope).has(name) || isDeclaredAround(scope, name);
  let name = wanted;
  for (let i = 2; isTaken(name); i++) name = `${wanted}${i}`;
  return name;
}

function isDeclaredAround(scope: Scope, name: string): boolean {
  for (let outer: Scope | null = scope; outer; outer = outer.upper) if (outer.set.has(name)) return true;
  return false;
}

const known = new WeakMap<Scope, ReadonlySet<string>>();

/** The names that are declared or written in a scope; many fixes of one function ask for them. */
function namesIn(scope: Scope): ReadonlySet<string> {
  let names = known.get(scope);
  if (!names) {
    const found = new Set<string>();
    addNamesIn(scope, found);
    known.set(scope, (names = found));
  }
  return names;
}

function addNamesIn(scope: Scope, names: Set<string>): void {
  for (const name of scope.set.keys()) names.add(name);
  for (const { identifier } of scope.references) names.add(identifier.name);
  for (const { identifier } of scope.through) names.add(identifier.name);
  for (const child of scope.childScopes) addNamesIn(child, names);
}

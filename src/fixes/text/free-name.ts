import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { oncePer } from "../../ast/once.ts";
import type { SourceCode } from "../../ast/source-code.ts";

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
  const { ofOwners, at: givenAt, within } = givenIn(sourceCode.ast);
  const names = ofOwners.get(owner) ?? new Map<string, string>();
  ofOwners.set(owner, names);
  const key = `${wanted} ${scope.block.range[0]}`;
  const name =
    names.get(key) ??
    firstFree(scope, wanted, (taken) => within.get(scope)?.has(taken) === true || isGivenAround(givenAt, scope, taken));
  names.set(key, name);
  addTo(givenAt, scope, name);
  for (let around: Scope | null = scope; around; around = around.upper) addTo(within, around, name);
  return name;
}

type NamesOf<T> = Map<T, Set<string>>;

/** The names that the fixes of a file got. */
interface Given {
  /** What each owner was given, by what it asked for. */
  readonly ofOwners: Map<TSESTree.Node, Map<string, string>>;
  readonly at: NamesOf<Scope>;
  /** Of each scope, also the names of the scopes in it. */
  readonly within: NamesOf<Scope>;
}

const givenIn = oncePer<TSESTree.Program, void, Given>(() => ({ ofOwners: new Map(), at: new Map(), within: new Map() }));

function isGivenAround(names: NamesOf<Scope>, inner: Scope, name: string): boolean {
  for (let scope: Scope | null = inner; scope; scope = scope.upper) if (names.get(scope)?.has(name)) return true;
  return false;
}

function addTo(names: NamesOf<Scope>, scope: Scope, name: string): void {
  const known = names.get(scope);
  if (known) known.add(name);
  else names.set(scope, new Set([name]));
}

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

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type Scope = TSESLint.Scope.Scope;

/** The names that the fixes of one file got for new variables, so that none of them hides another. */
export class GivenNames {
  /** What each owner was given, by what it asked for. */
  readonly #ofOwners = new Map<TSESTree.Node, Map<string, string>>();
  readonly #at = new Map<Scope, Set<string>>();
  /** Of each scope, also the names of the scopes in it. */
  readonly #within = new Map<Scope, Set<string>>();

  /** What an owner was given in a scope when it asked the same before, or what `choose` finds now. */
  pick(scope: Scope, owner: TSESTree.Node, wanted: string, choose: () => string): string {
    const names = this.#ofOwners.get(owner) ?? new Map<string, string>();
    this.#ofOwners.set(owner, names);
    const key = `${wanted} ${scope.block.range[0]}`;
    const name = names.get(key) ?? choose();
    names.set(key, name);
    add(this.#at, scope, name);
    for (let around: Scope | null = scope; around; around = around.upper) add(this.#within, around, name);
    return name;
  }

  /** Was a name given in a scope, around it, or in a scope of it? */
  has(scope: Scope, name: string): boolean {
    if (this.#within.get(scope)?.has(name)) return true;
    for (let around = scope.upper; around; around = around.upper) if (this.#at.get(around)?.has(name)) return true;
    return false;
  }
}

function add(names: Map<Scope, Set<string>>, scope: Scope, name: string): void {
  const known = names.get(scope);
  if (known) known.add(name);
  else names.set(scope, new Set([name]));
}

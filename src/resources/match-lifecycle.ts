import type { TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { variableOf } from "../scope/variables.ts";
import { lifecycles } from "./catalog/lifecycles/index.ts";
import type { EffectFunctions, Lifecycle } from "./lifecycle.ts";

/** An effect: the framework that runs it, and how. */
export interface KnownEffect {
  readonly lifecycle: Lifecycle;
  readonly functions: EffectFunctions;
}

/** The effect that a function is as the argument of this call; `undefined` when the call runs no effect there. */
export function matchEffect(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  argument: TSESTree.Node,
): KnownEffect | undefined {
  for (const lifecycle of lifecycles) {
    const functions = lifecycle.effects.find(
      ({ call: names, callback = 0 }) =>
        call.arguments[callback] === argument && isCallOf(sourceCode, call, lifecycle, names),
    );
    if (functions) return { lifecycle, functions };
  }
  return undefined;
}

/** Does this call hand on the function it is given, unchanged (`useCallback`)? */
export function isWrapper(sourceCode: SourceCode, call: TSESTree.CallExpression): boolean {
  return lifecycles.some((each) => isCallOf(sourceCode, call, each, each.wrappers ?? []));
}

/** The member in which the ref that this call makes has its value; `undefined` for a call that makes none. */
export function matchRef(sourceCode: SourceCode, call: TSESTree.CallExpression): string | undefined {
  for (const lifecycle of lifecycles) {
    const ref = lifecycle.refs?.find(({ call: names }) => isCallOf(sourceCode, call, lifecycle, names));
    if (ref) return ref.member;
  }
  return undefined;
}

/** Is this call one of a framework's functions of these names, imported from it or known by its name alone? */
export function isCallOf(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  { modules }: Lifecycle,
  names: readonly string[],
): boolean {
  if (names.length === 0) return false;
  const callee = unwrap(call.callee);
  const isNamespaced = callee.type === "MemberExpression" && callee.object.type === "Identifier";
  const base = isNamespaced ? (callee.object as TSESTree.Identifier) : callee;
  if (base.type !== "Identifier") return false;
  const member = callee.type === "MemberExpression" ? memberName(callee) : undefined;
  const imported = importOf(sourceCode, base);
  const written = imported?.name ?? base.name;
  return names.some((name) => {
    if (name.includes("*")) return patternOf(name).test(member ?? written);
    if (name.includes(".")) return name === `${base.name}.${member}` && !imported;
    if (!imported) return member === undefined && name === base.name && isTelling(name) && !isLocal(sourceCode, base);
    return modules.includes(imported.module) && name === (member ?? written);
  });
}

/** A name of several words says by itself what it is; `watch` and `effect` need their import. */
function isTelling(name: string): boolean {
  return /[a-z$][A-Z]|^\$/.test(name);
}

function isLocal(sourceCode: SourceCode, name: TSESTree.Identifier): boolean {
  return variableOf(sourceCode, name) !== undefined;
}

/** Where an imported name comes from, and how it is called there; `undefined` for other names. */
function importOf(sourceCode: SourceCode, node: TSESTree.Identifier): { module: string; name: string } | undefined {
  const def = variableOf(sourceCode, node)?.defs[0];
  if (def?.type !== "ImportBinding" || def.parent.type !== "ImportDeclaration") return undefined;
  const { node: specifier, parent } = def;
  const isRenamed = specifier.type === "ImportSpecifier" && specifier.imported.type === "Identifier";
  return {
    module: parent.source.value,
    name: isRenamed ? (specifier.imported as TSESTree.Identifier).name : node.name,
  };
}

const patterns = new Map<string, RegExp>();

/** The pattern of a name in which `*` stands for any part of a word. */
export function patternOf(name: string): RegExp {
  let pattern = patterns.get(name);
  if (!pattern) patterns.set(name, (pattern = new RegExp(`^${name.replaceAll("$", "\\$").replace("*", "\\w*")}$`)));
  return pattern;
}

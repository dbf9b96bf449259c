import { findVariable as find } from "@eslint-community/eslint-utils";
import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../ast/functions.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";

/** What a name stands for, in the scope that declares it. */
export type Variable = TSESLint.Scope.Variable;

/**
 * The variable a node names, also as `name!` or `name as T`, from where it stands; `undefined` for one this file does
 * not declare, and for no name.
 */
export function variableOf(sourceCode: SourceCode, node: TSESTree.Node | null | undefined): Variable | undefined {
  const name = node && unwrap(node);
  if (name?.type !== "Identifier") return undefined;
  const variable = find(sourceCode.getScope(name) as never, name.name) as Variable | null;
  return variable && variable.defs.length > 0 ? variable : undefined;
}

const writes = new WeakMap<Variable, readonly TSESLint.Scope.Reference[]>();

/** The references that give it a value, looked up once: a name is asked for wherever it is used. */
function writesOf(variable: Variable): readonly TSESLint.Scope.Reference[] {
  let known = writes.get(variable);
  if (!known) writes.set(variable, (known = variable.references.filter((reference) => reference.isWrite())));
  return known;
}

/** Is it bound once, where it is declared, and never again? */
export function isConstant(variable: Variable): boolean {
  return isDeclaredOnce(variable) && writesOf(variable).every((reference) => reference.init === true);
}

/** Does it get one value at most, be it behind its declaration: `let stop; stop = …`? Before that it has none. */
export function isWrittenOnce(variable: Variable): boolean {
  if (variable.defs[0]?.type !== "Variable") return isConstant(variable);
  return isDeclaredOnce(variable) && writesOf(variable).length <= 1;
}

function isDeclaredOnce({ defs: [def, ...more] }: Variable): boolean {
  const isBound = /^(?:Variable|Parameter|FunctionName|ClassName|ImportBinding)$/.test(def?.type ?? "");
  return isBound && more.length === 0;
}

/** The one expression a constant variable stands for, without types around it; `undefined` for patterns and others. */
export function constantValue(variable: Variable | undefined): TSESTree.Expression | undefined {
  const def = variable?.defs[0];
  if (def?.type !== "Variable" || def.node.type !== "VariableDeclarator" || def.node.id.type !== "Identifier")
    return undefined;
  return isConstant(variable!) ? bare(def.node.init) : undefined;
}

/** The value that a variable is bound to once; of one that is taken apart, what it is taken from. */
export function initOf(variable: Variable): TSESTree.Expression | undefined {
  const [def] = variable.defs;
  return def?.type === "Variable" && writesOf(variable).length <= 1 ? bare(def.node.init) : undefined;
}

/** A value without the types around it. */
function bare(value: TSESTree.Expression | null): TSESTree.Expression | undefined {
  return value ? (unwrap(value) as TSESTree.Expression) : undefined;
}

/** The function a constant name stands for: a declaration, or a `const` with a function value. */
export function functionOf(variable: Variable | undefined): FunctionNode | undefined {
  const def = variable?.defs[0];
  if (def?.type === "FunctionName" && def.node.type === "FunctionDeclaration")
    return isConstant(variable!) ? def.node : undefined;
  const value = constantValue(variable);
  return isFunction(value) ? value : undefined;
}

/** Where a variable is read; nowhere, without one. A type, `typeof name`, reads nothing. */
export function readsOf(variable: Variable | undefined): TSESTree.Node[] {
  return variable?.references.flatMap((each) => (each.isRead() && !isInType(each) ? each.identifier : [])) ?? [];
}

function isInType({ identifier: { parent } }: TSESLint.Scope.Reference): boolean {
  return parent.type === "TSTypeQuery" || parent.type === "TSQualifiedName";
}

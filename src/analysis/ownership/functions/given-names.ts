import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { isMemberNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { variableOf, type Variable } from "../../../scope/variables.ts";

/**
 * What one call gives the parameters of a function of this file: a variable; `"unknown"` for what is no name and
 * nothing written there.
 */
export type GivenNames = ReadonlyMap<Variable, Variable | "unknown" | "literal">;

/** The names that a call gives to a function. It does not see parameters that are taken apart. */
export function namesGiven(
  sourceCode: SourceCode,
  { params }: FunctionNode,
  { arguments: given }: TSESTree.CallExpression,
): GivenNames {
  const pairs = params.flatMap((param, i): [Variable, Variable | "unknown" | "literal"][] => {
    const own = param.type === "Identifier" ? variableOf(sourceCode, param) : undefined;
    const value = given[i] && unwrap(given[i]);
    const isWritten = !value || value.type === "Literal" || value.type === "TemplateLiteral";
    return own ? [[own, isWritten ? "literal" : (variableOf(sourceCode, value) ?? "unknown")]] : [];
  });
  return new Map(pairs);
}

/** Each variable, or the one that is given for it. */
export function standIns(variables: readonly Variable[], names: GivenNames): readonly Variable[] {
  const real = variables.flatMap((each) => {
    const given = names.get(each) ?? each;
    return typeof given === "string" ? [] : [given];
  });
  return [...new Set(real)];
}

/** Is a variable only asked for what a signal says: `source.reason`, `source.aborted`? */
export function asksSignalOnly({ references }: Variable, bodies: ReadonlySet<FunctionNode>): boolean {
  return references.every(({ identifier }) => {
    if (![...bodies].some((body) => isWithin(identifier, body))) return true;
    const { parent } = outermost(identifier);
    return isMemberNamed(parent, /^(?:reason|aborted)$/);
  });
}

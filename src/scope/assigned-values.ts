import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

/**
 * Every expression that a local variable is given, by its declaration or by an assignment, in the order in which they
 * stand: `let p = null; if (x) p = work();`.
 *
 * @returns `undefined` where something else gives it one: a pattern, a loop, a caller; and where nothing does
 */
export function assignedValues({
  defs: [def, ...more],
  references,
}: TSESLint.Scope.Variable): readonly TSESTree.Expression[] | undefined {
  if (def?.type !== "Variable" || more.length > 0) return undefined;
  const values = references.flatMap((each) => (each.isWrite() ? [valueGiven(each)] : []));
  return values.length > 0 && values.every((value) => value !== undefined) ? values : undefined;
}

function valueGiven({ identifier, writeExpr }: TSESLint.Scope.Reference): TSESTree.Expression | undefined {
  const { parent } = identifier;
  const isWhole =
    (parent.type === "VariableDeclarator" && parent.id === identifier) ||
    (parent.type === "AssignmentExpression" && parent.left === identifier && /^(?:\?\?|\|\|)?=$/.test(parent.operator));
  return isWhole ? ((writeExpr as TSESTree.Expression | null | undefined) ?? undefined) : undefined;
}

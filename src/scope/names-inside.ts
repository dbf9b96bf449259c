import type { TSESLint, TSESTree } from "@typescript-eslint/utils";

type Variable = TSESLint.Scope.Variable;

/** The variables and types that statements declare in their block: what a `var` declares belongs to the function. */
export function blockNames(
  sourceCode: Readonly<TSESLint.SourceCode>,
  statements: readonly TSESTree.Statement[],
): readonly Variable[] {
  return statements.flatMap((statement) =>
    statement.type === "VariableDeclaration" && statement.kind === "var"
      ? []
      : (sourceCode.getDeclaredVariables(statement) as Variable[]),
  );
}

/** Is a variable used anywhere but in a part of the text? */
export function isUsedOutside({ references }: Variable, [start, end]: Readonly<TSESTree.Range>): boolean {
  return references.some(({ identifier: { range } }) => range[0] < start || range[1] > end);
}

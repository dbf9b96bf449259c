import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import type { Variable } from "./variables.ts";

/** The variables and types that statements declare in their block: what a `var` declares belongs to the function. */
export function blockNames(sourceCode: SourceCode, statements: readonly TSESTree.Statement[]): readonly Variable[] {
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

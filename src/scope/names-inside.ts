import type { TSESTree } from "@typescript-eslint/utils";
import { fileNameOf } from "../ast/file-name.ts";
import { oncePer, programOf } from "../ast/once.ts";
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

/**
 * Is a variable used anywhere but in a part of the text? Names of elements count, `<Page />`, which scopes leave out
 * before ESLint 10, and so does the template of a component, which may name all that its script declares at its top.
 */
export function isUsedOutside(
  sourceCode: SourceCode,
  { name, references, scope }: Variable,
  [start, end]: Readonly<TSESTree.Range>,
): boolean {
  if (scope.block.type === "Program" && isComponent(sourceCode)) return true;
  const named = references.map(({ identifier }): { range: TSESTree.Range } => identifier);
  const elements = elementNames(sourceCode).filter(({ value }) => value === name);
  return [...named, ...elements].some(({ range }) => range[0] < start || range[1] > end);
}

/** Names behind a `<`: those of attributes and of members of an element name no variable. */
const elementNames = oncePer(
  ({ ast }: SourceCode) =>
    (ast.tokens ?? []).filter(({ type }, at, all) => type === "JSXIdentifier" && all[at - 1]?.value === "<"),
  programOf,
);

/** Is the program only the script of its file? */
function isComponent(sourceCode: SourceCode): boolean {
  return /\.(?:vue|svelte|astro)$/.test(fileNameOf(sourceCode) ?? "");
}

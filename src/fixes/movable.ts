import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { ownNodes } from "../ast/own-nodes.ts";
import type { SourceCode } from "../ast/source-code.ts";
import type { StatementPlace } from "../ast/statement-list.ts";
import { blockNames, isUsedOutside } from "../scope/names-inside.ts";

/**
 * What is longer is not re-indented: nobody reads such a change, and a file with hundreds of them would be written out
 * once for each.
 */
const maxLength = 20_000;

/**
 * Can statements stand in a block of their own, as far as syntax goes? Imports and exports cannot, nor a function whose
 * name is declared once more: the body of a function allows that, a block does not. TypeScript wants `super()` to stand
 * outside of one.
 */
export function canStandInBlock(sourceCode: SourceCode, statements: readonly TSESTree.Statement[]): boolean {
  if (statements.at(-1)!.range[1] - statements[0]!.range[0] > maxLength) return false;
  return !statements.some(
    (statement) =>
      /Import|Export|TSModule|TSEnum/.test(statement.type) ||
      (statement.type === "ExpressionStatement" && isSuperCall(statement.expression)) ||
      (statement.type === "FunctionDeclaration" && isDeclaredAgain(sourceCode, statement)),
  );
}

function isSuperCall(node: TSESTree.Node): boolean {
  return node.type === "CallExpression" && node.callee.type === "Super";
}

/** The signatures of an overloaded function do not count. */
function isDeclaredAgain(sourceCode: SourceCode, declared: TSESTree.FunctionDeclaration): boolean {
  const [variable] = sourceCode.getDeclaredVariables(declared);
  return variable!.defs.some(({ node }) => node !== declared && node.type !== "TSDeclareFunction");
}

/** The variables that would not be seen any more where they are used, if these statements had a block of their own. */
export function namesLost(
  sourceCode: SourceCode,
  statements: readonly TSESTree.Statement[],
): TSESLint.Scope.Variable[] {
  const range: TSESTree.Range = [statements[0]!.range[0], statements.at(-1)!.range[1]];
  return blockNames(sourceCode, statements).filter((variable) => isUsedOutside(sourceCode, variable, range));
}

/**
 * Do statements keep their meaning in a block of their own? A function is hoisted, a `using` ends with its block, and
 * what a script declares at its top is global.
 */
export function keepsMeaning(
  sourceCode: SourceCode,
  statements: readonly TSESTree.Statement[],
  { parent }: StatementPlace,
): boolean {
  if (parent.type === "SwitchCase" || !canStandInBlock(sourceCode, statements)) return false;
  if (parent.type === "Program" && parent.sourceType === "script") return false;
  return statements.every((statement) => {
    if (statement.type === "FunctionDeclaration") return false;
    return statement.type !== "VariableDeclaration" || !statement.kind.endsWith("using");
  });
}

/** Can a run of statements be left and taken up again: is there a `yield` in it? */
export function yields(sourceCode: SourceCode, statements: readonly TSESTree.Statement[]): boolean {
  return statements.some((statement) => ownNodes(sourceCode, statement).some(({ type }) => type === "YieldExpression"));
}

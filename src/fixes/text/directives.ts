import type { TSESTree } from "@typescript-eslint/utils";
import { decoratorsOf } from "../../ast/decorators.ts";
import { oncePer, programOf } from "../../ast/once.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import type { Edit } from "../fix.ts";
import { isFirstOnLine, lineStart, nextLine } from "./lines.ts";

/** What a comment begins with that tells a tool about the line, the statement or the declaration behind it. */
const forms = [
  String.raw`@ts-(?:expect-error|ignore)\b`,
  String.raw`(?:eslint-|oxlint-|tslint:)disable-next-line\b`,
  String.raw`(?:prettier|dprint|biome|rome|deno-lint|deno-fmt|oxfmt)-ignore(?![-\w])`,
  String.raw`(?:istanbul|c8|v8|node:coverage) ignore (?:next|if|else|try|catch)\b`,
  String.raw`\$Flow(?:FixMe|Issue|ExpectedError|IgnoreNext)`,
  // In a JavaScript file it is the type of what is declared behind it.
  String.raw`@(?:type|satisfies)\b`,
];
const directive = new RegExp(String.raw`^[\s*]*(?:${forms.join("|")})`);

/** The comments of a file that are for the line behind them. */
const directivesOf = oncePer(
  (sourceCode: SourceCode): readonly TSESTree.Comment[] =>
    sourceCode.getAllComments().filter(({ value }) => directive.test(value)),
  programOf,
);

/**
 * Where something can be put before a statement: at its start, which may be that of its decorators, or above what is
 * for it, directives and the comment that documents what it declares.
 */
export function startOf(sourceCode: SourceCode, statement: TSESTree.Node): number {
  const { text } = sourceCode;
  const first = firstPartOf(statement);
  let [start] = first.range;
  let above = start;
  for (const comment of sourceCode.getCommentsBefore(first).toReversed()) {
    const [behind, line] = [nextLine(text, comment.range[1]), lineStart(text, above)];
    const isDirectlyAbove = behind === line && isFirstOnLine(text, comment.range[0]);
    if (!isDirectlyAbove && behind <= line) break;
    [above] = comment.range;
    if (directivesOf(sourceCode).includes(comment) || documents(comment, statement)) start = above;
  }
  return start;
}

/** Decorators before `export` are of the class, and stand outside of the statement. */
function firstPartOf(statement: TSESTree.Node): TSESTree.Node {
  const isExport = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
  const [decorator] = isExport && statement.declaration ? decoratorsOf(statement.declaration) : [];
  return decorator && decorator.range[0] < statement.range[0] ? decorator : statement;
}

/** Is a comment the documentation of what a statement declares, or gives a member? Elsewhere it would be of another. */
function documents({ type, value }: TSESTree.Comment, statement: TSESTree.Node): boolean {
  const isAssignment = statement.type === "ExpressionStatement" && statement.expression.type === "AssignmentExpression";
  return type === "Block" && value.startsWith("*") && (isAssignment || /^Export|Declaration$/.test(statement.type));
}

/** Does every comment that is for the line behind it still stand before that line, once edits are made? */
export function keepsDirectives(sourceCode: SourceCode, edits: readonly Edit[]): boolean {
  return directivesOf(sourceCode).every((comment) => {
    const line = sourceCode.getTokenAfter(comment);
    if (!line) return true;
    const isReplaced = edits.some(({ range }) => range[0] <= comment.range[0] && comment.range[1] <= range[1]);
    if (isReplaced) return edits.some((edit) => isWrittenIn(sourceCode, edit, comment, line));
    const between = edits.filter(({ range }) => comment.range[1] <= range[0] && range[0] <= line.range[0]);
    return between.every((edit) => keepsPlace(edit, line));
  });
}

/** Is nothing put on a line of its own before a token, and something left in its place? */
function keepsPlace({ range: [, end], text }: Edit, token: TSESTree.Token): boolean {
  const isGone = text.trim() === "" && end >= token.range[1];
  return !isGone && !text.trimStart().includes("\n");
}

/** Does an edit write a comment, and the line behind it after that? */
function isWrittenIn({ text }: SourceCode, edit: Edit, comment: TSESTree.Comment, token: TSESTree.Token): boolean {
  const words = text.slice(...comment.range);
  const at = edit.text.indexOf(words);
  if (at < 0) return false;
  const behind = edit.text.slice(at + words.length).trimStart();
  const [start] = token.range;
  return behind.startsWith(text.slice(start, nextLine(text, start)).trim());
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import { outermost } from "../../ast/transparent.ts";
import { startOf } from "../text/directives.ts";
import type { Draft } from "../text/draft.ts";
import {
  hasOwnLines,
  indentableLines,
  indentAt,
  indentUnit,
  isFirstOnLine,
  lineBreakOf,
  nextLine,
} from "../text/lines.ts";
import { arrowBefore, hasCommentBehindArrow, rangeInParentheses } from "../text/in-parentheses.ts";
import { semicolon, semicolonOfFile } from "../text/semicolon.ts";
import { hostOf, type Host } from "./host.ts";

/** What is declared before the race and called behind it. */
export interface Release {
  readonly declaration: string;
  readonly call: string;
  /** What it does is only right once the race has begun: else the list of its racers may fail before. */
  readonly isOfRace?: true;
}

/**
 * Declares something before a race and releases it when the race is over: in `finally` around a statement that does
 * nothing but await it, or else by `.finally(…)` on the race itself, as below a directive, which is for the next line.
 *
 * @param before the statement to declare it before, where that is not the race's own
 * @returns whether that could be written
 */
export function releaseAfter(
  sourceCode: SourceCode,
  draft: Draft,
  race: TSESTree.CallExpression,
  { declaration, call, isOfRace }: Release,
  before?: TSESTree.Node,
): boolean {
  const host = hostOf(before ?? race);
  if (!host || (!host.isStatement && hasCommentBehindArrow(sourceCode, host.node))) return false;
  const isBelowDirective = startOf(sourceCode, host.node) < host.node.range[0];
  const canWrap = !before && !isOfRace && !isBelowDirective && isOnlyAwait(host.node, race);
  const isWrapped = canWrap && hasOwnLines(sourceCode.text, host.node.range);
  if (isWrapped) {
    wrap(sourceCode, draft, host.node, { declaration, call });
    return true;
  }
  draft.insert(race.range[1], `.finally(() => ${call})`, "close");
  declare(sourceCode, draft, host, declaration);
  return true;
}

/** Is it `await race;` or `return await race;`? */
function isOnlyAwait(statement: TSESTree.Node, race: TSESTree.Node): boolean {
  const { parent } = outermost(race);
  const isPlace = statement.type === "ExpressionStatement" || statement.type === "ReturnStatement";
  return isPlace && parent.type === "AwaitExpression" && outermost(parent).parent === statement;
}

function wrap(sourceCode: SourceCode, draft: Draft, statement: TSESTree.Node, { declaration, call }: Release): void {
  const { text } = sourceCode;
  const [start, end] = statement.range;
  const [line, indent, unit] = [lineBreakOf(text), indentAt(text, start), indentUnit(sourceCode, statement)];
  const semi = semicolon(sourceCode, statement);
  draft.insert(start, `${declaration}${semi}${line}${indent}try {${line}${indent}${unit}`, "open");
  for (const at of indentableLines(sourceCode, nextLine(text, start), end)) draft.insert(at, unit, "text");
  draft.insert(end, `${line}${indent}} finally {${line}${indent}${unit}${call}${semi}${line}${indent}}`, "close");
}

/** Before a statement, or as the first one of an arrow function that had no block. */
function declare(sourceCode: SourceCode, draft: Draft, { node, isStatement }: Host, declaration: string): void {
  const { text } = sourceCode;
  const start = startOf(sourceCode, node);
  const [line, indent] = [lineBreakOf(text), indentAt(text, start)];
  if (isStatement) {
    draft.insert(
      start,
      `${declaration}${semicolon(sourceCode, node) || semicolonOfFile(text)}${line}${indent}`,
      "open",
    );
    return;
  }
  declareInArrow(sourceCode, draft, node, declaration);
}

/** The parentheses around the expression stay: what is in them may begin on the next line. */
function declareInArrow(sourceCode: SourceCode, draft: Draft, node: TSESTree.Node, declaration: string): void {
  const { text } = sourceCode;
  const [start, end] = rangeInParentheses(sourceCode, node);
  const arrow = arrowBefore(sourceCode, node);
  const [line, semi, outer] = [lineBreakOf(text), semicolonOfFile(text), indentAt(text, arrow.range[0])];
  const unit = indentUnit(sourceCode, node);
  const inner = outer + unit;
  const isOnOwnLine = isFirstOnLine(text, start);
  draft.replace([arrow.range[1], start], ` {${line}${inner}${declaration}${semi}${line}${inner}return `);
  if (!isOnOwnLine)
    for (const at of indentableLines(sourceCode, nextLine(text, start), end)) draft.insert(at, unit, "text");
  draft.insert(end, `${semi}${line}${outer}}`, "close");
}

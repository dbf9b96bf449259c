import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import { outermost } from "../../ast/transparent.ts";
import { placeOf } from "../../ast/statement-list.ts";
import type { TimerPromise } from "../../analysis/ownership/settlement/timer-promise.ts";
import type { Draft } from "../text/draft.ts";
import { indentAt, isFirstOnLine, lineBreakOf } from "../text/lines.ts";
import { arrowBefore, hasCommentBehindArrow, rangeInParentheses } from "../text/in-parentheses.ts";
import { semicolonOfFile } from "../text/semicolon.ts";

/**
 * Assigns the id of a timer that its executor drops: `=> setTimeout(…)` becomes `=> { timer = setTimeout(…); }`. Where
 * the executor has a type of what it returns, it goes on to return that: `=> (timer = setTimeout(…))`.
 *
 * @param target what it is assigned to: a name, or the declaration of one where the timer is a statement
 * @returns whether that could be written: not where a `return` would go before code that must not run
 */
export function keepId(
  sourceCode: SourceCode,
  draft: Draft,
  { timer, executor }: TimerPromise,
  target: string,
): boolean {
  const value = outermost(timer);
  const parent = value.parent;
  if (parent.type === "ExpressionStatement") {
    draft.insert(parent.range[0], `${target} = `, "text");
    return true;
  }
  const isReturned = parent.type === "ReturnStatement" && parent.parent === executor.body;
  const isBody = parent === executor && executor.type === "ArrowFunctionExpression";
  if (executor.returnType && (isReturned || isBody)) {
    draft.insert(value.range[0], `(${target} = `, "text");
    draft.insert(value.range[1], ")", "close");
    return true;
  }
  if (isReturned) {
    if (!isLast(parent)) return false;
    const keyword = sourceCode.getFirstToken(parent)!;
    draft.replace(keyword.range, `${target} =`);
    return true;
  }
  return isBody && openBody(sourceCode, draft, value, target);
}

/** Does nothing stand behind a `return` that would run without it? A function is there before. */
function isLast(statement: TSESTree.ReturnStatement): boolean {
  const place = placeOf(statement);
  return place?.list.slice(place.index + 1).every(({ type }) => type === "FunctionDeclaration") ?? false;
}

/** Gives an arrow function of one expression a block. */
function openBody(sourceCode: SourceCode, draft: Draft, body: TSESTree.Node, target: string): boolean {
  const { text } = sourceCode;
  if (hasCommentBehindArrow(sourceCode, body)) return false;
  const arrow = arrowBefore(sourceCode, body);
  const [start, end] = rangeInParentheses(sourceCode, body);
  const semi = semicolonOfFile(text);
  if (!isFirstOnLine(text, start)) {
    draft.insert(start, `{ ${target} = `, "text");
    draft.insert(end, `${semi} }`, "close");
    return true;
  }
  draft.insert(arrow.range[1], " {", "close");
  draft.insert(start, `${target} = `, "text");
  const behind = sourceCode.getTokenAfter(body.parent!, { includeComments: true })!;
  const comma = behind.value === "," ? behind : undefined;
  const closing = comma ? sourceCode.getTokenAfter(comma, { includeComments: true })! : behind;
  // What closes the list of arguments stands on the line where the block ends.
  if (closing.value === ")" && isFirstOnLine(text, closing.range[0])) {
    draft.replace(comma ? [end, comma.range[1]] : [end, end], semi);
    draft.insert(closing.range[0], "}", "close");
  } else draft.insert(end, `${semi}${lineBreakOf(text)}${indentAt(text, arrow.range[0])}}`, "close");
  return true;
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../ast/functions.ts";
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
 * the executor has a type of what it returns, or goes on by the value, that stays: `=> (timer = setTimeout(…))`.
 *
 * @param target what it is assigned to: a name, or the declaration of one where the timer is a statement
 */
export function keepId(sourceCode: SourceCode, draft: Draft, { timer, executor }: TimerPromise, target: string): void {
  const value = outermost(timer);
  const { parent } = value;
  if (parent.type === "ExpressionStatement") draft.insert(parent.range[0], `${target} = `, "text");
  else if (!executor.returnType && isEndOf(executor, parent))
    draft.replace(sourceCode.getFirstToken(parent)!.range, `${target} =`);
  else if (!executor.returnType && parent === executor && !hasCommentBehindArrow(sourceCode, value))
    openBody(sourceCode, draft, value, target);
  else {
    draft.insert(value.range[0], `(${target} = `, "text");
    draft.insert(value.range[1], ")", "close");
  }
}

/** Is it the `return` at the end of a function? What would run without it may not stand behind, but functions may. */
function isEndOf({ body }: FunctionNode, node: TSESTree.Node): boolean {
  const place = node.type === "ReturnStatement" && node.parent === body ? placeOf(node) : undefined;
  return place?.list.slice(place.index + 1).every(({ type }) => type === "FunctionDeclaration") === true;
}

/** Gives an arrow function of one expression a block. */
function openBody(sourceCode: SourceCode, draft: Draft, body: TSESTree.Node, target: string): void {
  const { text } = sourceCode;
  const arrow = arrowBefore(sourceCode, body);
  const [start, end] = rangeInParentheses(sourceCode, body);
  const semi = semicolonOfFile(text);
  if (!isFirstOnLine(text, start)) {
    draft.insert(start, `{ ${target} = `, "text");
    draft.insert(end, `${semi} }`, "close");
    return;
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
}

import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../ast/functions.ts";
import type { SourceCode } from "../ast/source-code.ts";
import type { Fix } from "./fix.ts";

/**
 * `return work(ctx)` → `return await work(ctx)`. What is returned stays the same; a `catch` around it now sees a
 * rejection, so this is for a person to decide.
 *
 * @returns `null` in a function that is not async, and for a `return` without a value
 */
export function returnAwait(sourceCode: SourceCode, { argument, parent }: TSESTree.ReturnStatement): Fix | null {
  const fn = enclosingFunction(parent);
  if (!argument || fn.type === "Program" || !fn.async || fn.generator) return null;
  const { range } = argument;
  const before = sourceCode.getTokenBefore(argument)!;
  const isInParentheses = before.value === "(";
  if (isInParentheses) return { edits: [{ range: [before.range[0], before.range[0]], text: "await " }] };
  const [open, close] = bindsTighter.has(argument.type) ? ["await ", ""] : ["await (", ")"];
  const edits = [{ range: [range[0], range[0]] as const, text: open }];
  return { edits: close ? [...edits, { range: [range[1], range[1]], text: close }] : edits };
}

/** Operands of `await` that need no parentheses. */
const bindsTighter: ReadonlySet<string> = new Set([
  "CallExpression",
  "ChainExpression",
  "Identifier",
  "ImportExpression",
  "MemberExpression",
  "NewExpression",
  "TSNonNullExpression",
  "TaggedTemplateExpression",
]);

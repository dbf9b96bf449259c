import type { TSESTree } from "@typescript-eslint/utils";
import { calleeWord } from "../../../ast/names.ts";
import { onlyExpressionOf } from "../../../ast/only-expression.ts";
import { isPlain } from "../../../ast/plain.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { rejectingSleepName } from "../../../resources/catalog/timers/sleeps.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { chainOf } from "./reaction-chain.ts";

/**
 * Is a racer a limit, whatever the others are, since something happens when its time is over: it fails, with an error
 * that it is given or by its name, or its reaction does something, `sleep(ms).then(() => child.kill())`? One that only
 * gives a value, `.then(() => "late")`, may be a pause.
 */
export function isLimit(sourceCode: SourceCode, racer: TSESTree.Node): boolean {
  const { start: sleep, reactions } = chainOf(sourceCode, racer);
  if (reactions.some((each) => acts(sourceCode, each))) return true;
  const word = (sleep && calleeWord(sleep)) ?? "";
  return /^(?:reject|throw|fail)/.test(word) || (rejectingSleepName.test(word) && (sleep?.arguments.length ?? 0) > 1);
}

/** Is there such a name in the time of a sleep: `sleep(pollMs)`? */
export function isTimeCalled(sourceCode: SourceCode, racer: TSESTree.Node, name: RegExp): boolean {
  const [time] = chainOf(sourceCode, racer).start?.arguments ?? [];
  return time !== undefined && name.test(sourceCode.getText(time));
}

function acts(sourceCode: SourceCode, reaction: TSESTree.CallExpression): boolean {
  const [callback] = reaction.arguments;
  if (calleeWord(reaction) !== "then" || !callback) return false;
  const fn = functionAt(sourceCode, callback);
  const isEmpty = fn?.body.type === "BlockStatement" && fn.body.body.length === 0;
  const only = fn && onlyExpressionOf(fn);
  return !isEmpty && !(only && isPlain(only));
}

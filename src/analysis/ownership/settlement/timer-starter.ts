import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin, placeOf } from "../../../ast/statement-list.ts";
import { functionAt, nameOfFunction } from "../../../scope/named-function.ts";
import { findCalls } from "../functions/calls-of.ts";
import { activationOf } from "../functions/deferred.ts";
import type { TimerId } from "./timer-id.ts";

/**
 * The local function that starts a timer, `const start = () => { t = setTimeout(…); };`, and is called by the
 * activation that makes `made`.
 */
export function starterOf(
  sourceCode: SourceCode,
  timer: TSESTree.CallExpression,
  made: TSESTree.Node,
): FunctionNode | undefined {
  const starter = activationOf(timer);
  if (!isFunction(starter) || !nameOfFunction(sourceCode, starter)) return undefined;
  const maker = activationOf(made);
  return findCalls(sourceCode, starter).some((call) => activationOf(call) === maker) ? starter : undefined;
}

/** Does nothing clear a timer but what starts it anew: `clearTimeout(t); start();`? */
export function isOnlyStartedAnew(
  sourceCode: SourceCode,
  { id, timer, starter }: { id: TimerId; timer: TSESTree.Node; starter: FunctionNode },
): boolean {
  const starts = (statement: TSESTree.Statement | undefined): boolean =>
    statement?.type === "ExpressionStatement" &&
    (isWithin(timer, statement) ||
      (statement.expression.type === "CallExpression" &&
        functionAt(sourceCode, statement.expression.callee) === starter));
  return id.fate === "dropped" || (id.fate === "kept" && id.clears.every((clear) => starts(statementBehind(clear))));
}

/** The statement behind that of a call, which may stand on a condition: `if (t) clearTimeout(t);`. */
function statementBehind(node: TSESTree.Node): TSESTree.Statement | undefined {
  const place = placeOf(node);
  const isLast = place === undefined || (place.list.length === 1 && place.parent.parent?.type === "IfStatement");
  if (isLast) return node.parent && statementBehind(node.parent);
  return place.list[place.index + 1];
}

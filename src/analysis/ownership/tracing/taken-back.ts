import type { TSESTree } from "@typescript-eslint/utils";
import { isLeaving } from "../../../ast/jump-target.ts";
import { receiverOf } from "../../../ast/members.ts";
import { calleeMatches, calleeWord, isName } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { isPause } from "../../../ast/pauses.ts";
import { isSameText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin, placeOf } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { readsOf, variableOf } from "../../../scope/variables.ts";

type Call = TSESTree.CallExpression;

/**
 * Is a function given to a call that gives it back: to a listener that is removed, or a timer that is cleared, in a
 * `finally` that nothing can pass by? Whoever has it only for the time of the work does not own what it releases.
 *
 * Both stand in one function. A removal under a condition or behind the work is not seen, nor one of listeners on
 * `process`: those wait for the end of all.
 *
 * @param given the argument, as it stands in the call
 */
export function isTakenBack(sourceCode: SourceCode, call: Call, given: TSESTree.Node): boolean {
  if (isGivenAt(call, 0, given)) return isClearedTimer(sourceCode, call);
  return isRemovedListener(sourceCode, call, given);
}

/** Is it such a removal, of what is handed out in this file only for a time? */
export function takesBackOnly(sourceCode: SourceCode, call: Call, given: TSESTree.Node): boolean {
  if (!calleeMatches(call, removeWord)) return false;
  return readsOf(variableOf(sourceCode, given)).some((read) => {
    const adding = outermost(read).parent;
    return adding.type === "CallExpression" && isRemovedListener(sourceCode, adding, read);
  });
}

const addWord = /^(?:addEventListener|addListener|on|once)$/;
const removeWord = /^(?:removeEventListener|removeListener|off)$/;

function isRemovedListener(sourceCode: SourceCode, call: Call, given: TSESTree.Node): boolean {
  const receiver = receiverOf(call);
  if (!receiver || isName(receiver, "process") || !isGivenAt(call, 1, given) || !calleeMatches(call, addWord))
    return false;
  return readsOf(variableOf(sourceCode, given)).some((read) => {
    const removal = outermost(read).parent;
    if (removal.type !== "CallExpression" || !isGivenAt(removal, 1, read) || !calleeMatches(removal, removeWord))
      return false;
    const from = receiverOf(removal);
    const isThere = from !== undefined && isSameText(sourceCode, from, receiver);
    const [[added], [removed]] = [call.arguments, removal.arguments];
    const isSame = isThere && added !== undefined && removed !== undefined && isSameText(sourceCode, added, removed);
    return isSame && endsIn(sourceCode, call, removal);
  });
}

/** Does a call get this value, whatever types are written around it? */
function isGivenAt(call: Call, index: number, value: TSESTree.Node): boolean {
  const argument = call.arguments[index];
  return argument !== undefined && unwrap(argument) === unwrap(value);
}

function isClearedTimer(sourceCode: SourceCode, call: Call): boolean {
  if (calleeWord(call) !== "setTimeout") return false;
  const declarator = outermost(call).parent;
  if (declarator.type !== "VariableDeclarator") return false;
  return readsOf(variableOf(sourceCode, declarator.id)).some((read) => {
    const clearing = outermost(read).parent;
    return (
      clearing.type === "CallExpression" &&
      calleeWord(clearing) === "clearTimeout" &&
      endsIn(sourceCode, call, clearing)
    );
  });
}

/** Does `last` stand in the `finally` of a `try` that follows `first`, or has it inside, with no way out between? */
function endsIn(sourceCode: SourceCode, first: TSESTree.Node, last: TSESTree.Node): boolean {
  const statement = outermost(last).parent;
  const block = statement.type === "ExpressionStatement" ? statement.parent : undefined;
  const around = block?.parent;
  if (around?.type !== "TryStatement" || around.finalizer !== block) return false;
  if (isWithin(first, around.block)) return true;
  const place = placeOf(around);
  const from = place?.list.findIndex((each) => isWithin(first, each)) ?? -1;
  if (!place || from < 0 || from >= place.index) return false;
  const between = place.list.slice(from, place.index).flatMap((each) => ownNodes(sourceCode, each));
  return between.includes(first) && !between.some((each) => isPause(each) || isLeaving(each));
}

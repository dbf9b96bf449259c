import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { lastEvents, mayAbort } from "../../../resources/catalog/signals/platform.ts";
import { constantValue, readsOf, type Variable } from "../../../scope/variables.ts";
import type { Leak } from "../../obligations/leak.ts";
import { findDeferred } from "../functions/deferred.ts";
import { emitterOf, heardBy } from "../settlement/heard-event.ts";
import { startsProcess } from "../settlement/started-process.ts";
import { answeredCall } from "./answered-call.ts";
import type { Listening } from "./listening.ts";
import { onlyTells } from "./only-tells.ts";
import { isMadeToEnd } from "./made-to-end.ts";
import { lastsUntilAbort } from "./owner-of-listener.ts";
import { isForGood, methodCalled } from "./set-up.ts";
import { causeOf } from "./cause.ts";
import { workOf } from "./work-of-listener.ts";

/**
 * A listener that ends something which the same function starts, and whose end it hears: `call.on("end", …)`, or the
 * answer of `call = client.request(…, (error, answer) => …)`. Where that comes first, the listener has nothing left to
 * do, wherever the thing itself has gone. A process of `node:child_process` is heard by whoever gets it: it ends by
 * itself.
 *
 * It does not see what is heard by others, nor a listener that does more than to end such things. A server and the like
 * are started to go on.
 */
export function findOpenAtLastEvent(listening: Listening): Pick<Leak, "cause" | "at"> | undefined {
  const { sourceCode, uses, owner } = listening;
  const { root } = owner;
  if (!isFunction(root) || !uses.fn || lastsUntilAbort(root, sourceCode)) return undefined;
  const { controllers, locals, usesThis, usesUnknown } = workOf(listening);
  if (controllers.length > 0 || locals.length === 0 || usesUnknown) return undefined;
  if (usesThis && !onlyTells(listening)) return undefined;
  const listener = uses.fn;
  const isOver = (each: Variable): boolean =>
    isEndedBy(each, listener) &&
    !isForGood(each, listener) &&
    (isHeardToEnd(each, root, listener) || startsProcess(sourceCode, unwrap(constantValue(each)!)));
  return locals.every(isOver) ? { cause: causeOf(listening), at: undefined } : undefined;
}

/** `call.cancel()` in the listener, of a call that was made once and is none that goes on by its name. */
function isEndedBy(variable: Variable, listener: FunctionNode): boolean {
  if (!isMadeToEnd(variable)) return false;
  const named = readsOf(variable).filter((each) => isWithin(each, listener));
  return named.some((each) => mayAbort.test(methodCalled(each) ?? ""));
}

/** Does the function that made it hear its last event, or give it the function that its answer is? */
function isHeardToEnd(variable: Variable, root: FunctionNode, listener: FunctionNode): boolean {
  const made = unwrap(constantValue(variable)!);
  const last = made.type === "CallExpression" ? made.arguments.at(-1) : undefined;
  if (last && isFunction(last) && answeredCall(last) === made) return true;
  return readsOf(variable).some((each) => {
    const isHere = !isWithin(each, listener) && isWithin(each, root) && !findDeferred(each, root);
    return isHere && hearsEndOf(each);
  });
}

/** `call.on("end", done)`, `stream.on("data", f).once("close", done)`, `socket.onclose = done` */
function hearsEndOf(identifier: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = identifier; at && !/Statement$/.test(at.type); at = at.parent) {
    const given = at.type === "CallExpression" ? at.arguments[1] : at.type === "AssignmentExpression" && at.right;
    const event = given ? heardBy(given) : undefined;
    if (event && lastEvents.test(event.name) && emitterOf(event) === identifier) return true;
  }
  return false;
}

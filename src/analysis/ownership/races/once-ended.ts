import type { TSESTree } from "@typescript-eslint/utils";
import { calleeMatches, calleeWord, memberName } from "../../../ast/names.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { writtenText } from "../../../ast/written-text.ts";
import { namesEnd } from "./end-names.ts";

/** `once(signal, "abort")`, `once(child, "exit")`, without a third argument that takes the listener away again. */
export function isOnceEnded(call: TSESTree.CallExpression): boolean {
  const [, event, options] = call.arguments;
  return calleeWord(call) === "once" && event !== undefined && isEndEvent(event) && !options;
}

/** Is it the name of an event that comes at the end, if at all? */
export function isEndEvent(event: TSESTree.Node): boolean {
  const name = writtenText(event);
  return name !== undefined && (name === "error" || namesEnd(name));
}

/** `waitForAbort(signal)`, `abortPromise(this.signal)`: a helper that listens, by its name and what it is given. */
export function isAbortHelper(call: TSESTree.CallExpression): boolean {
  const [given, ...more] = call.arguments;
  const signal = given && unwrap(given);
  if (!signal || more.length > 0 || !calleeMatches(call, /abort|cancel/i)) return false;
  const name =
    signal.type === "Identifier" ? signal.name : signal.type === "MemberExpression" ? memberName(signal) : "";
  return /signal$/i.test(name ?? "");
}

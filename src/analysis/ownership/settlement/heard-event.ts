import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { calleeMatches, isName, memberName } from "../../../ast/names.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { writtenText } from "../../../ast/written-text.ts";

/** An event that something listens for. */
export interface HeardEvent {
  readonly name: string;
  /** Whose event it is; `undefined` for a call of a plain name. */
  readonly object: TSESTree.Node | undefined;
}

/**
 * The event that an expression is given together with, `child.on("close", listener)`, or is the handler of,
 * `reader.onload = listener`; `undefined` for no event.
 */
export function heardBy(listener: TSESTree.Node): HeardEvent | undefined {
  const call = callGiven(listener);
  if (!call) return handledBy(listener);
  const name = writtenText(call.arguments[0]);
  if (name === undefined) return undefined;
  const callee = unwrap(call.callee);
  return {
    name,
    object: callee.type === "MemberExpression" ? unwrap(callee.object) : undefined,
  };
}

/** `object.onname = listener` */
function handledBy(listener: TSESTree.Node): HeardEvent | undefined {
  const value = outermost(listener);
  const { parent } = value;
  if (parent.type !== "AssignmentExpression" || parent.right !== value) return undefined;
  const left = unwrap(parent.left);
  const name = left.type === "MemberExpression" ? /^on([a-z]+)$/.exec(memberName(left) ?? "")?.[1] : undefined;
  return left.type === "MemberExpression" && name ? { name, object: unwrap(left.object) } : undefined;
}

/** What an event is heard of, behind the calls that give it back: `stream` of `stream.on("data", f).on("end", g)`. */
export function emitterOf({ object }: HeardEvent): TSESTree.Node | undefined {
  let emitter = object;
  while (emitter?.type === "CallExpression" && calleeMatches(emitter, /^(?:on|once|addListener)$/)) {
    const callee = unwrap(emitter.callee);
    emitter = callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
  }
  return emitter;
}

/** Does the process call it, when it is to end: `process.once("SIGTERM", stop)`? */
export function isHeardOfProcess(listener: TSESTree.Node): boolean {
  const object = heardBy(listener)?.object;
  return object !== undefined && isName(object, "process");
}

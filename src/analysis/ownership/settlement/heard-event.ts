import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { unwrap } from "../../../ast/transparent.ts";

/** An event that something listens for. */
export interface HeardEvent {
  readonly name: string;
  /** Whose event it is; `undefined` for a call of a plain name. */
  readonly object: TSESTree.Node | undefined;
}

/** The event that an expression is given together with: `child.on("close", listener)`; `undefined` for no event. */
export function heardBy(listener: TSESTree.Node): HeardEvent | undefined {
  const call = callGiven(listener);
  const event = call?.arguments[0];
  if (!call || event?.type !== "Literal") return undefined;
  const callee = unwrap(call.callee);
  return {
    name: String(event.value),
    object: callee.type === "MemberExpression" ? unwrap(callee.object) : undefined,
  };
}

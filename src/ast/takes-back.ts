import type { TSESTree } from "@typescript-eslint/utils";
import { calleeMatches } from "./names.ts";

/** Does a call take away what it is given, by its name: `socket.off("open", onOpen)`, `unsubscribe(listener)`? */
export function takesBack(call: TSESTree.CallExpression | undefined): boolean {
  return !!call && calleeMatches(call, /^(?:off|un[a-z]*|remove|delete|detach|cancel|clear)(?:[A-Z]|$)/);
}

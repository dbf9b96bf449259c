import type { TSESTree } from "@typescript-eslint/utils";
import { calleeWord } from "../../../ast/names.ts";

/** `once(signal, "abort")` without a third argument that takes the listener away again. */
export function isOnceAbort(call: TSESTree.CallExpression): boolean {
  const [, event, options] = call.arguments;
  return calleeWord(call) === "once" && event?.type === "Literal" && event.value === "abort" && !options;
}

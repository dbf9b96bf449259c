import type { TSESTree } from "@typescript-eslint/utils";
import { isMemberNamed } from "../ast/names.ts";
import { ownNodes } from "../ast/own-nodes.ts";
import type { SourceCode } from "../ast/source-code.ts";

/** What a loop asks to know whether it is over: each is a plain read. */
const check = /^(?:[eE]rr|aborted|throwIfAborted|is(?:Done|Cancell?ed|Aborted))$/;

/** Does a loop ask in its turns whether it is over, by other means than waiting? */
export function asksForEnd(sourceCode: SourceCode, loop: TSESTree.Node): boolean {
  for (const node of ownNodes(sourceCode, loop)) {
    if (isMemberNamed(node, check)) return true;
  }
  return false;
}

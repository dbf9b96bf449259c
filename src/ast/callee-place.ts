import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "./transparent.ts";

/** Where to report a call: the name of what is called, short enough to read in an editor. */
export function calleePlace({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): TSESTree.SourceLocation {
  const node = unwrap(callee);
  const spansLines = node.loc.start.line !== node.loc.end.line;
  return node.type === "MemberExpression" && spansLines ? node.property.loc : node.loc;
}

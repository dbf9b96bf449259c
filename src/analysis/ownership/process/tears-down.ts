import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../../../ast/functions.ts";
import { calleeWord } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { teardownMethods } from "../../../resources/catalog/lifecycles/objects.ts";

/** Does the function around a node end something behind it (`await client.disconnect()`)? Then it is not for good. */
export function tearsDown(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  const fn = enclosingFunction(node);
  for (const each of ownNodes(sourceCode, fn.type === "Program" ? fn : fn.body)) {
    if (each.type !== "CallExpression" || each.range[0] < node.range[1]) continue;
    const isMethod = unwrap(each.callee).type === "MemberExpression";
    if (isMethod && teardownMethods.has(calleeWord(each) ?? "")) return true;
  }
  return false;
}

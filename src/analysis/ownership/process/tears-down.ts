import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../../../ast/functions.ts";
import { calleeWord } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { teardownMethods } from "../../../resources/catalog/lifecycles/objects.ts";

/** Does the function around a node end something behind it (`await client.disconnect()`)? Then it is not for good. */
export function tearsDown(sourceCode: SourceCode, node: TSESTree.Node): boolean {
  const fn = enclosingFunction(node);
  return lastTeardown(fn.type === "Program" ? fn : fn.body, sourceCode) >= node.range[1];
}

/** Where the last call of a teardown begins; -1 where there is none. A function may start many timers. */
const lastTeardown = oncePer((body: TSESTree.Node, sourceCode: SourceCode): number => {
  const starts = ownNodes(sourceCode, body).flatMap((each) => {
    if (each.type !== "CallExpression" || unwrap(each.callee).type !== "MemberExpression") return [];
    return teardownMethods.has(calleeWord(each) ?? "") ? [each.range[0]] : [];
  });
  return starts.reduce((last, each) => Math.max(last, each), -1);
});

import type { TSESTree } from "@typescript-eslint/utils";
import { isMemberOf } from "../ast/names.ts";
import { ownNodes } from "../ast/own-nodes.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin } from "../ast/statement-list.ts";
import { unwrap } from "../ast/transparent.ts";
import { Holders, type Taker } from "./result-holders.ts";

/**
 * The calls that get at what was awaited, or a part of it, in a run of statements: `check(response)`, and functions and
 * objects that have it. Each may throw with it in its hands, as `new HttpError(response)` does, and whoever catches
 * that reads on what a release would end.
 *
 * Names that are given the result are followed from top to bottom. It does not see a method of the result itself.
 */
export function takersOfResult(
  sourceCode: SourceCode,
  run: readonly TSESTree.Statement[],
  finished: TSESTree.Node,
): Taker[] {
  const holders = new Holders(sourceCode, [finished]);
  return run
    .flatMap((statement) => ownNodes(sourceCode, statement))
    .flatMap((node) => {
      if (node.type === "VariableDeclarator" && node.init && holders.isIn(node.init)) holders.bind(node.id, node.init);
      if (node.type === "AssignmentExpression" && holders.isIn(node.right)) holders.bind(node.left, node.right);
      if (!isCalling(node) || onlyTells(node) || isWithin(node, finished)) return [];
      return holders.isIn(...givenTo(node)) || holders.isCalled(node) ? node : [];
    });
}

/** Does a node call something, which may throw? */
export function isCalling(node: TSESTree.Node): node is Taker {
  return /^(?:Call|New|TaggedTemplate)Expression$/.test(node.type);
}

function givenTo(node: Taker): readonly TSESTree.Node[] {
  return node.type === "TaggedTemplateExpression" ? [node.quasi] : node.arguments;
}

/** `console.log(response)` does not throw. */
export function onlyTells(node: Taker): boolean {
  return node.type === "CallExpression" && isMemberOf(unwrap(node.callee), "console");
}

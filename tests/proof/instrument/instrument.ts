import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../src/ast/functions.ts";
import { findQuestions } from "./find-questions.ts";
import { Labels } from "./labels.ts";
import { childrenOf, runsNow, type VisitorKeys } from "./nodes.ts";
import { rewriteExpression } from "./rewrite-expression.ts";
import { rewriteStatement, rewriteStatements } from "./rewrite-statement.ts";

/** A program that writes down what it does: each `$.x(code, …)` in it leaves its code in the trace of the run. */
export interface Instrumented {
  readonly text: string;
  readonly labels: Labels;
}

/** What rewriting one kind of node needs of the rest. */
export interface Rewriter {
  readonly root: FunctionNode;
  readonly labels: Labels;
  readonly visitorKeys: VisitorKeys;
  /** The node as it was. */
  readonly source: (node: TSESTree.Node) => string;
  /** The node with its event and its question. */
  readonly print: (node: TSESTree.Node) => string;
  /** The node as it was, but with its children printed. */
  readonly printChildren: (node: TSESTree.Node) => string;
}

/** Instruments the function `root` of a program; all else stays as it is, but for what makes it a module. */
export function instrument(text: string, root: FunctionNode, visitorKeys: VisitorKeys): Instrumented {
  const labels = new Labels();
  const rewriter: Rewriter = {
    root,
    labels,
    visitorKeys,
    source: (node) => text.slice(...node.range),
    print(node) {
      const printed = rewriteStatement(rewriter, node) ?? rewriteExpression(rewriter, node);
      const question = labels.questionOf(node);
      return question ? `$.${question.kind}(${question.code}, ${printed})` : printed;
    },
    printChildren(node) {
      let [printed, at] = ["", node.range[0]];
      for (const child of childrenOf(node, visitorKeys)) {
        printed += text.slice(at, child.range[0]) + rewriter.print(child);
        at = child.range[1];
      }
      return printed + text.slice(at, node.range[1]);
    },
  };
  ask(root);
  const body = root.body as TSESTree.BlockStatement;
  const printed = `{${rewriteStatements(rewriter, body.body, "$.end();")}}`;
  const program = text.slice(0, body.range[0]) + printed + text.slice(body.range[1]);
  return { text: program.replace(/^import .*$/gm, "").replace(/^export /gm, ""), labels };

  function ask(node: TSESTree.Node): void {
    if (isFunction(node) && node !== root && !runsNow(node)) return;
    findQuestions(node, labels);
    for (const child of childrenOf(node, visitorKeys)) ask(child);
  }
}

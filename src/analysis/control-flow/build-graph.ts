import type { TSESTree } from "@typescript-eslint/utils";
import { classOfConstructor } from "../../ast/functions.ts";
import type { Builder } from "./builder.ts";
import { writeFunctionBody } from "./calls.ts";
import { writeClassBody, writeInstanceFields } from "./classes.ts";
import { writeCondition } from "./conditions.ts";
import { writeExpression } from "./expressions.ts";
import type { Graph, GraphRoot } from "./graph.ts";
import { knowsNothing, type Knowledge } from "./knowledge.ts";
import { writePattern, writeTarget } from "./patterns.ts";
import { writeStatement, writeStatements } from "./statements.ts";
import { writeWithFinally } from "./try.ts";
import { GraphWriter } from "./writer.ts";

/**
 * Builds the control-flow graph of a function body or program, in one pass over its AST and with no other state. After
 * golang/tools `cfg`; unlike it, it records throwing awaits, `finally` with its pending completion, and `using`.
 *
 * @param root what to build the graph of; nested functions are single events, except callbacks that run now
 * @param knowledge what calls and awaits may do
 */
export function buildGraph(root: GraphRoot, knowledge: Knowledge = knowsNothing): Graph {
  const write = new GraphWriter();
  const build: Builder = {
    write,
    knowledge,
    statement: (node, labels) => writeStatement(build, node, labels),
    statements: (nodes) => writeStatements(build, nodes),
    expression: (node) => writeExpression(build, node),
    condition: (node, whenTrue, whenFalse) => writeCondition(build, node, whenTrue, whenFalse),
    pattern: (node) => writePattern(build, node),
    target: (node) => writeTarget(build, node),
    classBody: (node) => writeClassBody(build, node),
    withFinally: (body, cleanup) => writeWithFinally(build, body, cleanup),
    mayThrow: (node) => writeThrowingCall(build, node),
    await: (node) => writeAwait(build, node),
  };
  if (root.type === "Program") build.statements(root.body);
  else {
    const owner = classOfConstructor(root);
    // A subclass sets its fields when `super()` returns.
    if (owner && !owner.superClass) writeInstanceFields(build, owner);
    writeFunctionBody(build, root);
  }
  return write.finish(root);
}

function writeThrowingCall({ write, knowledge }: Builder, node: TSESTree.Node): void {
  if (!knowledge.mayThrow(node) || (knowledge.throws === "await" && !write.isCaught())) return;
  write.throw(node);
  write.continueIn(write.block());
}

function writeAwait({ write, knowledge }: Builder, node: TSESTree.Node): void {
  if (knowledge.mayThrow(node)) write.throw(node);
  if (knowledge.neverReturns(node)) return write.unreachable();
  write.continueIn(write.block());
}

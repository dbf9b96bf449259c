import type { TSESTree } from "@typescript-eslint/utils";
import { returnsOf } from "../../ast/returns-of.ts";
import type { Builder } from "./builder.ts";
import { writeCall } from "./calls.ts";
import { writeChain } from "./chains.ts";
import { findImmediateCallback } from "./immediate-callback.ts";
import { operandsOf } from "./operands.ts";

/**
 * One expression: its operands in the order of evaluation, then the event of the expression itself. Names, literals
 * and `this` make no event: nothing happens there.
 */
export function writeExpression(build: Builder, node: TSESTree.Node): void {
  const { write } = build;
  switch (node.type) {
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return write.evaluated(node);
    case "ClassExpression":
      build.classBody(node);
      return write.evaluated(node);
    case "LogicalExpression":
      return writeLogical(build, node);
    case "ConditionalExpression":
      return writeConditional(build, node);
    case "AssignmentExpression":
      return writeAssignment(build, node);
    case "ChainExpression":
      return writeChain(build, node);
    case "MemberExpression":
      build.expression(node.object);
      build.expression(node.property);
      return write.evaluated(node);
    case "CallExpression":
    case "NewExpression":
      return writeCall(build, node);
    case "TaggedTemplateExpression":
      build.expression(node.tag);
      build.expression(node.quasi);
      build.mayThrow(node);
      return write.evaluated(node);
    case "AwaitExpression":
      build.expression(node.argument);
      if (mayRejectHere(build, node.argument)) build.await(node);
      return write.evaluated(node);
    case "YieldExpression":
      return writeYield(build, node);
    case "Property":
      build.expression(node.key);
      return build.expression(node.value);
    default:
      return writeOperands(build, node);
  }
}

function writeOperands(build: Builder, node: TSESTree.Node): void {
  const keys = operandsOf[node.type];
  if (!keys) return;
  for (const key of keys) {
    const operand = node[key as keyof TSESTree.Node] as unknown as TSESTree.Node | null | (TSESTree.Node | null)[];
    for (const child of Array.isArray(operand) ? operand : [operand]) if (child) build.expression(child);
  }
  build.write.evaluated(node);
}

function writeLogical(build: Builder, node: TSESTree.LogicalExpression): void {
  const { write } = build;
  const [right, after] = [write.block(), write.block()];
  if (node.operator === "&&") build.condition(node.left, right, after);
  else if (node.operator === "||") build.condition(node.left, after, right);
  else {
    build.expression(node.left);
    write.connect(right, { kind: "nullish", node: node.left, holds: true });
    write.connect(after, { kind: "nullish", node: node.left, holds: false });
  }
  write.current = right;
  build.expression(node.right);
  write.continueIn(after);
  write.evaluated(node);
}

function writeConditional(build: Builder, node: TSESTree.ConditionalExpression): void {
  const { write } = build;
  const [then, otherwise, after] = [write.block(), write.block(), write.block()];
  build.condition(node.test, then, otherwise);
  write.current = then;
  build.expression(node.consequent);
  write.connect(after);
  write.current = otherwise;
  build.expression(node.alternate);
  write.continueIn(after);
  write.evaluated(node);
}

function writeAssignment(build: Builder, node: TSESTree.AssignmentExpression): void {
  const { write } = build;
  build.target(node.left);
  const logical = { "||=": "truthy", "&&=": "truthy", "??=": "nullish" } as const;
  const kind = logical[node.operator as keyof typeof logical] as "truthy" | "nullish" | undefined;
  if (!kind) {
    build.expression(node.right);
    if (node.operator === "=") build.pattern(node.left);
    return write.evaluated(node);
  }
  const [assign, after] = [write.block(), write.block()];
  const assignsWhen = node.operator !== "||=";
  write.connect(assign, { kind, node: node.left, holds: assignsWhen });
  write.connect(after, { kind, node: node.left, holds: !assignsWhen });
  write.current = assign;
  build.expression(node.right);
  write.evaluated(node);
  write.continueIn(after);
}

/** A consumer goes on with `next()`, or stops the generator here with `throw()` or `return()`. */
function writeYield(build: Builder, node: TSESTree.YieldExpression): void {
  const { write } = build;
  if (node.argument) build.expression(node.argument);
  if (build.knowledge.mayThrow(node)) {
    write.throw(node);
    write.return(node, "exceptional");
  }
  write.continueIn(write.block());
  write.evaluated(node);
}

/** `await (async () => { … })()` rejects by what throws inside, which is part of this graph, and by what it returns. */
function mayRejectHere({ knowledge }: Builder, awaited: TSESTree.Node): boolean {
  const fn = awaited.type === "CallExpression" ? findImmediateCallback(awaited)?.fn : undefined;
  if (!fn?.async) return true;
  return fn.body.type === "BlockStatement"
    ? returnsOf(fn).some((each) => each.argument && knowledge.mayThrow(each))
    : knowledge.mayThrow(fn);
}

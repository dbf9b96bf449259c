import type { TSESTree } from "@typescript-eslint/utils";
import type { Builder } from "./builder.ts";
import type { Block } from "./graph.ts";

/** A test, split at `&&`, `||`, `??`, `!` and `? :` so that every edge stands for one simple condition. */
export function writeCondition(build: Builder, node: TSESTree.Expression, whenTrue: Block, whenFalse: Block): void {
  const { write } = build;
  const constant = constantTruth(node);
  if (constant !== undefined) {
    write.connect(constant ? whenTrue : whenFalse);
    return write.unreachable();
  }
  switch (node.type) {
    case "UnaryExpression":
      if (node.operator !== "!") break;
      return build.condition(node.argument, whenFalse, whenTrue);
    case "LogicalExpression": {
      if (node.operator === "??") break;
      const right = write.block();
      if (node.operator === "&&") build.condition(node.left, right, whenFalse);
      else build.condition(node.left, whenTrue, right);
      write.current = right;
      return build.condition(node.right, whenTrue, whenFalse);
    }
    case "ConditionalExpression": {
      const [then, otherwise] = [write.block(), write.block()];
      build.condition(node.test, then, otherwise);
      write.current = then;
      build.condition(node.consequent, whenTrue, whenFalse);
      write.current = otherwise;
      return build.condition(node.alternate, whenTrue, whenFalse);
    }
    case "SequenceExpression": {
      const last = node.expressions.at(-1)!;
      for (const expression of node.expressions.slice(0, -1)) build.expression(expression);
      return build.condition(last, whenTrue, whenFalse);
    }
    case "TSAsExpression":
    case "TSNonNullExpression":
    case "TSSatisfiesExpression":
    case "TSTypeAssertion":
      return build.condition(node.expression, whenTrue, whenFalse);
  }
  build.expression(node);
  write.connect(whenTrue, { kind: "truthy", node, holds: true });
  write.connect(whenFalse, { kind: "truthy", node, holds: false });
  write.unreachable();
}

function constantTruth(node: TSESTree.Expression): boolean | undefined {
  if (node.type !== "Literal") return undefined;
  // Where the engine lacks one of its flags, parsers leave the value of a pattern `null`.
  return "regex" in node || Boolean(node.value);
}

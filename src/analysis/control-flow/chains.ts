import type { TSESTree } from "@typescript-eslint/utils";
import type { Block } from "./graph.ts";
import type { Builder } from "./builder.ts";
import { writeArguments } from "./calls.ts";

/** `a?.b(c)`: where the part before `?.` is null or undefined, the rest of the chain is skipped. */
export function writeChain(build: Builder, node: TSESTree.ChainExpression): void {
  const { write } = build;
  const after = write.block();
  writeLink(build, node.expression, after);
  write.continueIn(after);
  write.evaluated(node);
}

function writeLink(build: Builder, node: TSESTree.Node, after: Block): void {
  const { write } = build;
  switch (node.type) {
    case "MemberExpression":
      writeLink(build, node.object, after);
      if (node.optional) writeShortCircuit(build, node.object, after);
      build.expression(node.property);
      return write.evaluated(node);
    case "CallExpression":
      writeLink(build, node.callee, after);
      if (node.optional) writeShortCircuit(build, node.callee, after);
      return writeArguments(build, node);
    case "TSNonNullExpression":
      writeLink(build, node.expression, after);
      return write.evaluated(node);
    default:
      return build.expression(node);
  }
}

function writeShortCircuit({ write }: Builder, node: TSESTree.Node, after: Block): void {
  const next = write.block();
  write.connect(after, { kind: "nullish", node, holds: true });
  write.connect(next, { kind: "nullish", node, holds: false });
  write.current = next;
}

import type { TSESTree } from "@typescript-eslint/utils";

/** The statements among which one stands, and at which place. */
export interface StatementPlace {
  readonly list: readonly TSESTree.Statement[];
  readonly index: number;
  /** The block, program or `case` whose list it is. */
  readonly parent: TSESTree.Node;
}

/** Where a statement stands in a list; `undefined` for the body of an `if`, a loop or a label without braces. */
export function placeOf(statement: TSESTree.Node): StatementPlace | undefined {
  const { parent } = statement;
  const list = parent && listOf(parent);
  const index = list?.indexOf(statement as TSESTree.Statement) ?? -1;
  return list && index >= 0 ? { list, index, parent } : undefined;
}

function listOf(node: TSESTree.Node): readonly TSESTree.Statement[] | undefined {
  switch (node.type) {
    case "BlockStatement":
    case "Program":
    case "StaticBlock":
      return node.body;
    case "SwitchCase":
      return node.consequent;
    default:
      return undefined;
  }
}

/** Does a branch leave its function at its end, by `return` or `throw`, whatever stands before that? */
export function leaves(branch: TSESTree.Statement): boolean {
  const last = branch.type === "BlockStatement" ? branch.body.at(-1) : branch;
  return last?.type === "ReturnStatement" || last?.type === "ThrowStatement";
}

/** Is `node` part of `outer`, or `outer` itself? */
export function isWithin(node: TSESTree.Node, outer: TSESTree.Node): boolean {
  return node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1];
}

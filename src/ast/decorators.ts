import type { TSESTree } from "@typescript-eslint/utils";

/** The decorators of a class, a member or a parameter. ESLint's own parser knows none, and leaves the list out. */
export function decoratorsOf(node: TSESTree.Node): readonly TSESTree.Decorator[] {
  return "decorators" in node ? node.decorators : [];
}

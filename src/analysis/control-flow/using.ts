import type { TSESTree } from "@typescript-eslint/utils";
import type { Builder } from "./builder.ts";

/** Is it a declaration whose values are disposed: `using` or `await using`? */
export function isUsing(node: TSESTree.Node): node is TSESTree.UsingDeclaration {
  return node.type === "VariableDeclaration" && (node.kind === "using" || node.kind === "await using");
}

/** `using a = …, b = …;` and what follows in its scope: each value is disposed when that is left, the last first. */
export function writeUsing(build: Builder, node: TSESTree.VariableDeclaration, rest: () => void): void {
  const declare = (i: number): void => {
    const declarator = node.declarations[i];
    if (!declarator) return rest();
    if (declarator.init) build.expression(declarator.init);
    build.write.evaluated(declarator);
    build.withFinally(
      () => declare(i + 1),
      () => writeDisposal(build, node, declarator),
    );
  };
  declare(0);
}

/** The disposal itself; that of `await using` may reject like any await. */
export function writeDisposal(
  build: Builder,
  { kind }: TSESTree.VariableDeclaration,
  declarator: TSESTree.VariableDeclarator,
): void {
  build.write.disposed(declarator);
  if (kind === "await using") build.await(declarator);
}

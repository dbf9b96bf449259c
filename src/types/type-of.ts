import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type * as ts from "typescript";

/** A type together with the checker that can be asked about it. */
export interface Typed {
  readonly type: ts.Type;
  readonly checker: ts.TypeChecker;
  readonly at: ts.Node;
}

/**
 * The type of an expression, when the user's config runs a type checker; `undefined` otherwise. The services are tested
 * for what is used of them: oxlint gives an empty object, a parser without types gives maps but no program.
 */
export function typeOf(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): Typed | undefined {
  const services = sourceCode.parserServices;
  if (!services?.program || !services.esTreeNodeToTSNodeMap) return undefined;
  const checker = services.program.getTypeChecker();
  const at = services.esTreeNodeToTSNodeMap.get(node) as ts.Node | undefined;
  return at && { type: checker.getTypeAtLocation(at), checker, at };
}

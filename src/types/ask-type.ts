import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import type * as ts from "typescript";

/** A type together with the checker that can be asked about it. */
export interface Typed {
  readonly type: ts.Type;
  readonly checker: ts.TypeChecker;
  readonly at: ts.Node;
}

/**
 * Asks a question about the type of an expression; `undefined` when the user's config runs no type checker. The
 * services are tested for what is used of them: oxlint gives an empty object, a parser without types gives maps but no
 * program.
 *
 * A checker that throws (one made without a host does, where it must name a type of another file) has no answer: types
 * are never required, so they must never end a lint run.
 */
export function askType<Answer>(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  question: (typed: Typed) => Answer,
): Answer | undefined {
  const services = sourceCode.parserServices;
  if (!services?.program || !services.esTreeNodeToTSNodeMap) return undefined;
  try {
    const checker = services.program.getTypeChecker();
    const at = services.esTreeNodeToTSNodeMap.get(node) as ts.Node | undefined;
    return at && question({ type: checker.getTypeAtLocation(at), checker, at });
  } catch {
    return undefined;
  }
}

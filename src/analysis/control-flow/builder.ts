import type { TSESTree } from "@typescript-eslint/utils";
import type { Block } from "./graph.ts";
import type { Knowledge } from "./knowledge.ts";
import type { GraphWriter } from "./writer.ts";

/** What the builders of single constructs share: the writer, and each other. `buildGraph` puts it together. */
export interface Builder {
  readonly write: GraphWriter;
  readonly knowledge: Knowledge;
  statement(node: TSESTree.Statement, labels?: readonly string[]): void;
  /** A statement list with its own scope: `using` in it ends at its end. */
  statements(nodes: readonly TSESTree.Statement[]): void;
  expression(node: TSESTree.Node): void;
  /** Evaluates `node` as a test and goes to one of the two blocks; the writer is left nowhere. */
  condition(node: TSESTree.Expression, whenTrue: Block, whenFalse: Block): void;
  /** The defaults, computed keys and member targets of a pattern, after its value is there. */
  pattern(node: TSESTree.Node): void;
  classBody(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression): void;
  /** Evaluates a member target up to, not including, the assignment itself. */
  target(node: TSESTree.Node): void;
  /** `node` may throw here, out of the function or to the handler around it. */
  mayThrow(node: TSESTree.Node): void;
  /** An implicit or explicit await on behalf of `node`: may reject, may never come back. Makes no event. */
  await(node: TSESTree.Node): void;
  /** Protects `body` by `cleanup`, which runs however the body is left. */
  withFinally(body: () => void, cleanup: () => void): void;
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import type { Obligation } from "../../obligations/obligation.ts";
import { releasedAnyway } from "../../obligations/released-anyway.ts";
import { canReject } from "../outcomes/rejection.ts";

/** An obligation that is over where a promise rejects which nothing but this callback rejects: it has run by then. */
export function overByRejection(sourceCode: SourceCode, obligation: Obligation, callback: FunctionNode): Obligation {
  const { root, effects, fired } = obligation;
  const isByCallback = ({ argument }: TSESTree.AwaitExpression): boolean =>
    canReject(sourceCode, argument) && !canReject(sourceCode, argument, callback);
  const rejects = new Set([...(fired?.rejects ?? []), ...awaitsOf(sourceCode, root).filter(isByCallback)]);
  return {
    ...obligation,
    effects: releasedAnyway(effects, (promise) => !canReject(sourceCode, promise, callback)),
    fired: { rejects, says: fired?.says ?? (() => false) },
  };
}

/** Where an activation waits. */
export function awaitsOf(sourceCode: SourceCode, root: GraphRoot): TSESTree.AwaitExpression[] {
  const nodes = ownNodes(sourceCode, root.type === "Program" ? root : root.body);
  return nodes.filter((each) => each.type === "AwaitExpression");
}

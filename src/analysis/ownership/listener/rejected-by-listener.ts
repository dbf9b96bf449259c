import type { TSESTree } from "@typescript-eslint/utils";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { Obligation } from "../../obligations/obligation.ts";
import { releasedAnyway } from "../../obligations/released-anyway.ts";
import { canReject } from "../outcomes/rejection.ts";
import { settlersIn } from "../settlement/settled-by-timer.ts";
import type { Listening } from "./listening.ts";
import { overByTest } from "./over-by-test.ts";

/**
 * A listener that rejects a promise which nothing else rejects: where that rejects, the abort has been, and nothing is
 * left to remove.
 */
export function overByRejection(listening: Listening, obligation: Obligation): Obligation {
  const { sourceCode, uses } = listening;
  const says = overByTest(listening);
  const { fn } = uses;
  if (!fn || settlersIn(sourceCode, fn).length === 0)
    return { ...obligation, fired: { rejects: new Set<TSESTree.Node>(), says } };
  const { root } = obligation;
  const awaits = ownNodes(sourceCode, root.type === "Program" ? root : root.body).filter(
    (each) => each.type === "AwaitExpression",
  );
  const isByListener = ({ argument }: TSESTree.AwaitExpression): boolean =>
    canReject(sourceCode, argument) && !canReject(sourceCode, argument, fn);
  return {
    ...obligation,
    effects: releasedAnyway(obligation.effects, (promise) => !canReject(sourceCode, promise, fn)),
    fired: { rejects: new Set(awaits.filter(isByListener)), says },
  };
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { Setup } from "../../../resources/lifecycle.ts";
import type { Effect } from "../../obligations/obligation.ts";
import type { Traced } from "../tracing/trace-obligation.ts";

/**
 * What an obligation's events do in a setup: there a `return` hands nothing over but a cleanup that is called. The id
 * alone is no cleanup, and nobody calls what an async effect returns, or a hook of Vue.
 */
export function effectsInSetup({ returns }: Setup, { obligation, handovers }: Traced): Traced["obligation"]["effects"] {
  const { effects, acquisition } = obligation;
  if (returns === "kept") return effects;
  const isCalled = acquisition.resource.release.by === "call";
  const lost = new Set(
    handovers
      .filter(({ path, closure }) => returns === "ignored" || path.length > 0 || !(closure || isCalled))
      .map(({ statement }) => statement),
  );
  const kept = new Map<TSESTree.Node, readonly Effect[]>();
  for (const [node, list] of effects) {
    const isLost = (effect: Effect): boolean =>
      effect.kind === "escape" && effect.how === "returned" && (returns === "ignored" || lost.has(node));
    kept.set(
      node,
      list.filter((effect) => !isLost(effect)),
    );
  }
  return kept;
}

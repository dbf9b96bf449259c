import type { TSESTree } from "@typescript-eslint/utils";
import { receiverOf } from "../../ast/members.ts";
import type { Effect, Obligation } from "./obligation.ts";

/**
 * The effects of an obligation, where a release in `promise.then(…)` does not wait for an outcome that is certain.
 *
 * @param isFulfilled can the promise do nothing but fulfil, as far as that matters here?
 */
export function releasedAnyway(
  effects: Obligation["effects"],
  isFulfilled: (promise: TSESTree.Node) => boolean,
): Map<TSESTree.Node, readonly Effect[]> {
  const all = new Map(effects);
  for (const [at, list] of effects) {
    const promise = at.type === "CallExpression" ? receiverOf(at) : undefined;
    if (promise && list.some(waitsForValue) && isFulfilled(promise))
      all.set(
        at,
        list.map((each) => (waitsForValue(each) ? { kind: each.kind, by: each.by } : each)),
      );
  }
  return all;
}

function waitsForValue(effect: Effect): effect is Extract<Effect, { kind: "release" }> {
  return effect.kind === "release" && effect.when === "fulfilled";
}

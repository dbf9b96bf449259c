import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import type { Leak } from "../../obligations/leak.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import { standIns } from "../functions/given-names.ts";
import { variablesUsedIn } from "../functions/used-in.ts";
import { findBoundListeners } from "../signals/bound-listener.ts";
import { settlersOf } from "../functions/executor.ts";
import { callsInExecutors, type HelperCall, type Settled } from "./helper-calls.ts";
import { leavesAt } from "./leaves-executor.ts";
import type { Listening } from "./listening.ts";
import { causeOf } from "./cause.ts";

/**
 * Where a promise is settled while a listener stays that a helper has added for it: `rejectOn(signal, reject)` in the
 * executor. Nothing removes such a listener. Where the call itself is one that adds a listener, it is told of there.
 *
 * It does not see a helper that listens with a function it is given, `onAbort(signal, () => reject())`.
 */
export function findOpenByHelper(listening: Listening): Pick<Leak, "cause" | "at" | "owner"> | undefined {
  if (listening.owner.end !== "none" || !listening.uses.fn) return undefined;
  const bound = findBoundListeners(listening.sourceCode).map(({ node }) => node);
  for (const call of callsInExecutors(listening)) {
    const at = bound.includes(call.node) ? undefined : settledBeside(listening, call);
    if (at) return { cause: causeOf(listening), at, owner: "settlement" };
  }
  return undefined;
}

/** Where something else settles the promise for which the helper was called, and was given what settles it. */
function settledBeside(
  { sourceCode, uses: { fn } }: Listening,
  { node, owner: { executor }, given }: HelperCall<Settled>,
): TSESTree.Node | undefined {
  const settlers = settlersOf(sourceCode, executor) ?? [];
  const acted = fn ? standIns([...variablesUsedIn(sourceCode, fn)], given) : [];
  if (node.parent.type !== "ExpressionStatement" || !acted.some((each) => settlers.includes(each))) return undefined;
  const named = settlers.flatMap(({ references }) => references.map(({ identifier }) => identifier));
  const isEarly = (each: TSESTree.Node): boolean =>
    callOf(each) !== undefined && runsIn(each, executor) && leavesAt(each, executor);
  return named.find((each) => !isWithin(each, node) && !isEarly(each));
}

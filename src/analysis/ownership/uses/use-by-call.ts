import type { TSESTree } from "@typescript-eslint/utils";
import { calleeWord, isMemberOf } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import type { HandlePath } from "../../../resources/acquisition.ts";
import { deriveWord, helperWord } from "../../../resources/derive-words.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { readsOf } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { destinyOf, type Destiny } from "../outcomes/promise-destiny.ts";
import { promiseSort } from "../outcomes/promise-valued.ts";
import { resultLeaves } from "../tracing/result-leaves.ts";
import type { Use } from "./use.ts";

/** Questions to a context or signal that are answered at once. */
const question =
  /^(?:[eE]rr(?:or)?|[dD]eadline|[vV]alue|[cC]ause|throwIfAborted|is[A-Z]\w*|toString|removeEventListener|(?:un)?ref|hasRef)$/;

/** Callees that go on using what they are given after their promise has settled: servers, watchers, registries. */
const goesOnUsing =
  /^(?:listen|serve|start|subscribe|watch|observe|track|register|spawn|fork|launch|boot|mount|attach|connect|open|add|push|set|use|on|once|bind|install|schedule|enqueue|defer|adopt|keep|store|save|emit|resolve)(?:[A-Z]\w*)?$/;

/** Callees that may be over before a function that they were given: a limit is reached, or another one has failed. */
const leavesBehind = /^p[A-Z]|[tT]imed?[oO]ut|[dD]eadline|[rR]ac(?:e|ing)|[pP]arallel|[cC]oncurren|^(?:all|each|map)/;

/** Where the release of a derived child stands in what its derive gives. */
export const handlesOfChildren: readonly HandlePath[] = [
  [1],
  [["cancel", "abort", "cleanup", "clear", "dispose", "stop"]],
];

/** Does a call derive from the value it is given: a child, or a signal that follows it? Its result stands for it. */
export function isDerive(node: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  const word = calleeWord(node) ?? "";
  if (deriveWord.test(word) || /^[wW]ith(?:out)?(?:Values?|Cancel)/.test(word)) return true;
  return isMemberOf(unwrap(node.callee), "AbortSignal") ? word === "any" : helperWord.test(word);
}

/**
 * The use that a call makes of a value: its receiver, its argument, or a closure that it runs.
 *
 * @param node the value, directly below the call
 */
export function useByCall(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  node: TSESTree.Node,
  root: GraphRoot,
): Use {
  const word = calleeWord(call) ?? "";
  const callee = unwrap(call.callee);
  const isReceiver = callee.type === "MemberExpression" && outermost(callee) === node;
  const use = { node, by: call };
  if (isReceiver && question.test(word)) return { ...use, kind: "read" };
  const isDone = isReceiver && /^[dD]one$/.test(word);
  const destiny = destinyOf(sourceCode, call, root);
  const isLeft = leavesBehind.test(word) && functionAt(sourceCode, node) !== undefined;
  if ((goesOnUsing.test(word) && !isReceiver) || isLeft) return { ...use, kind: "kept", destiny };
  if (destiny.kind === "awaited") {
    const leaves = resultLeaves(sourceCode, call, destiny.by, root);
    return leaves ? { ...use, kind: "kept", destiny, byResult: true } : { ...use, kind: "settled", destiny };
  }
  const isPromise = isDone || promiseSort(sourceCode, call) !== undefined || waitsLater(sourceCode, destiny, root);
  if (!isPromise) return { ...use, kind: "kept", destiny, promise: destiny.promise };
  return { ...use, kind: "pending", destiny, promise: destiny.promise, awaits: awaitsOf(sourceCode, destiny, root) };
}

/** What is chained with `then`, or waited for in a group, is a promise. */
function waitsLater(sourceCode: SourceCode, destiny: Destiny, root: GraphRoot): boolean {
  return (
    destiny.kind === "grouped" ||
    promiseSort(sourceCode, destiny.promise) !== undefined ||
    awaitsOf(sourceCode, destiny, root).length > 0
  );
}

/** Where a promise bound to a constant is awaited, alone or in a group that waits for all. */
function awaitsOf(sourceCode: SourceCode, destiny: Destiny, root: GraphRoot): readonly TSESTree.Node[] {
  if (destiny.kind !== "bound") return [];
  return readsOf(destiny.variable).flatMap((read) => {
    const next = destinyOf(sourceCode, read, root);
    return next.kind === "awaited" ? [next.by] : [];
  });
}

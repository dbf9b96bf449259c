import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberNamedBy } from "../../../ast/members.ts";
import { calleeMatches } from "../../../ast/names.ts";
import { someNode } from "../../../ast/some-node.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { eventAround } from "../../control-flow/event-around.ts";
import { graphOf } from "../../control-flow/graph-of.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { takerAt, type Taker } from "./entry-taker.ts";
import { findExitStates } from "./exit-states.ts";
import type { OpenSettlement } from "./find-open-settlement.ts";
import { bits, isOpen } from "./path-bits.ts";
import { findTimerEntry, readsAt, type TimerEntry } from "./timer-entry.ts";
import type { TimerPromise } from "./timer-promise.ts";

/**
 * A path on which somebody takes an entry out of its list and settles the promise, without a clear of the timer that is
 * in the entry too: `const entry = pending.get(id); if (error) return entry.reject(error); clearTimeout(entry.timer);`.
 *
 * It does not see: an entry that is handed to a function, and settlements that wait for something else. It is quiet
 * about all where a function clears the timer of an entry that it does not settle, and about an entry without a name,
 * `pending.get(id)?.reject()`, in a function that clears another one or hands it on: that may be the same.
 */
export function findOpenEntry(
  sourceCode: SourceCode,
  knowledge: Knowledge,
  promise: TimerPromise,
): (OpenSettlement & { readonly isCleared: boolean }) | undefined {
  const entry = findTimerEntry(sourceCode, promise);
  if (!entry) return undefined;
  const takers = entry.lists.flatMap((list) => takerAt(sourceCode, list, entry) ?? []);
  if (!isClearedByTakers(sourceCode, entry, takers)) return undefined;
  for (const taker of takers) {
    if (taker.isHanded || isOfTimer(sourceCode, taker.fn, promise.callback) || callsClear(sourceCode, taker.fn))
      continue;
    if (!taker.isNamed && takers.some((each) => isEnding(each) && isWithin(taker.fn, each.fn))) continue;
    const at = openSettlerOf(sourceCode, knowledge, taker);
    const rejects = at?.type === "Identifier" && /^rej/.test(at.name);
    if (at) return { at, rejects, isCleared: takers.some(({ clears }) => clears.length > 0) };
  }
  return undefined;
}

/** Is the timer of an entry cleared, or may somebody else clear it? */
function isEnding({ clears, isHanded }: Taker): boolean {
  return clears.length > 0 || isHanded;
}

/** Is each clear of such a timer that of a taker, which settles too or gives the entry on: nobody clears for others? */
function isClearedByTakers(sourceCode: SourceCode, { timer }: TimerEntry, takers: readonly Taker[]): boolean {
  const seen = new Set<TSESTree.Node>(
    takers.flatMap(({ settles, clears, isHanded }) => (isHanded || settles.length > 0 ? clears : [])),
  );
  return mentionsOf(sourceCode, timer).every((mention) => {
    const { parent } = mention;
    const isTaken = parent.type === "Property" && parent.parent.type === "ObjectPattern";
    const ids = isTaken ? readsAt(sourceCode, parent.value) : [memberNamedBy(mention) ?? []].flat();
    return ids.every((id) => !isCleared(id) || seen.has(callGiven(id)!));
  });
}

/** Is an id given to what clears it, by its name? */
function isCleared(id: TSESTree.Node): boolean {
  const call = callGiven(id);
  return call !== undefined && calleeMatches(call, /clear|cancel|stop/i);
}

/** Is a function called by the timer, when it fires, as far as the names of the file tell? */
function isOfTimer(
  sourceCode: SourceCode,
  fn: FunctionNode,
  callback: TSESTree.Node,
  asked: Set<FunctionNode> = new Set(),
): boolean {
  if (asked.has(fn)) return false;
  asked.add(fn);
  if (isWithin(fn, callback)) return true;
  const { parent } = fn;
  const isMember =
    parent.type === "MethodDefinition" || parent.type === "PropertyDefinition" || parent.type === "Property";
  const key = isMember ? sourceCode.getText(parent.key) : nameOfFunction(sourceCode, fn)?.name;
  return (key === undefined ? [] : mentionsOf(sourceCode, key)).some((mention) => {
    if (isWithin(mention, callback)) return true;
    const caller = enclosingFunction(mention);
    return isFunction(caller) && isOfTimer(sourceCode, caller, callback, asked);
  });
}

/** Does it call a function of the file that clears timers, which may be that of the entry? */
function callsClear(sourceCode: SourceCode, fn: FunctionNode): boolean {
  return someNode(sourceCode, fn.body, (node) => {
    const called = node.type === "CallExpression" ? ownFunctionAt(sourceCode, node.callee) : undefined;
    return called !== undefined && called !== fn && sourceCode.getText(called).includes("clearTimeout");
  });
}

/** The settler that comes first on a path through a taker on which nothing clears the timer. */
function openSettlerOf(
  sourceCode: SourceCode,
  knowledge: Knowledge,
  { fn, settles, clears, isTimer }: Taker,
): TSESTree.Node | undefined {
  if (settles.length === 0) return undefined;
  const graph = graphOf(fn, knowledge);
  const changes = new Map<TSESTree.Node, number>();
  const named = new Map<TSESTree.Node, TSESTree.Node>();
  const add = (node: TSESTree.CallExpression, bit: number): void => {
    const event = eventAround(node, graph);
    if (event) changes.set(event, bit | (changes.get(event) ?? 0));
    if (event && bit === bits.settled) named.set(event, settlerOf(node));
  };
  for (const call of settles) add(call, bits.settled);
  for (const call of clears) add(call, bits.cleared);
  const [open] = findExitStates({ sourceCode, graph, changes, isHeld: isTimer }).filter((end) => isOpen(end.bits));
  for (let step = open?.last; step; step = step.before) {
    for (const { node } of step.block.events) if (named.has(node)) return named.get(node);
  }
  return undefined;
}

/** What a call settles with, by its name: `reject` of `entry.reject()`. */
function settlerOf({ callee }: TSESTree.CallExpression): TSESTree.Node {
  const node = unwrap(callee);
  return node.type === "MemberExpression" ? node.property : node;
}

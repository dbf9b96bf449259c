import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberNamedBy, memberOf, methodCallOf } from "../../../ast/members.ts";
import { calleeMatches, memberName } from "../../../ast/names.ts";
import { someNode } from "../../../ast/some-node.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { isConstant, readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { eventAround } from "../../control-flow/event-around.ts";
import { graphOf } from "../../control-flow/graph-of.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import { activationOf } from "../functions/deferred.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { findExitStates } from "./exit-states.ts";
import type { OpenSettlement } from "./find-open-settlement.ts";
import { bits, isOpen } from "./path-bits.ts";
import { findTimerEntry, readsAt, type TimerEntry } from "./timer-entry.ts";
import { readUse } from "./timer-id.ts";
import type { TimerPromise } from "./timer-promise.ts";

/**
 * A path on which somebody takes an entry out of its list and settles the promise, without a clear of the timer that is
 * in the entry too: `const entry = pending.get(id); if (error) return entry.reject(error); clearTimeout(entry.timer);`.
 *
 * It does not see: an entry that is handed to a function, and settlements that wait for something else. It is quiet
 * about all where a function clears the timer of an entry that it does not settle.
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
    const at = openSettlerOf(sourceCode, knowledge, taker, entry);
    const rejects = at?.type === "Identifier" && /^rej/.test(at.name);
    if (at) return { at, rejects, isCleared: takers.some(({ clears }) => clears.length > 0) };
  }
  return undefined;
}

/** A function that takes an entry, and what it does with it. */
interface Taker {
  readonly fn: FunctionNode;
  readonly entry: Variable;
  readonly settles: readonly TSESTree.MemberExpression[];
  readonly clears: readonly TSESTree.CallExpression[];
  /** Somebody else gets the entry, or does something with it later. */
  readonly isHanded: boolean;
}

function takerAt(sourceCode: SourceCode, list: TSESTree.Node, { timer, settlers }: TimerEntry): Taker | undefined {
  const entry = variableOf(sourceCode, nameAt(list));
  const fn = entry?.defs[0] && activationOf(entry.defs[0].name);
  if (!entry || !isConstant(entry) || !isFunction(fn)) return undefined;
  const settles: TSESTree.MemberExpression[] = [];
  const clears: TSESTree.CallExpression[] = [];
  let isHanded = false;
  for (const read of readsOf(entry)) {
    const member = memberOf(read);
    const name = member && memberName(member);
    const isHere = activationOf(read) === fn;
    if (member && name === timer) {
      const use = readUse(member);
      if (typeof use === "object" && isHere) clears.push(use);
      else if (use !== "test" || !isHere) isHanded = true;
    } else if (member && name !== undefined && settlers.includes(name)) {
      if (callOf(member) && isHere) settles.push(member);
      else isHanded = true;
    } else if (!member && readUse(read) === "other") isHanded = true;
  }
  return { fn, entry, settles, clears, isHanded };
}

/** The name an entry gets where a list is asked for it: `= list.get(id)`, `of list.values()`, `[id, name] of list`. */
function nameAt(list: TSESTree.Node): TSESTree.Node | undefined {
  const call = methodCallOf(list);
  const member = memberOf(list);
  const isTaken = call ? calleeMatches(call, /^(?:get|shift|pop|values|entries)$/) : true;
  const value = outermost(call ?? (member?.computed ? member : list));
  const { parent } = value;
  if (!isTaken || (member && !call && !member.computed)) return undefined;
  if (parent.type === "VariableDeclarator") return parent.init === value ? parent.id : undefined;
  if (parent.type !== "ForOfStatement" || parent.right !== value) return undefined;
  const id = parent.left.type === "VariableDeclaration" ? parent.left.declarations[0]?.id : undefined;
  return id?.type === "ArrayPattern" ? (id.elements[1] ?? undefined) : id;
}

/** Is each clear of such a timer that of a taker, which settles too or gives the entry on: nobody clears for others? */
function isClearedByTakers(sourceCode: SourceCode, { timer }: TimerEntry, takers: readonly Taker[]): boolean {
  const seen = new Set<TSESTree.Node>(
    takers.flatMap(({ settles, clears, isHanded }) => (isHanded || settles.length > 0 ? clears : [])),
  );
  return mentionsOf(sourceCode, timer).every((mention) => {
    const { parent } = mention;
    if (parent.type === "Property" && parent.parent.type === "ObjectPattern")
      return !readsAt(sourceCode, parent.value).some((each) => isCleared(each));
    const member = memberNamedBy(mention);
    return !member || !isCleared(member) || seen.has(callGiven(member)!);
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
  { fn, entry, settles, clears }: Taker,
  { timer }: TimerEntry,
): TSESTree.Node | undefined {
  if (settles.length === 0) return undefined;
  const graph = graphOf(fn, knowledge);
  const changes = new Map<TSESTree.Node, number>();
  const named = new Map<TSESTree.Node, TSESTree.Node>();
  const add = (node: TSESTree.Node, bit: number): void => {
    const event = eventAround(node, graph);
    if (event) changes.set(event, bit | (changes.get(event) ?? 0));
    if (event && bit === bits.settled && node.type === "CallExpression") {
      const callee = unwrap(node.callee);
      if (callee.type === "MemberExpression") named.set(event, callee.property);
    }
  };
  for (const member of settles) add(callOf(member)!, bits.settled);
  for (const call of clears) add(call, bits.cleared);
  const [open] = findExitStates({
    sourceCode,
    graph,
    changes,
    isHeld: ({ variable, members }) => variable === entry && members.length === 1 && members[0] === timer,
  }).filter((end) => isOpen(end.bits));
  for (let step = open?.last; step; step = step.before) {
    for (const { node } of step.block.events) if (named.has(node)) return named.get(node);
  }
  return undefined;
}

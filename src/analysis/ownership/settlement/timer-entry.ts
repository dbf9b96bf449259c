import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { isFunction } from "../../../ast/functions.ts";
import { memberOf, methodCallOf } from "../../../ast/members.ts";
import { calleeMatches, memberName, propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { takesBack } from "../../../ast/takes-back.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { copyOf } from "../../../scope/list-contents.ts";
import { isWrittenOnce, readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { ownerOfMember } from "../functions/self.ts";
import { isUsedIn } from "../functions/used-in.ts";
import { isOwn } from "./never-called.ts";
import { readUse, valueAround } from "./timer-id.ts";
import type { TimerPromise } from "./timer-promise.ts";

/** An entry of a list that has the id of a timer beside what settles the promise of that timer. */
export interface TimerEntry {
  /** Every place in the file that names the list. */
  readonly lists: readonly TSESTree.Node[];
  /** What the entry calls the id. */
  readonly timer: string;
  /** What it calls the functions that settle the promise. */
  readonly settlers: readonly string[];
}

/**
 * The entry that an executor makes around its timer and puts into a list that the file sees all of:
 * `this.#pending.set(id, { resolve, reject, timer })`. The list has no other entries, since only this place adds any.
 *
 * @returns `undefined` for an entry whose functions clear the timer, and where somebody else has the entry or the list
 */
export function findTimerEntry(sourceCode: SourceCode, promise: TimerPromise): TimerEntry | undefined {
  const part = partOf(sourceCode, promise);
  const timer = part && propertyName(part);
  const entry = part?.parent;
  if (timer === undefined || entry?.type !== "ObjectExpression" || !isWithin(entry, promise.executor)) return undefined;
  const settlers = settlersIn(sourceCode, entry, { promise, id: variableOf(sourceCode, part?.value) });
  const list = listOf(sourceCode, entry, promise);
  if (!settlers?.length || !list || !isOwn(sourceCode, list)) return undefined;
  const lists = placesOf(sourceCode, list);
  const isAllSeen = lists.every(isLookedAt) && lists.filter(isAddedTo).length === 1;
  return isAllSeen ? { lists, timer, settlers } : undefined;
}

/** The part of an entry that the id of the timer is, by itself or through a variable that is only cleared beside. */
function partOf(sourceCode: SourceCode, { timer, callback }: TimerPromise): TSESTree.Property | undefined {
  const value = outermost(valueAround(timer));
  const { parent } = value;
  if (parent.type === "Property") return parent;
  const isBound = parent.type === "AssignmentExpression" && parent.right === value;
  const target = parent.type === "VariableDeclarator" ? parent.id : isBound ? parent.left : undefined;
  const reads = readsAt(sourceCode, target).filter((each) => !isWithin(each, callback));
  const [part, ...more] = reads.flatMap((each) => (each.parent?.type === "Property" ? each.parent : []));
  const isFollowed = reads.every((each) => each.parent === part || readUse(each) !== "other");
  return isFollowed && more.length === 0 ? part : undefined;
}

/** The parts that settle the promise; `undefined` where one of them clears the timer itself, or may. */
function settlersIn(
  sourceCode: SourceCode,
  entry: TSESTree.ObjectExpression,
  { promise: { settlers }, id }: { promise: TimerPromise; id: Variable | undefined },
): string[] | undefined {
  const names: string[] = [];
  for (const part of entry.properties) {
    const name = part.type === "Property" ? propertyName(part) : undefined;
    if (part.type !== "Property" || name === undefined) return undefined;
    const value = unwrap(part.value);
    const variable = variableOf(sourceCode, value);
    const isSettler = variable !== undefined && settlers.includes(variable);
    if (isFunction(value) && /clear|clean/i.test(sourceCode.getText(value))) return undefined;
    if (isFunction(value) && id && isUsedIn(sourceCode, value, [id])) return undefined;
    if (isSettler || (isFunction(value) && isUsedIn(sourceCode, value, settlers))) names.push(name);
  }
  return names;
}

/** The list that an entry is put into, where all that is done with it else is to take it back: `delete(entry)`. */
function listOf(sourceCode: SourceCode, entry: TSESTree.Node, promise: TimerPromise): TSESTree.Node | undefined {
  const value = outermost(entry);
  const { parent } = value;
  if (parent.type === "VariableDeclarator") {
    const variable = variableOf(sourceCode, parent.id);
    const isWhole = (read: TSESTree.Node): boolean =>
      !memberOf(read) && !isWithin(read, promise.callback) && !takesBack(callGiven(read));
    const whole = variable && isWrittenOnce(variable) ? readsOf(variable).filter(isWhole) : [];
    return whole.length === 1 ? listOf(sourceCode, whole[0]!, promise) : undefined;
  }
  if (parent.type === "AssignmentExpression")
    return parent.left.type === "MemberExpression" && parent.left.computed ? unwrap(parent.left.object) : undefined;
  const call = callGiven(value);
  const callee = call && unwrap(call.callee);
  return callee?.type === "MemberExpression" && calleeMatches(call!, adders) ? unwrap(callee.object) : undefined;
}

const adders = /^(?:set|push|add|unshift)$/;

/** Every place that names the list, but for the declaration; that of another class is another one. */
function placesOf(sourceCode: SourceCode, list: TSESTree.Node): TSESTree.Node[] {
  if (list.type !== "MemberExpression") return readsAt(sourceCode, list);
  const owner = ownerOfMember(sourceCode, list)?.node;
  return mentionsOf(sourceCode, memberName(list) ?? "").flatMap(({ parent }) => {
    if (parent.type !== "MemberExpression") return [];
    return (ownerOfMember(sourceCode, parent)?.node ?? owner) === owner ? parent : [];
  });
}

/** Where a name is read, also one that has a default. */
export function readsAt(sourceCode: SourceCode, name: TSESTree.Node | undefined): TSESTree.Node[] {
  const variable = variableOf(sourceCode, name?.type === "AssignmentPattern" ? name.left : name);
  return variable ? readsOf(variable) : [];
}

/** Is it asked for entries, walked through, copied, or made anew? */
function isLookedAt(list: TSESTree.Node): boolean {
  if (copyOf(list) !== list) return true;
  const value = outermost(list);
  const { parent } = value;
  if (parent.type === "AssignmentExpression") return parent.left === value;
  if (parent.type === "ForOfStatement") return parent.right === value;
  return parent.type === "MemberExpression" && parent.object === value;
}

function isAddedTo(list: TSESTree.Node): boolean {
  const call = methodCallOf(list);
  const member = outermost(list).parent;
  const isSet = member.parent?.type === "AssignmentExpression" && member.parent.left === member;
  return call ? calleeMatches(call, adders) : member.type === "MemberExpression" && member.computed && isSet;
}

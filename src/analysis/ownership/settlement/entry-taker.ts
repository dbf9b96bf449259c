import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberOf, methodCallOf } from "../../../ast/members.ts";
import { calleeMatches, memberName, propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { copyOf, elementAt } from "../../../scope/list-contents.ts";
import { isWrittenOnce, readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import type { Place } from "../../dataflow/places.ts";
import { activationOf } from "../functions/deferred.ts";
import type { TimerEntry } from "./timer-entry.ts";
import { readUse } from "./timer-id.ts";

/** A function that takes an entry out of its list, and what it does with it. */
export interface Taker {
  readonly fn: FunctionNode;
  readonly settles: readonly TSESTree.CallExpression[];
  readonly clears: readonly TSESTree.CallExpression[];
  /** Somebody else gets the entry, or does something with it later. */
  readonly isHanded: boolean;
  /** The entry has a name here, or its parts have. */
  readonly isNamed: boolean;
  /** Is it what has the id of the timer? */
  readonly isTimer: (place: Place) => boolean;
}

/** Who takes an entry where the list is named; `undefined` where nobody does, or a name may have another one too. */
export function takerAt(
  sourceCode: SourceCode,
  list: TSESTree.Node,
  { timer, settlers }: TimerEntry,
): Taker | undefined {
  const taken = takenAt(list);
  const uses = taken && usesOf(sourceCode, taken);
  const fn = taken && activationOf(variableOf(sourceCode, taken)?.defs[0]?.name ?? taken);
  if (!uses || !isFunction(fn)) return undefined;
  const settles: TSESTree.CallExpression[] = [];
  const clears: TSESTree.CallExpression[] = [];
  let isHanded = uses.isHanded;
  for (const { key, at } of uses.parts) {
    const isHere = activationOf(at) === fn;
    if (key === timer) {
      const use = readUse(at);
      if (typeof use === "object" && isHere) clears.push(use);
      else if (use !== "test" || !isHere) isHanded = true;
    } else if (settlers.includes(key)) {
      const call = callOf(at);
      if (call && isHere) settles.push(call);
      else isHanded = true;
    }
  }
  return { fn, settles, clears, isHanded, isNamed: uses.isNamed, isTimer: (place) => uses.isPart(place, timer) };
}

/**
 * What stands for an entry where a list is asked for it: the name it gets, `= list.get(id)`, `of list.values()`, the
 * pattern that takes it apart, or the expression, of `list.get(id)?.resolve()`.
 */
function takenAt(list: TSESTree.Node): TSESTree.Node | undefined {
  const call = methodCallOf(list);
  const member = memberOf(list);
  if (call ? calleeMatches(call, /^(?:get|shift|pop)$/) : member?.computed) return nameOf(call ?? member!);
  const all = member && call && calleeMatches(call, /^(?:values|entries)$/) ? call : list;
  const element = elementAt(copyOf(all));
  return element?.type === "ArrayPattern" ? (element.elements[1] ?? undefined) : element;
}

/** The name or pattern that is given a value, or the value itself. */
export function nameOf(expression: TSESTree.Node): TSESTree.Node {
  const value = outermost(expression);
  const { parent } = value;
  if (parent.type === "VariableDeclarator" && parent.init === value) return parent.id;
  const isAssigned = parent.type === "AssignmentExpression" && parent.right === value && parent.operator === "=";
  return isAssigned && parent.left.type === "Identifier" ? parent.left : value;
}

/** All that is done with an entry. */
interface EntryUses {
  /** Where each part of it is named. */
  readonly parts: readonly { readonly key: string; readonly at: TSESTree.Node }[];
  readonly isHanded: boolean;
  readonly isNamed: boolean;
  readonly isPart: (place: Place, key: string) => boolean;
}

/** What is done with an entry by the name, pattern or expression that stands for it; `undefined` where that changes. */
export function usesOf(sourceCode: SourceCode, taken: TSESTree.Node): EntryUses | undefined {
  if (taken.type === "ObjectPattern") return usesOfPattern(sourceCode, taken);
  const variable = variableOf(sourceCode, taken);
  if (!variable) return { parts: partsAt(taken), isHanded: false, isNamed: false, isPart: () => false };
  if (!isWrittenOnce(variable)) return undefined;
  const reads = readsOf(variable);
  return {
    parts: reads.flatMap(partsAt),
    isHanded: reads.some((each) => !memberOf(each) && readUse(each) === "other"),
    isNamed: true,
    isPart: (place, key) => place.variable === variable && place.members.length === 1 && place.members[0] === key,
  };
}

/** The part that an entry is asked for where it stands: `entry.timer`. */
function partsAt(entry: TSESTree.Node): EntryUses["parts"] {
  const member = memberOf(entry);
  const key = member && memberName(member);
  return member && key !== undefined ? [{ key, at: member }] : [];
}

/** `const { reject, timer } = list.get(id)`; what takes the rest, or takes a part apart, is not followed. */
function usesOfPattern(sourceCode: SourceCode, { properties }: TSESTree.ObjectPattern): EntryUses | undefined {
  const variables = new Map<string, Variable>();
  for (const part of properties) {
    const key = part.type === "Property" ? propertyName(part) : undefined;
    const variable = part.type === "Property" ? variableOf(sourceCode, part.value) : undefined;
    if (key === undefined || !variable || !isWrittenOnce(variable)) return undefined;
    variables.set(key, variable);
  }
  return {
    parts: [...variables].flatMap(([key, variable]) => readsOf(variable).map((at) => ({ key, at }))),
    isHanded: false,
    isNamed: true,
    isPart: (place, key) => place.variable === variables.get(key) && place.members.length === 0,
  };
}

import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { enclosingFunction } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { calleeWord, isPropertyNamed, memberName, propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { addedAt, elementAt } from "../../../scope/list-contents.ts";
import { isWrittenOnce, variableOf, type Variable } from "../../../scope/variables.ts";
import { readAbortCall, type AbortListener } from "../signals/abort-listener.ts";
import type { ListenerUses } from "./listener-uses.ts";

/**
 * The uses of a listener that stands in a list of objects, `listeners.push({ signal, listener })`, or in what a `map`
 * gives: what goes through the list and removes each is a removal.
 *
 * @returns the uses as they are, where the list, or what is in it, is used for anything else
 */
export function withListed(sourceCode: SourceCode, uses: ListenerUses): ListenerUses {
  const entries = uses.variable?.references.flatMap(({ identifier }) => entryOf(identifier) ?? []) ?? [];
  if (entries.length === 0 || entries.length < uses.escapes.length) return uses;
  const listed = entries.map((entry) => removalsByList(sourceCode, entry));
  const removals = listed.flatMap((each) => each ?? []);
  if (removals.length === 0 || listed.includes(undefined)) return uses;
  return { ...uses, removals: [...uses.removals, ...removals], escapes: [] };
}

/** The property of an object that a listener is the value of. */
export function entryOf(listener: TSESTree.Node): TSESTree.Property | undefined {
  const value = outermost(listener);
  const { parent } = value;
  const isEntry = parent.type === "Property" && parent.value === value && parent.parent.type === "ObjectExpression";
  return isEntry ? parent : undefined;
}

function removalsByList(sourceCode: SourceCode, entry: TSESTree.Property): AbortListener[] | undefined {
  const list = listWith(sourceCode, entry.parent);
  const key = propertyName(entry);
  if (!list || key === undefined) return undefined;
  const found: AbortListener[] = [];
  for (const { init, identifier } of list.references) {
    if (init || addedAt(identifier).length > 0) continue;
    const element = elementAt(identifier);
    const removals = element && removalsOf(sourceCode, element, key);
    if (!removals) return undefined;
    found.push(...removals);
  }
  return found;
}

/** The constant that an object is put into: `list.push(object)`, or `list = signals.map(() => object)`. */
function listWith(sourceCode: SourceCode, object: TSESTree.Node): Variable | undefined {
  const push = callGiven(object);
  if (push)
    return push.callee.type === "MemberExpression" && addedAt(push.callee.object).length > 0
      ? constantAt(sourceCode, push.callee.object)
      : undefined;
  const { parent } = outermost(object);
  const isResult = parent.type === "ReturnStatement" || parent.type === "ArrowFunctionExpression";
  const fn = isResult && enclosingFunction(object);
  const map = fn ? callGiven(fn) : undefined;
  const declarator = map && calleeWord(map) === "map" ? outermost(map).parent : undefined;
  return declarator?.type === "VariableDeclarator" ? constantAt(sourceCode, declarator.id) : undefined;
}

function constantAt(sourceCode: SourceCode, name: TSESTree.Node): Variable | undefined {
  const variable = variableOf(sourceCode, name);
  return variable && isWrittenOnce(variable) ? variable : undefined;
}

/** The removals of what an element has under a key; `undefined` where that, or all of it, is used for anything else. */
function removalsOf(sourceCode: SourceCode, element: TSESTree.Node, key: string): AbortListener[] | undefined {
  const removals = listenersIn(sourceCode, element, key)?.map((value) => {
    const call = callGiven(value);
    const removal = call && readAbortCall(sourceCode, call, "removeEventListener");
    return removal?.listener === outermost(value) ? removal : undefined;
  });
  return removals?.every((each) => each !== undefined) ? removals : undefined;
}

/** Where the part of an element is named: by its pattern, `{ listener }`, or as a member, `each.listener`. */
function listenersIn(sourceCode: SourceCode, element: TSESTree.Node, key: string): TSESTree.Node[] | undefined {
  const isTakenApart = element.type === "ObjectPattern";
  const part = isTakenApart ? element.properties.find((each) => isPropertyNamed(each, key)) : undefined;
  if (isTakenApart && !part) return undefined;
  const name = part?.type === "Property" ? part.value : element;
  const named = variableOf(sourceCode, name)?.references.flatMap(({ init, identifier }) => (init ? [] : [identifier]));
  if (part) return named;
  const members = named?.map((each) => memberOf(each));
  if (!members?.every((each) => each !== undefined)) return undefined;
  return members.filter((each) => memberName(each) === key);
}

import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "./transparent.ts";

/** The property a member expression names: `a.b`, `a["b"]`, `a[0]`, `a.#b`; `undefined` when it is computed. */
export function memberName(node: TSESTree.MemberExpression): string | undefined {
  const { property } = node;
  if (property.type === "PrivateIdentifier") return `#${property.name}`;
  if (!node.computed) return property.type === "Identifier" ? property.name : undefined;
  return property.type === "Literal" ? String(property.value) : undefined;
}

/** The key of an object or pattern property; `undefined` when it is computed. */
export function propertyName({ key, computed }: TSESTree.Property): string | undefined {
  if (key.type === "Literal") return String(key.value);
  return key.type === "Identifier" && !computed ? key.name : undefined;
}

/** The last word of a callee: `c` of `a.b.c()` and of `c()`; `undefined` when it has none. */
export function calleeWord({ callee }: TSESTree.CallExpression | TSESTree.NewExpression): string | undefined {
  const node = unwrap(callee);
  if (node.type === "Identifier") return node.name;
  return node.type === "MemberExpression" ? memberName(node) : undefined;
}

/** Does the last word of a callee match? One without such a word does not. */
export function calleeMatches(call: TSESTree.CallExpression | TSESTree.NewExpression, words: RegExp): boolean {
  const word = calleeWord(call);
  return word !== undefined && words.test(word);
}

/** Does the property that a member expression names match? One that is computed does not. */
export function memberMatches(member: TSESTree.MemberExpression, names: RegExp): boolean {
  const name = memberName(member);
  return name !== undefined && names.test(name);
}

/** Is it a member expression that names this, or what matches: `x.abort`? */
export function isMemberNamed(
  node: TSESTree.Node | null | undefined,
  names: string | RegExp,
): node is TSESTree.MemberExpression {
  return node?.type === "MemberExpression" && isOneOf(memberName(node), names);
}

/** Is it a call whose last word is this, or matches: `x.abort()`, `abort()`? */
export function isCallNamed(
  node: TSESTree.Node | null | undefined,
  names: string | RegExp,
): node is TSESTree.CallExpression {
  return node?.type === "CallExpression" && isOneOf(calleeWord(node), names);
}

/** Is it a property of an object or a pattern whose key is this, or matches? */
export function isPropertyNamed(node: TSESTree.Node | undefined, names: string | RegExp): node is TSESTree.Property {
  return node?.type === "Property" && isOneOf(propertyName(node), names);
}

function isOneOf(word: string | undefined, names: string | RegExp): boolean {
  return word !== undefined && (typeof names === "string" ? word === names : names.test(word));
}

/** Is it written as this name, with types around it or not? */
export function isName(node: TSESTree.Node | undefined, name: string): boolean {
  const inner = node && unwrap(node);
  return inner?.type === "Identifier" && inner.name === name;
}

/** Is it `this`, with types around it or not? */
export function isThis(node: TSESTree.Node): boolean {
  return unwrap(node).type === "ThisExpression";
}

/** Is it written as a member of what has this name: `Promise.all`? */
export function isMemberOf(node: TSESTree.Node, object: string): node is TSESTree.MemberExpression {
  return node.type === "MemberExpression" && isName(node.object, object);
}

/** Is it written as `new AbortController()`, also that of a realm: `new window.AbortController()`? */
export function isNewController(node: TSESTree.Node | null | undefined): node is TSESTree.NewExpression {
  return node?.type === "NewExpression" && calleeWord(node) === "AbortController";
}

/** Is it written as `new Promise(…)`? */
export function isNewPromise(node: TSESTree.Node | undefined): node is TSESTree.NewExpression {
  return node?.type === "NewExpression" && isName(node.callee, "Promise");
}

/** Is it a reaction of a promise: `.then(…)`, `.catch(…)` or `.finally(…)`? */
export function isReaction(call: TSESTree.CallExpression): boolean {
  return unwrap(call.callee).type === "MemberExpression" && calleeMatches(call, /^(?:then|catch|finally)$/);
}

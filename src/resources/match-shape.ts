import type { TSESTree } from "@typescript-eslint/utils";
import { memberOf } from "../ast/members.ts";
import { calleeMatches, calleeWord, isThis, memberName, propertyName } from "../ast/names.ts";
import { findPattern } from "../ast/patterns.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import type { Acquisition } from "./acquisition.ts";
import {
  cancelWord,
  cleanupWord,
  contextualCallee,
  deriveWord,
  lookupWord,
  makerWord,
  signalWord,
  timerIdWord,
  valueWord,
} from "./derive-words.ts";
import { holdsSomething } from "./local-helper.ts";
import { idOfSignalHelper } from "./catalog/timers/platform.ts";
import type { Part, Resource } from "./resource.ts";

/**
 * An acquire known by its shape alone: not awaited, taken apart into a context (or signal) and its release, from a
 * function whose name tells of such. This is how in-house contexts and `{ signal, cleanup }` helpers are found.
 *
 * @returns `undefined` when any part of the shape is missing: the word alone proves nothing. Most functions called
 *   `withTimeout` give a promise, and have nothing to release
 */
export function matchShape(
  sourceCode: SourceCode,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
): Acquisition | undefined {
  const name = calleeWord(node);
  const pattern = findPattern(node);
  if (!name || !pattern || node.type === "NewExpression" || !mayMake(sourceCode, node, name)) return undefined;
  const parts =
    (pattern.type === "ArrayPattern" ? tupleParts(pattern) : objectParts(pattern)) ?? dropped(node, name, pattern);
  if (!parts || !holdsSomething(sourceCode, node) || usesAsObject(sourceCode, pattern)) return undefined;
  return shapeAcquisition(node, name, parts);
}

/** Is the callee one that could make a context, rather than look one up or start a hook? */
function mayMake({ text }: SourceCode, call: TSESTree.CallExpression, name: string): boolean {
  const callee = unwrap(call.callee);
  if (lookupWord.test(name) && !makerWord.test(name)) return false;
  // A class that derives from itself is the context library.
  const isOwnDerive = callee.type === "MemberExpression" && isThis(callee.object);
  if (isOwnDerive && deriveWord.test(name)) return false;
  return deriveWord.test(name) || contextualCallee.test(text.slice(...callee.range));
}

/** Where the parts of a context stand in the result that a call is taken apart into. */
export interface ShapeParts {
  readonly value: Part;
  /** Any of them releases it. */
  readonly handles: readonly [Part, ...Part[]];
  /** The handle is the id of a timer. */
  readonly isTimer?: true;
}

/** `[ctx, cancel]`, `[signal, abort, done]`, and `[ctx, _]`: who writes a `_` knows that something is ignored. */
function tupleParts({ elements }: TSESTree.ArrayPattern): ShapeParts | undefined {
  const [value, ...others] = elements.map((element) => boundName(element));
  if (others.length === 0 || others.length > 2 || !value || !valueWord.test(value)) return undefined;
  const handles = others.flatMap((name, i) => (name === "_" || (name && isReleaseOf(value, name)) ? i + 1 : []));
  const id = others.findIndex((name) => name && isIdOf(value, name));
  return partsOf(0, handles) ?? idOf(0, id < 0 ? undefined : id + 1);
}

function objectParts({ properties }: TSESTree.ObjectPattern): ShapeParts | undefined {
  const names = properties.flatMap((property) => (property.type === "Property" ? (propertyName(property) ?? []) : []));
  const value = names.find((name) => valueWord.test(name));
  if (!value) return undefined;
  const handles = names.filter((name) => isReleaseOf(value, name));
  const id = names.find((name) => isIdOf(value, name));
  return partsOf(value, handles) ?? idOf(value, id);
}

function partsOf(value: Part, [first, ...more]: readonly Part[]): ShapeParts | undefined {
  return first === undefined ? undefined : { value, handles: [first, ...more] };
}

/** A helper that gives no function for the release may give the id of the timer that will abort. */
function idOf(value: Part, id: Part | undefined): ShapeParts | undefined {
  return id === undefined ? undefined : { value, handles: [id], isTimer: true };
}

/**
 * `const { ctx } = withDeadline(parent, ms)`: an object (or tuple) of one part would make no sense, so another part is
 * dropped. Only where a derive is given a context; nothing else tells it from a function of the same name.
 */
function dropped(
  { arguments: [parent] }: TSESTree.CallExpression,
  name: string,
  pattern: TSESTree.ArrayPattern | TSESTree.ObjectPattern,
): ShapeParts | undefined {
  if (!deriveWord.test(name) || !parent || !isContextLike(parent)) return undefined;
  if (pattern.type === "ArrayPattern") {
    const [value, ...more] = pattern.elements.map((element) => boundName(element));
    return value && more.length === 0 && /ctx|context/i.test(value) ? { value: 0, handles: [1] } : undefined;
  }
  const [only, ...more] = pattern.properties;
  const value = only?.type === "Property" && more.length === 0 ? propertyName(only) : undefined;
  return value === "ctx" || value === "context" ? { value, handles: ["cancel"] } : undefined;
}

function isContextLike(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (node.type === "Identifier") return /^(?:ctx|context|parent|background|\w+(?:Ctx|Context))$/.test(node.name);
  if (node.type === "CallExpression") return calleeMatches(node, /^(?:background|todo)$/i);
  return node.type === "MemberExpression" && node.property.type === "Identifier" && isContextLike(node.property);
}

/** Is `handle` a name for the release of a value of the name `value`? */
export function isReleaseOf(value: string, handle: string): boolean {
  if (timerIdWord.test(handle)) return false;
  if (/controller$/i.test(value)) return cleanupWord.test(handle);
  return cancelWord.test(handle) || (signalWord.test(value) && cleanupWord.test(handle));
}

/** Is `handle` a name for the timer that aborts a signal or controller of the name `value`? */
function isIdOf(value: string, handle: string): boolean {
  return signalWord.test(value) && timerIdWord.test(handle);
}

function boundName(node: TSESTree.Node | null): string | undefined {
  const target = node?.type === "AssignmentPattern" ? node.left : node;
  if (target?.type === "Identifier") return target.name;
  return target?.type === "MemberExpression" && target.property.type === "Identifier"
    ? target.property.name
    : undefined;
}

/** Is any part of the result used in a way a function is not: `maybeCancel.cancel = undefined`? */
function usesAsObject(sourceCode: SourceCode, pattern: TSESTree.ArrayPattern | TSESTree.ObjectPattern): boolean {
  const { parent } = pattern;
  if (parent.type !== "VariableDeclarator") return false;
  const releases = sourceCode
    .getDeclaredVariables(parent)
    .filter(({ name }) => cancelWord.test(name) && !valueWord.test(name));
  return releases.some(({ references }) => references.some(({ identifier }) => isObjectOfMember(identifier)));
}

function isObjectOfMember(identifier: TSESTree.Node): boolean {
  const member = memberOf(identifier);
  return member !== undefined && !/^(?:call|apply|bind|name|length)$/.test(memberName(member) ?? "call");
}

/** An acquire by its shape: a timer and a link to the parent must be taken for granted. */
export function shapeAcquisition(
  node: Acquisition["node"],
  name: string,
  { value, handles, isTimer }: ShapeParts,
): Acquisition {
  const paths = handles.map((handle) => [handle]);
  if (isTimer) return { node, name, resource: { ...idOfSignalHelper, acquire: { call: name }, value }, paths };
  const resource: Resource = {
    kind: "context",
    from: [],
    acquire: { call: name },
    value,
    handle: handles[0],
    release: { by: "call" },
    holds: ["timer", "parent"],
    parent: "first",
  };
  return { node, name, resource, paths };
}

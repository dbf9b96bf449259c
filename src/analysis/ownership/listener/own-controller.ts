import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { calleeWord, isNewController, isThis, memberName } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { ownFunctionAt, ownFunctionsOf, type OwnFunction } from "../functions/own-functions.ts";
import type { ClassNode } from "../functions/self.ts";
import { isPublic, teardownOf, type Teardown } from "../object/teardown.ts";
import { findOwnField } from "../functions/own-field.ts";

/**
 * How an object ends that passes the abort on to a controller of its own: a method that others can call aborts it too,
 * `cancel()`, in the class or in one of the file that is derived from it. A class that is an `AbortController` has
 * `abort()`.
 *
 * Where the listener itself calls that method, the signal of the controller must be handed out: any other object may
 * live as long as the signal that it hears. It does not see more than one call on the way to the controller.
 */
export function endOfOwnController(
  sourceCode: SourceCode,
  listener: FunctionNode,
  node: ClassNode,
): Teardown | undefined {
  if (isController(node) && abortedBy(sourceCode, listener).some(({ type }) => /^(?:This|Super)/.test(type)))
    return { text: "`abort()`", fn: undefined, passedBy: [] };
  const keys = controllersOf(sourceCode, listener);
  const called = keys.length > 0 ? calledBy(sourceCode, listener) : [];
  const end =
    keys.length > 0 &&
    methodsOf(sourceCode, node).find(({ fn, name }) => {
      if (fn === listener || !isCallable(sourceCode, name, node)) return false;
      if (!isPublic(teardownOf({ fn, name, kind: "method" }))) return false;
      const shared = keysAborted(sourceCode, fn).filter((key) => keys.includes(key));
      return called.includes(fn) ? shared.some((key) => isHandedOut(sourceCode, key, node)) : shared.length > 0;
    });
  return end ? teardownOf(end) : undefined;
}

function isController({ superClass }: ClassNode): boolean {
  const base = superClass && unwrap(superClass);
  return base?.type === "Identifier" && base.name === "AbortController";
}

/** The fields that a function aborts whose controllers are made with the object, and stay. */
function controllersOf(sourceCode: SourceCode, fn: FunctionNode): string[] {
  return abortsOfFields(sourceCode, fn).flatMap((member) => {
    const key = memberName(member);
    const field = key === undefined ? undefined : findOwnField(sourceCode, member, key);
    const made = field?.value && !field.changes ? unwrap(field.value) : undefined;
    return key !== undefined && isNewController(made) ? [key] : [];
  });
}

function keysAborted(sourceCode: SourceCode, fn: FunctionNode): string[] {
  return abortsOfFields(sourceCode, fn).flatMap((member) => memberName(member) ?? []);
}

/** Every `this.own` that a function aborts, or a method that it calls. */
function abortsOfFields(sourceCode: SourceCode, fn: FunctionNode): TSESTree.MemberExpression[] {
  return [fn, ...calledBy(sourceCode, fn)].flatMap((each) =>
    abortedBy(sourceCode, each).flatMap((object) =>
      object.type === "MemberExpression" && isThis(object.object) ? [object] : [],
    ),
  );
}

/** What a function aborts: `this.own` of `this.own?.abort()`. */
function abortedBy(sourceCode: SourceCode, fn: FunctionNode): TSESTree.Node[] {
  return callsOnMembers(sourceCode, fn).flatMap(({ object, call }) => (calleeWord(call) === "abort" ? [object] : []));
}

/** The methods of the object that a function calls. */
function calledBy(sourceCode: SourceCode, fn: FunctionNode): FunctionNode[] {
  return callsOnMembers(sourceCode, fn).flatMap(({ object, call }) =>
    isThis(object) ? (ownFunctionAt(sourceCode, call.callee) ?? []) : [],
  );
}

function callsOnMembers(
  sourceCode: SourceCode,
  { body }: FunctionNode,
): { object: TSESTree.Node; call: TSESTree.CallExpression }[] {
  return ownNodes(sourceCode, body).flatMap((call) => {
    const callee = call.type === "CallExpression" ? unwrap(call.callee) : undefined;
    return call.type === "CallExpression" && callee?.type === "MemberExpression"
      ? [{ object: unwrap(callee.object), call }]
      : [];
  });
}

/** The methods of a class, and of those in the file that are derived from it. */
function methodsOf(sourceCode: SourceCode, node: ClassNode): OwnFunction[] {
  const [name] = node.id ? sourceCode.getDeclaredVariables(node) : [];
  const derived = (name?.references ?? []).flatMap(({ identifier }) => {
    const { parent } = identifier;
    return parent.type === "ClassDeclaration" && parent.superClass === identifier ? [parent] : [];
  });
  return [node, ...derived].flatMap((each) =>
    ownFunctionsOf({ node: each, isStatic: false }).filter(({ kind }) => kind === "method"),
  );
}

/** A method whose name begins with `_` is for the file alone. */
function isCallable(sourceCode: SourceCode, name: string, node: ClassNode): boolean {
  if (!name.startsWith("_")) return true;
  return mentionsOf(sourceCode, name).some((each) => each.parent.type === "MemberExpression" && !isWithin(each, node));
}

/** `get signal() { return this.own.signal; }` */
function isHandedOut(sourceCode: SourceCode, key: string, node: ClassNode): boolean {
  return mentionsOf(sourceCode, key).some((mention) => {
    const field = mention.parent.type === "MemberExpression" ? outermost(mention.parent) : undefined;
    const signal = field?.parent;
    if (!signal || !isWithin(signal, node) || signal.type !== "MemberExpression") return false;
    return memberName(signal) === "signal" && outermost(signal).parent.type === "ReturnStatement";
  });
}

import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isConstructor, type FunctionNode } from "../../../ast/functions.ts";
import { isMemberNamed, isThis } from "../../../ast/names.ts";
import { onlyExpressionOf } from "../../../ast/only-expression.ts";
import { isSameText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantText } from "../../../scope/constant-text.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { activationOf } from "../functions/deferred.ts";
import type { Leak } from "../../obligations/leak.ts";
import { mentionsOf } from "../functions/mentions.ts";
import type { ClassNode } from "../functions/self.ts";
import { isPublic, isTeardownAt, teardownsOfObject, type Teardown } from "../object/teardown.ts";
import { findCalls } from "../functions/calls-of.ts";
import { endsObject } from "./ends-object.ts";
import { fieldControllerOf } from "./field-controller.ts";
import type { Listening } from "./listening.ts";
import { endOfOwnController } from "./own-controller.ts";
import { causeOf } from "./cause.ts";
import { workOf } from "./work-of-listener.ts";

/**
 * A listener that an object adds when it is made, or adds to a signal that it was made with, and that is still there
 * when its teardown has run. The object ends without the abort only if others can call that teardown.
 *
 * It does not see a signal that a method is given: most are made for one call of it. Any removal in the class that may
 * be of aborts makes it quiet.
 *
 * @returns `undefined` where the object has no such teardown, or the listener may be removed
 */
export function findKeptByObject(
  listening: Listening,
): (Pick<Leak, "cause" | "at"> & Partial<Pick<Leak, "field">>) | undefined {
  const { sourceCode, added, uses, owner } = listening;
  const { root } = owner;
  const made = methodOf(root);
  if (!made || !(constructs(sourceCode, made) || isOwnMember(added.signal))) return undefined;
  const { controllers, locals, usesThis } = workOf(listening);
  if (!usesThis && controllers.length === 0 && locals.length === 0) return undefined;
  const node = made.parent.parent;
  if (removesAborts(sourceCode, node) || abortsItself(sourceCode, added.signal, node)) return undefined;
  if (endsObject(sourceCode, added.signal, node)) return undefined;
  const teardown = teardownBeside(sourceCode, uses.fn, node);
  // Such a listener has nothing to do, whatever ends the object.
  if (!teardown && fieldControllerOf(listening)?.isUnheard) return { cause: causeOf(listening), at: undefined };
  if (!teardown) return undefined;
  const field = { kind: "unreached", teardown: teardown.text, writtenAt: teardown.fn } as const;
  return { cause: "never-released", at: undefined, field };
}

/** What others can end the object with, without the abort. */
function teardownBeside(
  sourceCode: SourceCode,
  listener: FunctionNode | undefined,
  node: ClassNode,
): Teardown | undefined {
  const teardowns = teardownsOfObject(sourceCode, { node, isStatic: false });
  const teardown = teardowns.find(isPublic);
  if (teardown && !(listener && tearsDown(sourceCode, listener, teardowns))) return teardown;
  return listener && endOfOwnController(sourceCode, listener, node);
}

/**
 * Is it a teardown, or does it nothing but call one: `() => this.close()`? Often the signal is of whoever made the
 * object and lets it live as long, so this is not certain.
 */
function tearsDown(sourceCode: SourceCode, listener: FunctionNode, teardowns: readonly Teardown[]): boolean {
  if (teardowns.some(({ fn }) => fn === listener)) return true;
  const only = onlyExpressionOf(listener);
  const call = only?.type === "UnaryExpression" ? unwrap(only.argument) : only;
  return call?.type === "CallExpression" && teardowns.some((each) => isTeardownAt(sourceCode, call.callee, each));
}

/** Does it make the object, or is it called where that is made: `this.link(signal)`? */
function constructs(sourceCode: SourceCode, made: TSESTree.MethodDefinition): boolean {
  if (made.kind === "constructor") return true;
  return findCalls(sourceCode, made.value as FunctionNode).some((call) => isConstructor(activationOf(call)));
}

/** The method or constructor of an instance that a function is. */
export function methodOf({
  parent,
}: GraphRoot): (TSESTree.MethodDefinition & { parent: TSESTree.ClassBody }) | undefined {
  return parent?.type === "MethodDefinition" && !parent.static ? parent : undefined;
}

/** `this.signal`, `this.options.signal` */
function isOwnMember(signal: TSESTree.Node): boolean {
  const node = unwrap(signal);
  return isThis(node) || (node.type === "MemberExpression" && isOwnMember(node.object));
}

/** Is a listener removed in the class whose event is the abort, or not written there? */
export function removesAborts(sourceCode: SourceCode, node: ClassNode): boolean {
  return mentionsOf(sourceCode, "removeEventListener").some((name) => {
    if (!isWithin(name, node) || name.parent.type === "MethodDefinition") return false;
    const event = name.parent && callOf(name.parent)?.arguments[0];
    return (constantText(sourceCode, event) ?? "abort") === "abort";
  });
}

/** Does the class abort the signal, whoever made it: `this.ac.abort()` of `this.ac.signal`? That ends the listener. */
function abortsItself(sourceCode: SourceCode, signal: TSESTree.Node, node: ClassNode): boolean {
  const member = unwrap(signal);
  if (!isMemberNamed(member, "signal")) return false;
  return mentionsOf(sourceCode, "abort").some(
    ({ parent }) =>
      parent.type === "MemberExpression" &&
      isWithin(parent, node) &&
      isSameText(sourceCode, parent.object, member.object),
  );
}

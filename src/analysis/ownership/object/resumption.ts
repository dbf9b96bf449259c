import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberNamedBy, memberOf } from "../../../ast/members.ts";
import { isMemberNamed, memberName, propertyName } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { isPause } from "../../../ast/pauses.ts";
import { takesBack } from "../../../ast/takes-back.ts";
import { outermost, type InnerNode } from "../../../ast/transparent.ts";
import { beginEvent, beginMethod } from "../../../resources/catalog/lifecycles/objects.ts";
import { activationOf } from "../functions/deferred.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { elementName, ownerOfMember } from "../functions/self.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { referencesTo } from "./driven.ts";
import type { Field } from "./field.ts";
import { isForNextArm } from "./for-next-arm.ts";
import { leadsTo, leadsToArm } from "./led-to.ts";
import { runBy } from "./runs.ts";
import { isSetUp } from "./set-up.ts";
import { isTakenAway } from "./taken-away.ts";
import { teardownsOf } from "./teardown.ts";

/**
 * Is a release a step of the work that goes on, which no end of the object comes by? It is, where all that runs it is
 * the callback of the one-shot itself, what begins the work (the constructor, `connect()`, a handler of `"open"`), what
 * a framework runs while the object lives (`componentDidUpdate`), a handler that the end takes away, or what puts the
 * next timer into the field. What the outside may call to end it, a handler of anything else, and all that stands
 * behind a wait are no such steps: the object may end by them.
 */
export function isResumption(file: TracedFile, field: Field, event: TSESTree.Node): boolean {
  const ended = teardownsOf(file, field).flatMap(({ fn }) => (fn ? [...runBy(file, fn)] : []));
  // A timer that the teardown itself starts is to outlive it.
  if (field.arms.some((arm) => ended.includes(activationOf(arm.event) as FunctionNode))) return false;
  return new Steps(file, field, new Set(ended)).isStep(event);
}

/** How the functions that run a release are run themselves. */
class Steps {
  readonly #file: TracedFile;
  readonly #field: Field;
  readonly #ended: ReadonlySet<TSESTree.Node>;
  readonly #seen = new Set<FunctionNode>();

  constructor(file: TracedFile, field: Field, ended: ReadonlySet<TSESTree.Node>) {
    this.#file = file;
    this.#field = field;
    this.#ended = ended;
  }

  /** Is it no end, what runs this release, or this call of a function with a release? */
  isStep(event: TSESTree.Node): boolean {
    const root = activationOf(event);
    if (!isFunction(root) || this.#ended.has(root)) return false;
    if (isForNextArm(this.#file, this.#field, event, false)) return true;
    if (isBehindWait(this.#file, root, event)) return false;
    if (this.#seen.has(root)) return true;
    this.#seen.add(root);
    return this.#isRunToGoOn(root);
  }

  #isRunToGoOn(fn: FunctionNode): boolean {
    const { parent } = outermost(fn);
    if (parent.type === "MethodDefinition" && parent.kind !== "method") return parent.kind === "constructor";
    const name = nameOf(fn, this.#field);
    if (name === undefined) return this.#isGivenToGoOn(fn);
    if (!isHidden(fn) && !this.#isBeginning(name, fn)) return false;
    const references = referencesTo(this.#file, this.#field, fn);
    return isKnown(this.#file, name, fn) && references.every((each) => this.#isReferenceToGoOn(each, fn));
  }

  #isReferenceToGoOn(reference: TSESTree.Node, fn: FunctionNode): boolean {
    const call = callOf(reference);
    return call ? this.isStep(call) : this.#isGivenToGoOn(reference, fn);
  }

  /** Does the one who is given a function run it as a step of the work: as the timer, or when something has begun? */
  #isGivenToGoOn(given: TSESTree.Node, fn?: FunctionNode): boolean {
    const value = bound(given);
    if (takesBack(callGiven(value)) || this.#isTakenAway(value)) return true;
    const call = callGiven(value);
    if (call) return this.#isTimer(call) || isOfBeginning(call);
    const { parent } = value;
    if (parent.type === "AssignmentExpression" && parent.right === value)
      return parent.left.type === "MemberExpression" && beginEvent.test(memberName(parent.left) ?? "");
    if (parent.type !== "Property" || parent.value !== value || parent.parent.type !== "ObjectExpression") return false;
    const name = propertyName(parent) ?? "";
    return beginEvent.test(name) || (fn !== undefined && this.#isBeginning(name, fn));
  }

  #isTakenAway(handler: TSESTree.Node): boolean {
    const [teardown] = teardownsOf(this.#file, this.#field);
    return teardown?.fn !== undefined && isTakenAway(this.#file, runBy(this.#file, teardown.fn), handler);
  }

  /** An interval that its own callback may stop is not certain to go on. */
  #isTimer(call: TSESTree.Node): boolean {
    return this.#field.arms.some(({ acquisition: { node, resource } }) => node === call && resource.expires === true);
  }

  /** May the outside call a method to begin the work only: it is named so, or the timer runs it for the next one? */
  #isBeginning(name: string, fn: FunctionNode): boolean {
    if (beginMethod.test(name) || isSetUp(this.#field, name)) return true;
    const { arms } = this.#field;
    const callbacks = arms.flatMap(({ acquisition: { node } }) => {
      const [first] = node.arguments;
      return (first && ownFunctionAt(this.#file.sourceCode, first)) ?? [];
    });
    return callbacks.some((each) => leadsTo(this.#file, each, fn)) && leadsToArm(this.#file, this.#field, fn);
  }
}

/** Is every mention of a private member's name one of this object, or surely of another? */
function isKnown({ sourceCode }: TracedFile, name: string, fn: FunctionNode): boolean {
  const { parent: own } = outermost(fn);
  if ((own.type !== "MethodDefinition" && own.type !== "PropertyDefinition") || !isHidden(fn)) return true;
  return mentionsOf(sourceCode, name).every((mention) => {
    const { parent } = mention;
    const member = memberNamedBy(mention);
    if (member) return ownerOfMember(sourceCode, member) !== undefined;
    return mention.type !== "Literal" && !(parent.type === "Property" && parent.parent.type === "ObjectPattern");
  });
}

/** The name under which others reach a function; `undefined` for one without. */
function nameOf(fn: FunctionNode, { object }: Field): string | undefined {
  const { parent } = outermost(fn);
  if (parent.type === "MethodDefinition" || parent.type === "PropertyDefinition") return elementName(parent);
  if (parent.type === "Property" && parent.parent === object) return propertyName(parent);
  if (fn.type === "FunctionDeclaration") return fn.id?.name;
  return parent.type === "VariableDeclarator" && parent.id.type === "Identifier" ? parent.id.name : undefined;
}

/** Can only the class itself, or the function around, call it by its name? */
function isHidden(fn: FunctionNode): boolean {
  const { parent } = outermost(fn);
  if (parent.type === "MethodDefinition" || parent.type === "PropertyDefinition")
    return parent.key.type === "PrivateIdentifier" || parent.accessibility === "private";
  return fn.type === "FunctionDeclaration" || parent.type === "VariableDeclarator";
}

/** `this.poll.bind(this)` for `this.poll`. */
function bound(node: TSESTree.Node): InnerNode {
  const member = memberOf(node);
  const call = isMemberNamed(member, "bind") ? callOf(member) : undefined;
  return outermost(call ?? node);
}

/** `on("open", …)`. */
function isOfBeginning({ arguments: [event] }: TSESTree.CallExpression): boolean {
  return event?.type === "Literal" && typeof event.value === "string" && beginEvent.test(event.value);
}

/** What stands behind a wait may run because of the end: what was waited for has ended. */
function isBehindWait(
  { sourceCode }: TracedFile,
  { async, generator, body }: FunctionNode,
  event: TSESTree.Node,
): boolean {
  if (!async && !generator) return false;
  return ownNodes(sourceCode, body).some((node) => isPause(node) && node.range[0] < event.range[0]);
}

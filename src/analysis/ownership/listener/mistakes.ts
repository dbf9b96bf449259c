import { isWithin } from "../../../ast/statement-list.ts";
import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import { isCallNamed } from "../../../ast/names.ts";
import { isSameText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import type { Mistake } from "../../obligations/leak.ts";
import { ending } from "../../../resources/catalog/signals/platform.ts";
import { isCapturing, type AbortListener } from "../signals/abort-listener.ts";
import { isClass, ownerOfMember } from "../functions/self.ts";
import { standingFor } from "./ends-object.ts";
import type { ListenerUses } from "./listener-uses.ts";

/** Is this call itself one: it stands where things are ended, and the same listener was added to the signal before? */
export function isAddedAgain(sourceCode: SourceCode, { node, signal }: AbortListener, uses: ListenerUses): boolean {
  const cleanup = endingAround(node);
  if (!cleanup || uses.fn === cleanup || uses.removals.length > 0) return false;
  return uses.others.some((other) => isSameText(sourceCode, other.signal, signal) && !isWithin(other.node, cleanup));
}

/** The function around, if its name says that it ends something. */
function endingAround(node: TSESTree.Node): TSESTree.Node | undefined {
  const fn = enclosingFunction(node);
  return ending.test(nameOf(fn) ?? "") ? fn : undefined;
}

function nameOf(fn: TSESTree.Node): string | undefined {
  if (isFunction(fn) && fn.id) return fn.id.name;
  const { parent } = outermost(fn);
  if (parent?.type === "VariableDeclarator") return parent.id.type === "Identifier" ? parent.id.name : undefined;
  if (parent?.type === "AssignmentExpression" && parent.left.type === "Identifier") return parent.left.name;
  const isMember = parent?.type === "MethodDefinition" || parent?.type === "Property";
  return isMember && parent.key.type === "Identifier" ? parent.key.name : undefined;
}

/** The removal that was meant for a listener and does not remove it. */
export function findMistake(
  sourceCode: SourceCode,
  added: AbortListener,
  { removals }: ListenerUses,
  all: readonly AbortListener[],
): Mistake | undefined {
  const phase = isCapturing(sourceCode, added);
  const [removal] = removals;
  if (removal) {
    const isOther = phase !== undefined && removals.every((each) => isCapturing(sourceCode, each) === !phase);
    return isOther ? { kind: "other-phase", at: removal.node } : undefined;
  }
  const fresh = all.find(
    (each) =>
      isSameSignal(sourceCode, added.signal, each.signal) &&
      isFresh(each.listener) &&
      isSameWork(sourceCode, added, each),
  );
  return fresh && { kind: "other-function", at: fresh.node };
}

/** Do two expressions stand for one signal, the same name, or what an object is made with and the field that has it? */
function isSameSignal(sourceCode: SourceCode, added: TSESTree.Node, removed: TSESTree.Node): boolean {
  if (isSameText(sourceCode, added, removed)) return true;
  const field = unwrap(removed);
  const owner = field.type === "MemberExpression" ? ownerOfMember(sourceCode, field)?.node : undefined;
  if (!owner || !isClass(owner) || !isWithin(added, owner)) return false;
  return standingFor(sourceCode, unwrap(added), owner).includes(field);
}

/** A function that is made where it stands is no other function. */
function isFresh(listener: TSESTree.Node): boolean {
  const node = unwrap(listener);
  return isFunction(node) || isCallNamed(node, "bind");
}

function isSameWork(sourceCode: SourceCode, added: AbortListener, removed: AbortListener): boolean {
  const scope = sourceCode.getScope(added.node).variableScope.block;
  return isWithin(removed.node, scope) || isSameText(sourceCode, added.listener, removed.listener);
}

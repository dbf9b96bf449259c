import type { TSESTree } from "@typescript-eslint/utils";
import { callOf, isArgument, takerOf } from "../../../ast/calls.ts";
import { isConstructor, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { methodCallOf } from "../../../ast/members.ts";
import { calleeMatches, isMemberNamed, isNewPromise, propertyName } from "../../../ast/names.ts";
import { outermost } from "../../../ast/transparent.ts";
import { readsOf } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { activationOf } from "../functions/deferred.ts";
import type { Field } from "./field.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { elementName, ownerOfMember } from "../functions/self.ts";

/** Where a function of an object is mentioned, apart from its own definition. */
export function referencesTo({ sourceCode }: TracedFile, field: Field, fn: FunctionNode): TSESTree.Node[] {
  const { parent } = outermost(fn);
  if (fn.type === "FunctionDeclaration" || parent.type === "VariableDeclarator") {
    const [variable] = sourceCode.getDeclaredVariables(fn.type === "FunctionDeclaration" ? fn : parent);
    return readsOf(variable);
  }
  const name =
    parent.type === "MethodDefinition" || parent.type === "PropertyDefinition"
      ? elementName(parent)
      : parent.type === "Property"
        ? propertyName(parent)
        : undefined;
  if (name === undefined) return [];
  return mentionsOf(sourceCode, name).flatMap(({ parent: member }) => {
    if (!isMemberNamed(member, name)) return [];
    return ownerOfMember(sourceCode, member)?.node === field.object ? [member] : [];
  });
}

/**
 * Does a function run by itself, so that nobody who uses the object can wait for it: as a callback, or called without
 * an `await`? One that only the outside calls is theirs to wait for, and what the constructor begins happens once.
 */
export function runsByItself(
  file: TracedFile,
  field: Field,
  fn: FunctionNode,
  seen: Set<FunctionNode> = new Set(),
): boolean {
  if (seen.has(fn)) return false;
  seen.add(fn);
  const taker = takerOf(fn);
  if (taker) return isUnawaited(file, field, taker, seen, !isNewPromise(taker));
  if (outermost(fn).parent.type === "AssignmentExpression") return true;
  return referencesTo(file, field, fn).some((reference) => {
    const call = callOf(reference);
    if (call) return isUnawaited(file, field, call, seen, false);
    const use = outermost(reference).parent;
    return isArgument(reference) || use.type === "AssignmentExpression" || use.type === "MemberExpression";
  });
}

/** Does nobody wait for what runs in a call? A callback of a promise runs as part of that promise's chain. */
function isUnawaited(
  file: TracedFile,
  field: Field,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  seen: Set<FunctionNode>,
  asCallback: boolean,
): boolean {
  if (asCallback && !calleeMatches(call, /^(?:then|catch|finally)$/)) return true;
  const { parent } = endOfChain(call);
  const isHandedOn =
    parent?.type === "AwaitExpression" ||
    parent?.type === "ReturnStatement" ||
    parent?.type === "ArrowFunctionExpression";
  const around = activationOf(call);
  if (!isHandedOn) return !isMaking(field, around);
  return isFunction(around) && runsByItself(file, field, around, seen);
}

/** Does a function make the object? What it begins happens once, and a teardown in that very moment is no habit. */
function isMaking({ object }: Field, root: GraphRoot): boolean {
  return root.type === "Program" || root === object || isConstructor(root);
}

/** The promise that the last `.then` of a chain gives. */
function endOfChain(call: TSESTree.Node): TSESTree.Node {
  let at = outermost(call);
  for (;;) {
    const next = methodCallOf(at);
    if (!next) return at;
    at = outermost(next);
  }
}

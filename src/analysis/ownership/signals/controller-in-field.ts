import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isConstructor, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isMemberNamed, isNewController, isThis, memberName } from "../../../ast/names.ts";
import { isNothing } from "../../../ast/nothing.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { findCalls } from "../functions/calls-of.ts";
import { writesOfMember } from "../functions/member-writes.ts";
import { mentionsOf } from "../functions/mentions.ts";

/**
 * What a controller in a field of an object, `this.own`, is there for. `work`: a method makes one for what it begins.
 * `object`: it is made with the object, or in place of an aborted one by what begins nothing, and is there for all that
 * the object does.
 *
 * @returns `undefined` where anything else is put there, or nothing is seen
 */
export function lifeOfController(
  sourceCode: SourceCode,
  field: TSESTree.MemberExpression,
): "work" | "object" | undefined {
  const name = memberName(field);
  if (name === undefined || !isThis(unwrap(field.object))) return undefined;
  const written = writtenTo(sourceCode, name);
  const made = written.filter(({ value }) => value && isNewController(unwrap(value)));
  if (
    made.length === 0 ||
    made.length + written.filter(({ value }) => value && isNothing(value)).length < written.length
  )
    return undefined;
  return made.every(({ value, by }) => !isFunction(by) || isConstructor(by) || !begins(sourceCode, by, value!))
    ? "object"
    : "work";
}

/** Does a function do anything with its object behind a node, or wait for anything there, or whoever calls it? */
function begins(sourceCode: SourceCode, fn: FunctionNode, node: TSESTree.Node): boolean {
  if (findCalls(sourceCode, fn).length > 0) return true;
  return ownNodes(sourceCode, fn.body).some(
    (each) => (each.type === "ThisExpression" || each.type === "AwaitExpression") && each.range[0] > node.range[1],
  );
}

/**
 * The signal of a controller that is there for all that its object does, `this.own.signal`, perhaps by another name.
 * Each call of a method that listens on it adds a listener.
 */
export function isOfObject(sourceCode: SourceCode, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  const value = node.type === "Identifier" ? constantValue(variableOf(sourceCode, node)) : node;
  const signal = value && unwrap(value);
  if (!isMemberNamed(signal, "signal")) return false;
  const field = unwrap(signal.object);
  return field.type === "MemberExpression" && lifeOfController(sourceCode, field) === "object";
}

/** What is put into a field, and by which function; by the body of the class where it is declared. */
interface Written {
  /** `undefined` where no expression has it. */
  readonly value: TSESTree.Node | undefined;
  readonly by: TSESTree.Node;
}

function writtenTo(sourceCode: SourceCode, name: string): Written[] {
  const declared = mentionsOf(sourceCode, name).flatMap((mention) => {
    const { parent } = mention;
    const isDeclared = parent.type === "PropertyDefinition" && parent.key === mention;
    return isDeclared && parent.value ? { value: parent.value, by: parent.parent } : [];
  });
  const assigned = writesOfMember(sourceCode, name);
  return [...declared, ...assigned.map(({ member, value }) => ({ value, by: enclosingFunction(member) }))];
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { matchRef } from "../../../resources/match-lifecycle.ts";
import { constantValue, variableOf, type Variable } from "../../../scope/variables.ts";
import { elementName, ownerOfMember, type Self } from "../functions/self.ts";

/** What identifies a field: the object it is of, and its name or variable. */
export interface FieldPlace {
  readonly self: Self;
  readonly variable: Variable | undefined;
  readonly member: string | undefined;
}

/** Are two places one? */
export function isSame(a: FieldPlace, b: FieldPlace): boolean {
  return (
    a.self.node === b.self.node &&
    a.self.isStatic === b.self.isStatic &&
    a.variable === b.variable &&
    a.member === b.member
  );
}

/** The field that is the target of an assignment, or that a class declares; `undefined` for any other place. */
export function placeOf(sourceCode: SourceCode, target: TSESTree.Node): FieldPlace | undefined {
  if (target.type === "PropertyDefinition" || target.type === "AccessorProperty") {
    const member = elementName(target);
    const self = { node: target.parent.parent, isStatic: target.static };
    return member === undefined ? undefined : { member, self, variable: undefined };
  }
  if (target.type === "MemberExpression") {
    const member = memberName(target);
    const self = ownerOfMember(sourceCode, target);
    if (member === undefined) return undefined;
    return self ? { member, self, variable: undefined } : refOf(sourceCode, target, member);
  }
  return target.type === "Identifier" ? localOf(sourceCode, target, undefined) : undefined;
}

/** A ref is a constant of a component that holds the field (`const timer = useRef()`, `timer.current = …`). */
function refOf(sourceCode: SourceCode, { object }: TSESTree.MemberExpression, member: string): FieldPlace | undefined {
  const base = unwrap(object);
  if (base.type !== "Identifier") return undefined;
  const place = localOf(sourceCode, base, member);
  const made = place?.variable && constantValue(place.variable);
  const call = made && unwrap(made);
  return call?.type === "CallExpression" && matchRef(sourceCode, call) === member ? place : undefined;
}

function localOf(
  sourceCode: SourceCode,
  name: TSESTree.Identifier,
  member: string | undefined,
): FieldPlace | undefined {
  const variable = variableOf(sourceCode, name);
  const around = variable?.scope.block;
  const isLocal = variable?.defs[0]?.type === "Variable" && isFunction(around);
  return isLocal ? { self: { node: around, isStatic: false }, variable, member } : undefined;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../../../ast/functions.ts";
import { memberNamedBy } from "../../../ast/members.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost } from "../../../ast/transparent.ts";
import { mentionsOf } from "./mentions.ts";

/** What a class does with a field of its own. */
export interface OwnField {
  /** What it holds from the construction on; `undefined` where nothing in the class says so. */
  readonly value: TSESTree.Expression | undefined;
  /** It is no field but a getter, or is written again after the construction: it may hold a new promise every time. */
  readonly changes: boolean;
}

/** The field that `this.name` stands for; `undefined` outside of a class. */
export function findOwnField(
  sourceCode: SourceCode,
  member: TSESTree.MemberExpression,
  name: string,
): OwnField | undefined {
  const body = classAround(member);
  if (!body) return undefined;
  let field: OwnField = { value: undefined, changes: false };
  for (const mention of mentionsOf(sourceCode, name)) {
    const { parent } = mention;
    if (!isWithin(mention, body)) continue;
    // `constructor(private readonly signal: AbortSignal)`
    if (parent.type === "TSParameterProperty") field = { ...field, value: mention as TSESTree.Identifier };
    if (parent.parent === body && "key" in parent && parent.key === mention) field = declared(field, parent);
    const named = memberNamedBy(mention);
    const assignment = named && assignmentTo(named);
    if (assignment) field = assigned(field, assignment);
  }
  return field;
}

function classAround(node: TSESTree.Node): TSESTree.ClassBody | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at && at.type !== "ClassBody") at = at.parent;
  return at;
}

function declared(field: OwnField, element: TSESTree.Node): OwnField {
  if (element.type === "MethodDefinition") return { ...field, changes: true };
  return element.type === "PropertyDefinition" && element.value ? { ...field, value: element.value } : field;
}

function assigned(field: OwnField, { left, right }: TSESTree.AssignmentExpression): OwnField {
  const fn = enclosingFunction(left);
  const constructs = fn.parent?.type === "MethodDefinition" && fn.parent.kind === "constructor";
  return constructs ? { ...field, value: right } : { ...field, changes: true };
}

function assignmentTo(member: TSESTree.MemberExpression): TSESTree.AssignmentExpression | undefined {
  const target = outermost(member);
  const { parent } = target;
  return parent.type === "AssignmentExpression" && parent.left === target ? parent : undefined;
}

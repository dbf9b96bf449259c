import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import { outermost } from "../../../ast/transparent.ts";

/** What a class does with a field of its own. */
export interface OwnField {
  /** What it holds from the construction on; `undefined` where nothing in the class says so. */
  readonly value: TSESTree.Expression | undefined;
  /** It is no field but a getter, or is written again after the construction: it may hold a new promise every time. */
  readonly changes: boolean;
}

/** The field that `this.name` stands for; `undefined` outside of a class. */
export function findOwnField(
  sourceCode: Readonly<TSESLint.SourceCode>,
  member: TSESTree.MemberExpression,
  name: string,
): OwnField | undefined {
  const body = classAround(member);
  if (!body) return undefined;
  let field: OwnField = { value: undefined, changes: false };
  for (const element of body.body) {
    if (!("key" in element) || nameOf(element.key) !== name) continue;
    if (element.type === "MethodDefinition") field = { ...field, changes: true };
    if (element.type === "PropertyDefinition" && element.value) field = { ...field, value: element.value };
  }
  for (const { right, left } of assignmentsTo(sourceCode, body, name)) {
    const fn = enclosingFunction(left);
    const constructs = fn.parent?.type === "MethodDefinition" && fn.parent.kind === "constructor";
    field = constructs ? { ...field, value: right } : { ...field, changes: true };
  }
  return field;
}

function classAround(node: TSESTree.Node): TSESTree.ClassBody | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at && at.type !== "ClassBody") at = at.parent;
  return at;
}

function nameOf(key: TSESTree.Node): string | undefined {
  if (key.type === "PrivateIdentifier") return `#${key.name}`;
  return key.type === "Identifier" ? key.name : undefined;
}

function* assignmentsTo(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { range: [start, end] }: TSESTree.ClassBody,
  name: string,
): Generator<TSESTree.AssignmentExpression, void, undefined> {
  const { text } = sourceCode;
  for (let at = text.indexOf(name, start); at >= 0 && at < end; at = text.indexOf(name, at + name.length)) {
    const member = nodeAt(sourceCode, at).parent;
    if (member?.type !== "MemberExpression" || memberName(member) !== name) continue;
    const target = outermost(member);
    const { parent } = target;
    if (parent?.type === "AssignmentExpression" && parent.left === target) yield parent;
  }
}

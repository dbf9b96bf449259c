import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isConstructor } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { writesOfMember, type MemberWrite } from "./member-writes.ts";
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
  }
  const writes = writesOfMember(sourceCode, name).filter(({ member: each }) => isWithin(each, body));
  return writes.reduce(assigned, field);
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

function assigned(field: OwnField, { member, value }: MemberWrite): OwnField {
  return isConstructor(enclosingFunction(member)) && value ? { ...field, value } : { ...field, changes: true };
}

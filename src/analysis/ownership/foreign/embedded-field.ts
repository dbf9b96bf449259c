import type { TSESTree } from "@typescript-eslint/utils";
import { isMemberNamed, isThis, memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { writesOfMember } from "../functions/member-writes.ts";
import { elementName, type ClassNode } from "../functions/self.ts";
import { fieldDeclaration, type FieldDeclaration } from "./field-declaration.ts";

/** The field in which a class keeps the context it wraps. */
export interface EmbeddedField extends FieldDeclaration {
  readonly name: string;
  /** The members of a context that the class answers itself, by name. */
  readonly answered: readonly string[];
}

/** Members of a context in the libraries we know. */
const contextMember = /^(?:deadline|done|err|error|value|signal|canceler|cause)$/i;

/** Members that tell of the end. Where they are forwarded, the field's end is the end of the whole. */
const endMember = /^(?:done|err|error|signal|canceler)$/i;

/**
 * The one field that a class forwards its end to, set once.
 *
 * @returns `undefined` when the class extends another, forwards to no field or to several, or sets the field again
 */
export function embeddedField(sourceCode: SourceCode, node: ClassNode): EmbeddedField | undefined {
  if (node.superClass) return undefined;
  const own = node.body.body.flatMap((member) => {
    if (member.type !== "MethodDefinition" || member.static) return [];
    const name = elementName(member) ?? "";
    return contextMember.test(name) ? { name, field: forwardsTo(member, name) } : [];
  });
  const ends = own.filter(({ name }) => endMember.test(name));
  const [field, ...others] = new Set(ends.map((each) => each.field));
  if (field === undefined || others.length > 0) return undefined;
  const declared = fieldDeclaration(node, field);
  if (!declared || isSetAgain(sourceCode, node, field)) return undefined;
  const answered = own.filter((each) => each.field !== field).map(({ name }) => name);
  return { ...declared, name: field, answered };
}

/** The field of `name(...args) { return this.field.name(...args); }`, or of a getter that does the same. */
function forwardsTo({ value, kind }: TSESTree.MethodDefinition, name: string): string | undefined {
  const [only] = value.body?.body ?? [];
  if (only?.type !== "ReturnStatement" || !only.argument) return undefined;
  const result = unwrap(only.argument);
  if (kind !== "get" && (result.type !== "CallExpression" || !passesOn(result, value.params))) return undefined;
  const member = unwrap(result.type === "CallExpression" ? result.callee : result);
  const field = isMemberNamed(member, name) ? unwrap(member.object) : undefined;
  const isOfThis = field?.type === "MemberExpression" && field.object.type === "ThisExpression";
  return isOfThis ? memberName(field) : undefined;
}

/** Are the arguments the parameters, in their order? */
function passesOn(call: TSESTree.CallExpression, params: readonly TSESTree.Parameter[]): boolean {
  const names = params.map(wordOf);
  const given = call.arguments.map(wordOf);
  return names.length === given.length && names.every((name, i) => name !== undefined && name === given[i]);
}

/** `key`, `...keys` */
function wordOf(node: TSESTree.Parameter | TSESTree.CallExpressionArgument): string | undefined {
  if (node.type === "Identifier") return node.name;
  const all = node.type === "RestElement" || node.type === "SpreadElement" ? wordOf(node.argument) : undefined;
  return all && `...${all}`;
}

/** Is a member of that name given a value anywhere in the file but once in the constructor? */
function isSetAgain(sourceCode: SourceCode, { body }: ClassNode, field: string): boolean {
  const constructor = body.body.find((member) => member.type === "MethodDefinition" && member.kind === "constructor");
  const [write, ...more] = writesOfMember(sourceCode, field);
  const isBuilt = !write || (isThis(write.member.object) && !!constructor && isWithin(write.member, constructor));
  return more.length > 0 || !isBuilt;
}

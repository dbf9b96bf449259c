import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
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
  /** The members of a context that the class answers itself, or that are put into an instance, by name. */
  readonly answered: readonly string[];
}

/** Members of a context in the libraries we know. */
const contextMembers = ["deadline", "done", "err", "error", "value", "signal", "canceler", "cause"];
const contextMember = new RegExp(`^(?:${contextMembers.join("|")})$`, "i");

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
    return contextMember.test(name) ? { name, field: forwardsTo(member.value, name, member.kind === "get") } : [];
  });
  const ends = own.filter(({ name }) => endMember.test(name));
  const [field, ...others] = new Set(ends.map((each) => each.field));
  if (field === undefined || others.length > 0) return undefined;
  const declared = fieldDeclaration(node, field);
  if (!declared || isSetAgain(sourceCode, node, field)) return undefined;
  const methods = own.filter((each) => each.field !== field).map(({ name }) => name);
  const put = namesLike(ends[0]!.name).filter((name) => name !== field && isPut(sourceCode, node, { name, field }));
  return { ...declared, name: field, answered: [...new Set([...methods, ...put])] };
}

/** The members of a context, written as this one is: `Value` where there is a `Done`. */
function namesLike(name: string): readonly string[] {
  const isUpper = /^[A-Z]/.test(name);
  return isUpper
    ? contextMembers.map((each) => each.replace(/^[a-z]/, (first) => first.toUpperCase()))
    : contextMembers;
}

/** Is there a field with a member's name that is no function that forwards it, or is one given to any object? */
function isPut(
  sourceCode: SourceCode,
  { body }: ClassNode,
  { name, field }: { readonly name: string; readonly field: string },
): boolean {
  const declared = body.body.find((element) => element.type !== "MethodDefinition" && elementName(element) === name);
  const value = declared?.type === "PropertyDefinition" && !declared.static ? declared.value : undefined;
  const isForwarded = value && forwardsTo(value, name, false) === field;
  return (declared !== undefined && !isForwarded) || writesOfMember(sourceCode, name).length > 0;
}

/** The field of `name(...args) { return this.field.name(...args); }`, or of a getter that does the same. */
function forwardsTo(fn: TSESTree.Node, name: string, isGetter: boolean): string | undefined {
  const given = isFunction(fn) ? onlyResult(fn) : undefined;
  if (!given || !isFunction(fn)) return undefined;
  const result = unwrap(given);
  if (!isGetter && (result.type !== "CallExpression" || !passesOn(result, fn.params))) return undefined;
  const member = unwrap(result.type === "CallExpression" ? result.callee : result);
  const field = isMemberNamed(member, name) ? unwrap(member.object) : undefined;
  const isOfThis = field?.type === "MemberExpression" && field.object.type === "ThisExpression";
  return isOfThis ? memberName(field) : undefined;
}

/** What a function gives that does nothing else. */
function onlyResult({ body }: FunctionNode): TSESTree.Node | undefined {
  if (body.type !== "BlockStatement") return body;
  const [only] = body.body;
  return only?.type === "ReturnStatement" ? (only.argument ?? undefined) : undefined;
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

import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { memberName } from "../../../ast/names.ts";
import { unwrap } from "../../../ast/transparent.ts";
import type { ClassNode } from "./context-class.ts";

/** The field in which a class keeps the context it wraps. */
export interface EmbeddedField {
  readonly name: string;
  /** Neither private nor protected: it can be read from outside. */
  readonly isOpen: boolean;
  /** The type it is declared with. */
  readonly type: TSESTree.TypeNode | undefined;
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
export function embeddedField(node: ClassNode, text: string): EmbeddedField | undefined {
  if (node.superClass) return undefined;
  const own = node.body.body.flatMap((member) => {
    if (member.type !== "MethodDefinition" || member.static) return [];
    const name = member.key.type === "Identifier" && !member.computed ? member.key.name : undefined;
    return name !== undefined && contextMember.test(name) ? { name, field: forwardsTo(member, name) } : [];
  });
  const ends = own.filter(({ name }) => endMember.test(name));
  const [field, ...others] = new Set(ends.map((each) => each.field));
  if (field === undefined || others.length > 0) return undefined;
  const declared = declarationOf(node, field);
  if (!declared || isSetAgain(node, field, text)) return undefined;
  const answered = own.filter((each) => each.field !== field).map(({ name }) => name);
  return { name: field, ...declared, answered };
}

/** The field of `name(...args) { return this.field.name(...args); }`, or of a getter that does the same. */
function forwardsTo({ value, kind }: TSESTree.MethodDefinition, name: string): string | undefined {
  const [only, ...more] = value.body?.body ?? [];
  if (more.length > 0 || only?.type !== "ReturnStatement" || !only.argument) return undefined;
  const result = unwrap(only.argument);
  if (kind !== "get" && (result.type !== "CallExpression" || !passesOn(result, value.params))) return undefined;
  const member = unwrap(result.type === "CallExpression" ? result.callee : result);
  const field = member.type === "MemberExpression" && memberName(member) === name ? unwrap(member.object) : undefined;
  const isOfThis = field?.type === "MemberExpression" && field.object.type === "ThisExpression";
  return isOfThis ? memberName(field) : undefined;
}

/** Are the arguments the parameters, in their order? */
function passesOn(call: TSESTree.CallExpression, params: readonly TSESTree.Parameter[]): boolean {
  const names = params.map((param) => nameOf(param.type === "RestElement" ? param.argument : param));
  const given = call.arguments.map((argument) =>
    nameOf(argument.type === "SpreadElement" ? argument.argument : argument),
  );
  return names.length === given.length && names.every((name, i) => name !== undefined && name === given[i]);
}

function nameOf(node: TSESTree.Node): string | undefined {
  return node.type === "Identifier" ? node.name : undefined;
}

/** The declaration of a field: in the class, as a parameter of the constructor, or by an assignment there. */
function declarationOf(node: ClassNode, field: string): Pick<EmbeddedField, "isOpen" | "type"> | undefined {
  for (const member of node.body.body) {
    if (member.type === "PropertyDefinition" && keyOf(member.key) === field)
      return { isOpen: !field.startsWith("#") && isPublic(member.accessibility), type: typeOf(member) };
    if (member.type !== "MethodDefinition" || member.kind !== "constructor") continue;
    const param = member.value.params.find(
      (each) => each.type === "TSParameterProperty" && nameOf(each.parameter) === field,
    );
    if (param?.type === "TSParameterProperty")
      return { isOpen: isPublic(param.accessibility), type: typeOf(param.parameter) };
    if (isFunction(member.value) && assigned(member.value, field)) return { isOpen: true, type: undefined };
  }
  return undefined;
}

function typeOf(node: TSESTree.Node): TSESTree.TypeNode | undefined {
  return "typeAnnotation" in node && node.typeAnnotation?.type === "TSTypeAnnotation"
    ? node.typeAnnotation.typeAnnotation
    : undefined;
}

function assigned({ body }: TSESTree.FunctionExpression, field: string): boolean {
  return (body?.body ?? []).some((statement) => {
    const set = statement.type === "ExpressionStatement" ? statement.expression : undefined;
    const target = set?.type === "AssignmentExpression" ? set.left : undefined;
    return (
      target?.type === "MemberExpression" && target.object.type === "ThisExpression" && memberName(target) === field
    );
  });
}

function keyOf(key: TSESTree.Node): string | undefined {
  return key.type === "PrivateIdentifier" ? `#${key.name}` : nameOf(key);
}

function isPublic(accessibility: string | undefined): boolean {
  return accessibility === undefined || accessibility === "public";
}

/** Is a member of that name assigned anywhere in the file but once in the constructor? */
function isSetAgain({ body }: ClassNode, field: string, text: string): boolean {
  const writes = text.split(new RegExp(String.raw`\.${field}\s*(?:[-+*/|&?]{1,2})?=(?![=>])`)).length - 1;
  const constructor = body.body.find((member) => member.type === "MethodDefinition" && member.kind === "constructor");
  const own = constructor ? text.slice(...constructor.range).split(`this.${field} =`).length - 1 : 0;
  return own > 1 || writes > own;
}

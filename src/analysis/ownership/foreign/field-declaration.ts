import type { TSESTree } from "@typescript-eslint/utils";
import { isMemberNamed } from "../../../ast/names.ts";
import { elementName, type ClassNode } from "../functions/self.ts";

/** How a class says that it has a field. */
export interface FieldDeclaration {
  /** Neither private nor protected: it can be read from outside. */
  readonly isOpen: boolean;
  /** The type it is declared with. */
  readonly type: TSESTree.TypeNode | undefined;
  /** An object may be without it: `ctx?: Context`. */
  readonly isOptional: boolean;
  /** The one value that it ever has, being `readonly`. */
  readonly value: TSESTree.Expression | undefined;
}

/**
 * The declaration of a field, by its name as `memberName` writes it: among the members, as a parameter of the
 * constructor, or by an assignment. `undefined` when the class shows none.
 */
export function fieldDeclaration({ body: { body } }: ClassNode, field: string): FieldDeclaration | undefined {
  const declared = body.find((member) => member.type === "PropertyDefinition" && elementName(member) === field);
  if (declared?.type === "PropertyDefinition") {
    const value = (declared.readonly && declared.value) || undefined;
    const isOpen = !field.startsWith("#") && isPublic(declared);
    return { isOpen, type: declared.typeAnnotation?.typeAnnotation, isOptional: declared.optional, value };
  }
  const methods = body.flatMap((member) => (member.type === "MethodDefinition" ? member.value : []));
  for (const param of methods.flatMap(({ params }) => params)) {
    if (param.type !== "TSParameterProperty") continue;
    const { parameter: name } = param;
    if (name.type !== "Identifier" || name.name !== field) continue;
    const { optional: isOptional, typeAnnotation } = name;
    return { isOpen: isPublic(param), type: typeAnnotation?.typeAnnotation, isOptional, value: undefined };
  }
  return methods.some((method) => assigns(method, field))
    ? { isOpen: true, type: undefined, isOptional: false, value: undefined }
    : undefined;
}

function isPublic({ accessibility }: Pick<TSESTree.PropertyDefinition, "accessibility">): boolean {
  return accessibility === undefined || accessibility === "public";
}

function assigns({ body }: TSESTree.MethodDefinition["value"], field: string): boolean {
  return (body?.body ?? []).some((statement) => {
    const set = statement.type === "ExpressionStatement" ? statement.expression : undefined;
    const target = set?.type === "AssignmentExpression" ? set.left : undefined;
    return isMemberNamed(target, field);
  });
}

import type { TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../../../ast/names.ts";
import { elementName, type ClassNode } from "../object/self.ts";

/** How a class says that it has a field. */
export interface FieldDeclaration {
  /** Neither private nor protected: it can be read from outside. */
  readonly isOpen: boolean;
  /** The type it is declared with. */
  readonly type: TSESTree.TypeNode | undefined;
  /** The one value that it ever has, being `readonly`. */
  readonly value: TSESTree.Expression | undefined;
}

/**
 * The declaration of a field, by its name as `memberName` writes it: among the members, as a parameter of the
 * constructor, or by an assignment there. `undefined` when the class shows none.
 */
export function fieldDeclaration(node: ClassNode, field: string): FieldDeclaration | undefined {
  for (const member of node.body.body) {
    if (member.type === "PropertyDefinition" && elementName(member) === field) {
      const value = (member.readonly && member.value) || undefined;
      return { isOpen: !field.startsWith("#") && isPublic(member), type: member.typeAnnotation?.typeAnnotation, value };
    }
    if (member.type !== "MethodDefinition" || member.kind !== "constructor") continue;
    for (const param of member.value.params) {
      if (param.type !== "TSParameterProperty") continue;
      const { parameter: name } = param;
      if (name.type === "Identifier" && name.name === field)
        return { isOpen: isPublic(param), type: name.typeAnnotation?.typeAnnotation, value: undefined };
    }
    if (isAssigned(member.value, field)) return { isOpen: true, type: undefined, value: undefined };
  }
  return undefined;
}

function isPublic({ accessibility }: Pick<TSESTree.PropertyDefinition, "accessibility">): boolean {
  return accessibility === undefined || accessibility === "public";
}

function isAssigned({ body }: TSESTree.MethodDefinition["value"], field: string): boolean {
  return (body?.body ?? []).some((statement) => {
    const set = statement.type === "ExpressionStatement" ? statement.expression : undefined;
    const target = set?.type === "AssignmentExpression" ? set.left : undefined;
    return (
      target?.type === "MemberExpression" && target.object.type === "ThisExpression" && memberName(target) === field
    );
  });
}

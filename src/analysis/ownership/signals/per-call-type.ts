import type { TSESTree } from "@typescript-eslint/utils";
import { perCallType } from "../../../resources/catalog/signals/platform.ts";

/**
 * Does the annotation of a parameter name a request, or the context of one call: itself, or as what one of its members
 * is? What a function in it takes or gives says nothing.
 */
export function isPerCallType(type: TSESTree.Node | null | undefined): boolean {
  switch (type?.type) {
    case "TSTypeAnnotation":
      return isPerCallType(type.typeAnnotation);
    case "TSPropertySignature":
      return isPerCallType(type.typeAnnotation);
    case "TSTypeLiteral":
      return type.members.some(isPerCallType);
    case "TSUnionType":
    case "TSIntersectionType":
      return type.types.some(isPerCallType);
    case "TSTypeOperator":
      return isPerCallType(type.typeAnnotation);
    case "TSTypeReference":
      return perCallType.test(nameOf(type.typeName)) || type.typeArguments?.params.some(isPerCallType) === true;
    case "TSIndexedAccessType":
      return isPerCallType(type.objectType);
    default:
      return false;
  }
}

function nameOf(name: TSESTree.EntityName): string {
  if (name.type === "Identifier") return name.name;
  return name.type === "TSQualifiedName" ? `${nameOf(name.left)}.${name.right.name}` : "";
}

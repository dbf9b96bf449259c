import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { variableOf } from "./variables.ts";

/** What declares the name of a type, or the module that it is of; `undefined` for one of the platform. */
export function declarationOf(sourceCode: SourceCode, name: TSESTree.EntityName): TSESTree.Node | undefined {
  return name.type === "TSQualifiedName"
    ? declarationOf(sourceCode, name.left)
    : variableOf(sourceCode, name)?.defs[0]?.node;
}

/** The member of a type of this file that lists its members; `undefined` where it has none of that name. */
export function declaredMember(
  sourceCode: SourceCode,
  type: TSESTree.TypeNode,
  name: string,
): TSESTree.TSPropertySignature | undefined {
  const declared = type.type === "TSTypeReference" ? declarationOf(sourceCode, type.typeName) : type;
  const listed = declared?.type === "TSTypeAliasDeclaration" ? declared.typeAnnotation : declared;
  const members =
    listed?.type === "TSInterfaceDeclaration"
      ? listed.body.body
      : listed?.type === "TSTypeLiteral"
        ? listed.members
        : [];
  return members.find(
    (each): each is TSESTree.TSPropertySignature =>
      each.type === "TSPropertySignature" && each.key.type === "Identifier" && each.key.name === name,
  );
}

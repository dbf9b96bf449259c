import type { TSESTree } from "@typescript-eslint/utils";
import { isName, memberName } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { constantValue, variableOf } from "./variables.ts";

/**
 * The number that an expression is, written where it stands, in a constant, or in one of a class, an `enum` or a
 * namespace of this file; `undefined` where that is not known.
 */
export function writtenNumber(sourceCode: SourceCode, expression: TSESTree.Node | undefined): number | undefined {
  const named = expression && variableOf(sourceCode, unwrap(expression));
  const value = named ? constantValue(named) : expression;
  const node = value && unwrap(value);
  if (node?.type === "MemberExpression") return numberIn(staticValue(sourceCode, node));
  return numberIn(node);
}

function numberIn(node: TSESTree.Node | undefined | null): number | undefined {
  return node?.type === "Literal" && typeof node.value === "number" ? node.value : undefined;
}

/** How constants are named, where nothing says that they are: `MAX_DELAY`. */
const constantCase = /^#?[A-Z][A-Z\d_]*$/;

/** `Poller.DELAY`, of a class, an `enum`, or a namespace. */
function staticValue(
  sourceCode: SourceCode,
  member: TSESTree.MemberExpression,
): TSESTree.Expression | undefined | null {
  const name = memberName(member);
  if (name === undefined) return undefined;
  for (const { node } of variableOf(sourceCode, member.object)?.defs ?? []) {
    if (node.type === "TSEnumDeclaration") return valueInEnum(node, name);
    const value =
      node.type === "ClassDeclaration"
        ? valueInClass(node, name)
        : node.type === "TSModuleDeclaration"
          ? valueInNamespace(node, name)
          : undefined;
    if (value) return value;
  }
  return undefined;
}

function valueInClass({ body }: TSESTree.ClassDeclaration, name: string): TSESTree.Expression | undefined | null {
  for (const element of body.body) {
    if (element.type !== "PropertyDefinition" || !element.static || element.computed) continue;
    const { key } = element;
    const own = key.type === "PrivateIdentifier" ? `#${key.name}` : key.type === "Identifier" ? key.name : undefined;
    if (own === name) return element.readonly || constantCase.test(name) ? element.value : undefined;
  }
  return undefined;
}

/** Not every parser has a body here. */
function valueInEnum({ body }: Partial<TSESTree.TSEnumDeclaration>, name: string): TSESTree.Expression | undefined {
  return body?.members.find(({ id }) => isName(id, name))?.initializer;
}

function valueInNamespace(
  { body }: TSESTree.TSModuleDeclaration,
  name: string,
): TSESTree.Expression | undefined | null {
  for (const statement of isBlock(body) ? body.body : []) {
    const declared = statement.type === "ExportNamedDeclaration" ? statement.declaration : undefined;
    if (declared?.type !== "VariableDeclaration" || declared.kind !== "const") continue;
    const declarator = declared.declarations.find(({ id }) => isName(id, name));
    if (declarator) return declarator.init;
  }
  return undefined;
}

/** In some trees `namespace A.B` is one inside of the other. */
function isBlock(body: TSESTree.Node | undefined): body is TSESTree.TSModuleBlock {
  return body?.type === "TSModuleBlock";
}

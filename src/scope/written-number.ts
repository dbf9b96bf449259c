import type { TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { constantValue, variableOf } from "./variables.ts";

/**
 * The number that an expression is, written where it stands, in a constant, or in a static constant of a class that
 * is named; `undefined` where that is not known.
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

/** `Poller.DELAY`. */
function staticValue(
  sourceCode: SourceCode,
  member: TSESTree.MemberExpression,
): TSESTree.Expression | undefined | null {
  const definition = variableOf(sourceCode, unwrap(member.object))?.defs[0];
  if (definition?.type !== "ClassName") return undefined;
  for (const element of definition.node.body.body) {
    if (element.type !== "PropertyDefinition" || !element.static || element.computed) continue;
    const { key } = element;
    const name = key.type === "PrivateIdentifier" ? `#${key.name}` : key.type === "Identifier" ? key.name : undefined;
    if (name === undefined || name !== memberName(member)) continue;
    return element.readonly || constantCase.test(name) ? element.value : undefined;
  }
  return undefined;
}

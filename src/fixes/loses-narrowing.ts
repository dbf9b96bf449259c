import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../ast/functions.ts";
import { ownNodes } from "../ast/own-nodes.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin } from "../ast/statement-list.ts";
import { readsOf, variableOf } from "../scope/variables.ts";
import { typeSyntaxOf } from "./text/type-syntax.ts";

/**
 * Would a function in these statements know less of a variable's type in a `try`? It knows what a test has told where
 * no assignment comes behind it, and TypeScript takes the end of a `try` for the place of those in it.
 */
export function losesNarrowing(sourceCode: SourceCode, statements: readonly TSESTree.Statement[]): boolean {
  if (typeSyntaxOf(sourceCode) === "none") return false;
  const isInside = (node: TSESTree.Node): boolean => statements.some((statement) => isWithin(node, statement));
  return statements
    .flatMap((statement) => ownNodes(sourceCode, statement))
    .flatMap((node) => targetOf(node) ?? [])
    .flatMap((target) => ownNodes(sourceCode, target))
    .some((name) => {
      const variable = variableOf(sourceCode, name);
      if (!variable?.references.some((each) => each.identifier === name && each.isWrite())) return false;
      const home = enclosingFunction(name);
      const isOuter = variable.defs.every((definition) => !isInside(definition.name));
      return isOuter && readsOf(variable).some((read) => isInside(read) && enclosingFunction(read) !== home);
    });
}

/** What is given another value there: a name, a pattern, or a declaration, whose names are none from outside. */
function targetOf(node: TSESTree.Node): TSESTree.Node | undefined {
  switch (node.type) {
    case "AssignmentExpression":
    case "ForInStatement":
    case "ForOfStatement":
      return node.left;
    case "UpdateExpression":
      return node.argument;
    default:
      return undefined;
  }
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import type { Edit } from "./fix.ts";
import { rangeInParentheses } from "./text/in-parentheses.ts";
import { semicolon } from "./text/semicolon.ts";
import { typeSyntaxOf } from "./text/type-syntax.ts";

/** Declarations taken out of a run of statements, which keeps the assignments. */
export interface Split {
  /** The names, for a title. */
  readonly names: readonly string[];
  readonly declarations: readonly string[];
  readonly edits: readonly Edit[];
}

/**
 * `const user = await load(ctx);` → `let user;` before the run, and `user = await load(ctx);` in it, for each
 * declaration of names that must be seen behind the run.
 *
 * @returns `undefined` for names of classes, functions and types, for several declarators in one declaration, for a
 * pattern with a type, and for a name without one that a closure uses or that has a literal: TypeScript would not know
 * its type there, or take it for any text or number
 */
export function declareBefore(
  sourceCode: SourceCode,
  variables: readonly TSESLint.Scope.Variable[],
): Split | undefined {
  const declarations = new Set(
    variables.map(({ defs }) => defs[0]!).map((def) => (def.type === "Variable" ? def.node.parent : null)),
  );
  const parts = [...declarations].map((each) =>
    each?.type === "VariableDeclaration" ? split(sourceCode, each) : null,
  );
  if (!parts.every((part) => part !== null)) return undefined;
  return {
    names: parts.flatMap(({ names }) => names),
    declarations: parts.flatMap((part) => part.declarations),
    edits: parts.flatMap(({ edits }) => edits),
  };
}

function split(sourceCode: SourceCode, declaration: TSESTree.VariableDeclaration): Split | null {
  const { id, init } = declaration.declarations[0];
  if (!init || declaration.declarations.length > 1) return null;
  const end = semicolon(sourceCode, declaration);
  const [start, stop] = rangeInParentheses(sourceCode, init);
  const hasComments = sourceCode.getCommentsInside(declaration).some(({ range }) => range[0] < start);
  if (hasComments) return null;
  const variables = sourceCode.getDeclaredVariables(declaration);
  if (!id.typeAnnotation && variables.some(isUsedInClosure)) return null;
  const isConst = declaration.kind === "const" && typeSyntaxOf(sourceCode) !== "none";
  if (isConst && !id.typeAnnotation && id.type === "Identifier" && isLiteral(init)) return null;
  const names = variables.map(({ name }) => name);
  const before: TSESTree.Range = [declaration.range[0], start];
  if (id.type === "Identifier") {
    const edits = [{ range: before, text: `${id.name} = ` }];
    return { names, declarations: [`let ${sourceCode.getText(id)}${end}`], edits };
  }
  if (id.typeAnnotation) return null;
  const isObject = id.type === "ObjectPattern";
  const open = `${isObject ? "(" : ""}${sourceCode.getText(id)} = `;
  const edits: Edit[] = [{ range: before, text: open }];
  if (isObject) edits.push({ range: [stop, stop], text: ")" });
  return { names, declarations: [`let ${names.join(", ")}${end}`], edits };
}

/** May a value be one that is written, as `"a"` of `ok ? "a" : other`? A constant has just that for its type. */
function isLiteral(value: TSESTree.Expression): boolean {
  switch (value.type) {
    case "Literal":
      return /^(?:string|number|bigint|boolean)$/.test(typeof value.value);
    case "TemplateLiteral":
      return value.expressions.length === 0;
    case "UnaryExpression":
      return /^[-+]$/.test(value.operator) && isLiteral(value.argument);
    case "ConditionalExpression":
      return isLiteral(value.consequent) || isLiteral(value.alternate);
    case "LogicalExpression":
      return isLiteral(value.left) || isLiteral(value.right);
    default:
      return false;
  }
}

function isUsedInClosure({ scope, references }: TSESLint.Scope.Variable): boolean {
  return references.some(({ from }) => from.variableScope !== scope.variableScope);
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isNothing } from "../../ast/nothing.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { unwrap } from "../../ast/transparent.ts";
import type { Variable } from "../../scope/variables.ts";
import { typeSyntaxOf } from "../text/type-syntax.ts";

/** What may stand in the type of a variable for the id of a timer; a name without dots is the author's own. */
const idType =
  /^(?:ReturnType<typeof [\w.]+>|Parameters<typeof [\w.]+>\[0\]|NodeJS\.Timeout|[A-Z]\w*|number|any|undefined|null)$/;

/**
 * What `clearTimeout` is given of a variable that is there already: its name, and where it may be `null`, which that
 * does not take, `undefined` instead.
 *
 * @returns `undefined` where its type has something else in it: `false`, `unknown`, `NodeJS.Timer`
 */
export function argumentOfClear(sourceCode: SourceCode, { name, defs: [def] }: Variable): string | undefined {
  const declarator = def?.type === "Variable" ? def.node : undefined;
  if (typeSyntaxOf(sourceCode) === "none" || !declarator) return name;
  const annotation = declarator.id.typeAnnotation?.typeAnnotation;
  const parts = annotation ? typesIn(sourceCode, annotation) : declarator.init ? valuesIn(declarator.init) : [];
  if (parts.includes("unknown")) return undefined;
  return parts.includes("null") ? `${name} ?? undefined` : name;
}

function typesIn(sourceCode: SourceCode, type: TSESTree.TypeNode): string[] {
  const types = type.type === "TSUnionType" ? type.types : [type];
  return types.map((each) => {
    const text = sourceCode.getText(each);
    return idType.test(text) ? text : "unknown";
  });
}

/** What a value without a type may be besides the id: `null`, or what `ms && setTimeout(…)` has of its left side. */
function valuesIn(value: TSESTree.Expression): string[] {
  const node = unwrap(value) as TSESTree.Expression;
  if (node.type === "ConditionalExpression") return [...valuesIn(node.consequent), ...valuesIn(node.alternate)];
  if (node.type === "LogicalExpression")
    return node.operator === "&&" ? ["unknown"] : [...valuesIn(node.left), ...valuesIn(node.right)];
  if (node.type === "Literal" && node.raw !== "null" && typeof node.value !== "number") return ["unknown"];
  return isNothing(node) && node.type === "Literal" ? ["null"] : [];
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isCallNamed } from "../../../ast/names.ts";
import { unwrap } from "../../../ast/transparent.ts";

/** The promises of a list that is written where it is raced, through `...(p ? [p] : [])` and `.filter(Boolean)` too. */
export function racersOf({ arguments: [list] }: TSESTree.CallExpression): TSESTree.Expression[] {
  return list ? elementsOf(list) : [];
}

function elementsOf(list: TSESTree.Node): TSESTree.Expression[] {
  return alternativesOf(list).flatMap((each) => {
    if (each.type === "ArrayExpression") return each.elements.flatMap((element) => (element ? elementOf(element) : []));
    const callee = isCallNamed(each, "filter") ? unwrap(each.callee) : undefined;
    return callee?.type === "MemberExpression" ? elementsOf(callee.object) : [];
  });
}

function elementOf(element: TSESTree.Expression | TSESTree.SpreadElement): TSESTree.Expression[] {
  return element.type === "SpreadElement" ? elementsOf(element.argument) : [element];
}

/** What an expression may stand for: each branch of a condition. */
export function alternativesOf(expression: TSESTree.Node): TSESTree.Node[] {
  const node = unwrap(expression);
  if (node.type === "ConditionalExpression") return [node.consequent, node.alternate].flatMap(alternativesOf);
  if (node.type !== "LogicalExpression") return [node];
  return (node.operator === "&&" ? [node.right] : [node.left, node.right]).flatMap(alternativesOf);
}

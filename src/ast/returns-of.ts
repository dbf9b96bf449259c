import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "./functions.ts";

/** The `return` statements of a function itself, in the order of the text. */
export function returnsOf(fn: FunctionNode): TSESTree.ReturnStatement[] {
  return fn.body.type === "BlockStatement" ? returnsIn(fn.body) : [];
}

/** What a function gives: the values of its `return`s, in the order of the text, or the expression that an arrow is. */
export function resultsOf(fn: FunctionNode): TSESTree.Expression[] {
  return fn.body.type === "BlockStatement" ? returnsIn(fn.body).flatMap(({ argument }) => argument ?? []) : [fn.body];
}

const statementKeys = ["body", "block", "handler", "finalizer", "consequent", "alternate", "cases"] as const;

function returnsIn(node: TSESTree.Node): TSESTree.ReturnStatement[] {
  if (node.type === "ReturnStatement") return [node];
  if (isFunction(node) || node.type.startsWith("Class")) return [];
  return statementKeys.flatMap((key) => {
    const value = (node as unknown as Partial<Record<string, TSESTree.Node | TSESTree.Node[] | null>>)[key];
    return [value ?? []].flat().flatMap(returnsIn);
  });
}

import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../../ast/transparent.ts";
import type { Knowledge } from "./knowledge.ts";

/** Is it a list that begins with an element: `[a, b]`, not `[...a]`? */
export function isFilled(list: TSESTree.Node): boolean {
  const node = unwrap(list);
  const [first] = node.type === "ArrayExpression" ? node.elements : [];
  return !!first && first.type !== "SpreadElement";
}

/** Is a list known to have an element: as it is written there, or by what the analysis knows of its name? */
export function isSurelyFilled({ hasElement }: Pick<Knowledge, "hasElement">, list: TSESTree.Node): boolean {
  return isFilled(list) || hasElement?.(list) === true;
}

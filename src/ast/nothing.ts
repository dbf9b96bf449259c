import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "./transparent.ts";

/** Is it written as `null` or `undefined`, with types around it or not? */
export function isNothing(value: TSESTree.Node): boolean {
  const node = unwrap(value);
  return node.type === "Literal" ? node.raw === "null" : node.type === "Identifier" && node.name === "undefined";
}

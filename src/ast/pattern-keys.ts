import type { TSESTree } from "@typescript-eslint/utils";
import { propertyName } from "./names.ts";

/** Where a name stands in what is taken apart. */
export interface PatternKeys {
  /** The whole pattern, or the name itself where nothing is taken apart. */
  readonly pattern: TSESTree.Node;
  /** The keys that lead to the name: `a`, `b` in `{ a: { b } }`, `1` in `[, second]`; of `...rest` none. */
  readonly keys: readonly string[];
}

/** The pattern around a name, and the way to the name in it. A key that is computed is left out. */
export function findPatternKeys(name: TSESTree.Node): PatternKeys {
  const keys: string[] = [];
  let pattern = name;
  for (let { parent } = name; parent && isOfPattern(parent, pattern); { parent } = parent) {
    const key = keyOf(parent, pattern);
    if (key !== undefined) keys.unshift(key);
    pattern = parent;
  }
  return { pattern: pattern.type === "AssignmentPattern" ? pattern.left : pattern, keys };
}

function isOfPattern(parent: TSESTree.Node, part: TSESTree.Node): boolean {
  if (parent.type === "AssignmentPattern") return parent.left === part;
  if (parent.type === "Property") return parent.value === part;
  return parent.type === "ObjectPattern" || parent.type === "ArrayPattern" || parent.type === "RestElement";
}

function keyOf(parent: TSESTree.Node, part: TSESTree.Node): string | undefined {
  if (parent.type === "Property") return propertyName(parent);
  if (parent.type !== "ArrayPattern" || part.type === "RestElement") return undefined;
  return String(parent.elements.indexOf(part as TSESTree.DestructuringPattern));
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isPropertyNamed } from "../../../ast/names.ts";
import { findPattern } from "../../../ast/patterns.ts";

/**
 * Is the result of an `await` taken apart into a value and an error, `[user, err] = await load()` or
 * `{ data, error } = await query()`? Such functions report their failures that way and are not rejected: a convention
 * of Go-like code bases, kept by result types and some clients.
 */
export function yieldsErrorAsValue(node: TSESTree.AwaitExpression): boolean {
  const pattern = findPattern(node);
  if (pattern?.type === "ArrayPattern") {
    const names = pattern.elements.map((element) => (element?.type === "Identifier" ? element.name : ""));
    return names.length > 1 && names.some((name) => errorWord.test(name));
  }
  return pattern !== undefined && pattern.properties.some((each) => isPropertyNamed(each, /^err(?:or)?$/));
}

const errorWord = /^_?err(?:or)?\d*$|Err(?:or)?\d*$/;

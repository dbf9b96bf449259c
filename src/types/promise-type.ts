import type * as ts from "typescript";
import type { Typed } from "./ask-type.ts";

/** `native`: a `Promise` of the platform; `thenable`: something else with a `then`. */
export type PromiseSort = "native" | "thenable";

/**
 * What the type says of a promise.
 *
 * @returns `"none"` for a type that is surely no promise; `undefined` when it may be one or not (`any`, a union)
 */
export function promiseSortOfType({ type, checker }: Typed): PromiseSort | "none" | undefined {
  const parts = type.isUnion() ? type.types : [type];
  const sorts = new Set(parts.map((part) => sortOf(part, checker)));
  return sorts.size === 1 ? [...sorts][0] : undefined;
}

function sortOf(type: ts.Type, checker: ts.TypeChecker): PromiseSort | "none" | undefined {
  if ("intrinsicName" in type && /^(?:any|unknown|error)$/.test(String(type.intrinsicName))) return undefined;
  const isOpen = type.isTypeParameter() && !checker.getBaseConstraintOfType(type);
  if (isOpen) return undefined;
  if (!checker.getApparentType(type).getProperty("then")) return "none";
  return type.symbol?.name === "Promise" ? "native" : "thenable";
}

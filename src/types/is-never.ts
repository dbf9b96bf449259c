import type { Typed } from "./ask-type.ts";

/** Is it the type `never`? Known by the name its intrinsic type has: flags are TypeScript's, which we never import. */
export function isNever({ type }: Typed): boolean {
  return "intrinsicName" in type && type.intrinsicName === "never";
}

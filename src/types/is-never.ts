import type { Typed } from "./type-of.ts";

/** Is it the type `never`? Found by its name, since the flags are TypeScript's own and we never import it. */
export function isNever({ type, checker }: Typed): boolean {
  return checker.typeToString(type) === "never";
}

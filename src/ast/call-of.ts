import type { TSESTree } from "@typescript-eslint/utils";
import { outermost } from "./transparent.ts";

/** The call whose callee a value is: `f()` of `f`, `a.b!()` of `a.b`; `undefined` for any other use of it. */
export function callOf(value: TSESTree.Node): TSESTree.CallExpression | undefined {
  const callee = outermost(value);
  const { parent } = callee;
  return parent?.type === "CallExpression" && parent.callee === callee ? parent : undefined;
}

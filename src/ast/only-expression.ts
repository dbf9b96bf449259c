import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "./transparent.ts";
import type { FunctionNode } from "./functions.ts";

/** What a function does, if that is one expression: `() => stop()`, `() => { stop(); }`, `() => { return stop(); }`. */
export function onlyExpressionOf({ body }: FunctionNode): TSESTree.Node | undefined {
  const statements = body.type === "BlockStatement" ? body.body : [body];
  const [only] = statements;
  if (!only || statements.length > 1) return undefined;
  if (only.type === "ReturnStatement") return only.argument ? unwrap(only.argument) : undefined;
  return unwrap(only.type === "ExpressionStatement" ? only.expression : only);
}

import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { calleeWord } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { outermost } from "../../../ast/transparent.ts";
import type { Variable } from "../../../scope/variables.ts";

/** Where a variable is aborted, `controller.abort()`, looked up once: thousands of listeners may name it. */
export const abortsOf: (variable: Variable) => TSESTree.Node[] = oncePer(({ references }: Variable) =>
  references.flatMap(({ identifier }) => (isAborting(identifier) ? (identifier as TSESTree.Node) : [])),
);

/** `controller.abort(…)` */
function isAborting(identifier: TSESTree.Node): boolean {
  const { parent } = outermost(identifier);
  const call = parent.type === "MemberExpression" ? callOf(parent) : undefined;
  return call !== undefined && calleeWord(call) === "abort";
}

import type { FunctionNode } from "../../../ast/functions.ts";
import { isNothing } from "../../../ast/nothing.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { variableOf, type Variable } from "../../../scope/variables.ts";

/** The variable that a function is assigned to, if that is given no other: `let stop = null; … stop = () => …`. */
export function onlyHolder(sourceCode: SourceCode, fn: FunctionNode): Variable | undefined {
  const { parent } = outermost(fn);
  const holder = parent.type === "AssignmentExpression" ? variableOf(sourceCode, parent.left) : undefined;
  const writes = holder?.references.filter((each) => each.isWrite() && !(each.writeExpr && isNothing(each.writeExpr)));
  return writes?.length === 1 ? holder : undefined;
}

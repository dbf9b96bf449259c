import type { TSESTree } from "@typescript-eslint/utils";
import { isSameText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { assignedValues } from "../../../scope/assigned-values.ts";
import { isExportOf, originOf } from "../../../scope/origin.ts";
import { initOf, variableOf } from "../../../scope/variables.ts";
import { valuesOfMember } from "../functions/values-of-member.ts";

/** Is it a process that is started here: `const child = spawn(command)`, `this.child = fork(file)`? */
export function isStartedProcess(sourceCode: SourceCode, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  const values = valuesOf(sourceCode, node).map(unwrap);
  // `{ child: this.child }` hands it on.
  const started = values.filter((each) => each.type !== "Literal" && !isSameText(sourceCode, each, node));
  return started.length > 0 && started.every((each) => startsProcess(sourceCode, each));
}

function valuesOf(sourceCode: SourceCode, node: TSESTree.Node): readonly TSESTree.Node[] {
  if (node.type === "MemberExpression") return valuesOfMember(sourceCode, node);
  const variable = variableOf(sourceCode, node);
  const init = variable && initOf(variable);
  return init ? [init] : ((variable && assignedValues(variable)) ?? []);
}

/** `spawn(command)` of `node:child_process`, and the others there that give a process. */
export function startsProcess(sourceCode: SourceCode, made: TSESTree.Node): boolean {
  return (
    made.type === "CallExpression" &&
    isExportOf(originOf(sourceCode, made.callee), "child_process", ["spawn", "exec", "execFile", "fork"])
  );
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { plainText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { takesBack } from "../../../ast/takes-back.ts";
import { unwrap } from "../../../ast/transparent.ts";

/**
 * Is a function taken away from what it was given to, and that is not the signal: `child.off("exit", end)` beside
 * `child.on("exit", end)`? That says nothing of the signal it also listens to.
 */
export function isTakenBack(
  sourceCode: SourceCode,
  identifier: TSESTree.Node,
  { references, signal }: { references: readonly TSESLint.Scope.Reference[]; signal: TSESTree.Node },
): boolean {
  const taking = callGiven(identifier);
  if (!taking || !takesBack(taking)) return false;
  const receiver = receiverOf(sourceCode, taking);
  if (receiver === undefined || receiver === plainText(sourceCode, signal)) return false;
  return references.some((each) => {
    const call = callGiven(each.identifier);
    return call && !takesBack(call) && receiverOf(sourceCode, call) === receiver;
  });
}

function receiverOf(sourceCode: SourceCode, { callee }: TSESTree.CallExpression): string | undefined {
  const method = unwrap(callee);
  return method.type === "MemberExpression" ? plainText(sourceCode, method.object) : undefined;
}

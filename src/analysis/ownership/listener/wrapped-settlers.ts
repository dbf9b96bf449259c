import { callGiven } from "../../../ast/calls.ts";
import { calleeMatches } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import type { Variable } from "../../../scope/variables.ts";

/**
 * What a promise is settled with besides the function of its executor: `const settle = once(resolve)`, and the parts of
 * `const { resolve: done, claim } = createResolveOnce(resolve)`.
 *
 * It goes by the name of what wraps it: most that are given a settler call it at an end of their own.
 */
export function wrappedSettlers(sourceCode: SourceCode, { references }: Variable): Variable[] {
  return references.flatMap(({ identifier }) => {
    const call = callGiven(identifier);
    if (!call || !calleeMatches(call, wrapper)) return [];
    const { parent } = outermost(call);
    return parent.type === "VariableDeclarator" ? sourceCode.getDeclaredVariables(parent) : [];
  });
}

const wrapper = /^(?:create|make)?(?:once|single|(?:resolve|reject|settle|call|run)(?:r|er)?Once)$/i;

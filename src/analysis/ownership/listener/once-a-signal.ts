import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { receiverOf } from "../../../ast/members.ts";
import { isCallNamed } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { isOnlyWithout } from "../../../ast/only-without.ts";
import { isSameText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { assignedValues } from "../../../scope/assigned-values.ts";
import { readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import type { AbortListener } from "../signals/abort-listener.ts";

/**
 * Does each signal get a listener once, however often it comes: `if (!known.has(signal)) { known.set(signal, own);
 * signal.addEventListener(…); }`? What it acts on is kept for the signal, and goes with it. That a signal is taken out
 * again, and comes back, is not looked for.
 */
export function isOncePerSignal(sourceCode: SourceCode, { node, signal }: AbortListener): boolean {
  const variable = variableOf(sourceCode, signal);
  return (variable ? entriesOf(variable) : []).some(({ list, statement }) => {
    const isBeside = isWithin(node, statement.parent);
    return isBeside && isOnlyWithout(node, (test) => asksFor(sourceCode, test, { list, signal }));
  });
}

/** Where a signal is put into a list: `known.set(signal, own)`, `known.add(signal)`. Thousands may listen to one. */
const entriesOf = oncePer((variable: Variable) =>
  readsOf(variable).flatMap((read) => {
    const call = callGiven(read);
    const list =
      call && isCallNamed(call, /^(?:set|add)$/) && call.arguments[0] === outermost(read) && receiverOf(call);
    const statement = call && outermost(call).parent;
    return list && statement?.type === "ExpressionStatement" ? [{ list, statement }] : [];
  }),
);

interface Entry {
  readonly list: TSESTree.Node;
  readonly signal: TSESTree.Node;
}

/** `known.has(signal)`, `known.get(signal)`, or the name of what that gave. */
function asksFor(sourceCode: SourceCode, test: TSESTree.Node, entry: Entry): boolean {
  const node = unwrap(test);
  const variable = variableOf(sourceCode, node);
  if (variable) return assignedValues(variable)?.some((value) => isAsked(sourceCode, value, entry)) === true;
  return isAsked(sourceCode, node, entry);
}

function isAsked(sourceCode: SourceCode, value: TSESTree.Node, { list, signal }: Entry): boolean {
  const call = unwrap(value);
  if (!isCallNamed(call, /^(?:has|get)$/) || !call.arguments[0]) return false;
  const receiver = receiverOf(call);
  return (
    receiver !== undefined &&
    isSameText(sourceCode, receiver, list) &&
    isSameText(sourceCode, call.arguments[0], signal)
  );
}

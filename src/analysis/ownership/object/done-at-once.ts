import type { TSESTree } from "@typescript-eslint/utils";
import { calleeMatches } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { isSameText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import type { Field } from "./field.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { eventsOf } from "./own-events.ts";

/**
 * Does an event do at once what the timer in the field would have done later: it calls its callback, or makes the one
 * call that this makes? `clearTimeout(this.t); if (now) this.save(); else this.t = setTimeout(() => this.save(), 500)`
 * goes on with the work either way.
 *
 * It does not see that the callback sets something as well.
 */
export function isDoneAtOnce(file: TracedFile, field: Field, node: TSESTree.Node): boolean {
  if (node.type !== "CallExpression") return false;
  const { callbacks, calls } = laterOf(file, field);
  const fn = ownFunctionAt(file.sourceCode, node.callee);
  return (fn !== undefined && callbacks.has(fn)) || calls.some((call) => isSameCall(file.sourceCode, call, node));
}

/** The callbacks of the timers in a field, and the calls that are all they do. */
const laterOf = oncePer((file: TracedFile, { arms }: Field) => {
  const { sourceCode } = file;
  const given = arms.flatMap(({ acquisition: { node } }) => node.arguments[0] ?? []);
  const callbacks = new Set(given.flatMap((each) => ownFunctionAt(sourceCode, each) ?? []));
  const calls = [...callbacks].flatMap((fn) => {
    const made = eventsOf(sourceCode, fn).flatMap((each) =>
      each.type === "CallExpression" && !calleeMatches(each, incidental) ? [each] : [],
    );
    return made.length === 1 ? made : [];
  });
  return { callbacks, calls };
});

/** Calls that are hardly what a timer is for. */
const incidental = /^(?:clear(?:Timeout|Interval)|debug|error|info|log|now|trace|warn)$/;

function isSameCall(sourceCode: SourceCode, a: TSESTree.CallExpression, b: TSESTree.CallExpression): boolean {
  return (
    a.arguments.length === b.arguments.length &&
    isSameText(sourceCode, a.callee, b.callee) &&
    a.arguments.every((argument, index) => isSameText(sourceCode, argument, b.arguments[index]!))
  );
}

import type { TSESTree } from "@typescript-eslint/utils";
import { calleeMatches } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { plainText } from "../../../ast/plain-text.ts";
import type { TracedFile } from "../tracing/claim.ts";
import type { Field } from "./field.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { eventsOf } from "./own-events.ts";

/**
 * Does an event do at once what the timer in the field would have done later: it calls its callback, or what that
 * calls? `clearTimeout(this.t); if (now) this.save(); else this.t = setTimeout(() => this.save(), 500)` goes on with
 * the work either way.
 *
 * It does not see that the callback does more than this call, nor what the call is given.
 */
export function isDoneAtOnce(file: TracedFile, field: Field, node: TSESTree.Node): boolean {
  if (node.type !== "CallExpression") return false;
  const { functions, callees } = laterOf(file, field);
  const fn = ownFunctionAt(file.sourceCode, node.callee);
  return (fn !== undefined && functions.has(fn)) || callees.has(plainText(file.sourceCode, node.callee));
}

/** The callbacks of the timers in a field, and what they call, as it is written. */
const laterOf = oncePer((file: TracedFile, { arms }: Field) => {
  const { sourceCode } = file;
  const given = arms.flatMap(({ acquisition: { node } }) => node.arguments[0] ?? []);
  const functions = new Set(given.flatMap((each) => ownFunctionAt(sourceCode, each) ?? []));
  const events = [...functions].flatMap((fn) => eventsOf(sourceCode, fn));
  const callees = events.flatMap((each) =>
    each.type === "CallExpression" && !calleeMatches(each, incidental) ? plainText(sourceCode, each.callee) : [],
  );
  return { functions, callees: new Set(callees) };
});

/** Calls that are hardly what a timer is for. */
const incidental = /^(?:clear(?:Timeout|Interval)|debug|error|info|log|now|trace|warn)$/;

import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { oncePer } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { spend } from "../../bounded.ts";
import { activationOf } from "../functions/deferred.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import type { Field } from "./field.ts";
import { eventsOf } from "./own-events.ts";

/** A function and all functions of this file that it runs, at once or by calls of calls. */
export const runBy: (file: TracedFile, fn: FunctionNode) => ReadonlySet<FunctionNode> = oncePer((file, fn) => {
  const run = new Set([fn]);
  for (const each of run) {
    spend(1);
    for (const callee of calleesOf(file, each)) run.add(callee);
  }
  return run;
});

const calleesOf = oncePer((file: TracedFile, fn: FunctionNode) => [
  ...new Set(eventsOf(file.sourceCode, fn).flatMap((event) => calledBy(file, event) ?? [])),
]);

/** The function of this file that an event calls, if it is known. */
export function calledBy({ sourceCode }: TracedFile, event: TSESTree.Node): FunctionNode | undefined {
  return event.type === "CallExpression" ? calleeOf(event, sourceCode) : undefined;
}

/** Kept, since a walk of paths comes by each call many times. */
const calleeOf = oncePer((call: TSESTree.CallExpression, sourceCode: SourceCode) =>
  ownFunctionAt(sourceCode, call.callee),
);

/** Does a function stop the timer in the field, itself or by what it calls? */
export function releases(file: TracedFile, field: Field, fn: FunctionNode): boolean {
  return runsAny(file, fn, releaseEvents(field));
}

const releaseEvents = oncePer(
  (field: Field): ReadonlySet<TSESTree.Node> =>
    new Set(field.uses.filter(({ kind }) => kind === "release").map(({ event }) => event)),
);

/** Is any of these events one of a function, or of what it calls? */
export function runsAny(file: TracedFile, fn: FunctionNode, wanted: ReadonlySet<TSESTree.Node>): boolean {
  const run = runBy(file, fn);
  for (const root of rootsOf(wanted)) if (run.has(root)) return true;
  return false;
}

/** The functions that events stand in. */
const rootsOf = oncePer(
  (events: ReadonlySet<TSESTree.Node>): ReadonlySet<FunctionNode> =>
    new Set([...events].map(activationOf).filter((root) => isFunction(root))),
);

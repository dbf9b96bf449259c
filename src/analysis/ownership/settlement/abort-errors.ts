import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf } from "../../../ast/calls.ts";
import { catchAround } from "../../../ast/catch-around.ts";
import { memberOf } from "../../../ast/members.ts";
import { isMemberNamed, isPropertyNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { activationOf } from "../functions/deferred.ts";
import { destinyOf } from "../outcomes/promise-destiny.ts";
import type { Sign } from "./sign.ts";

/** How the errors of aborted work are known: `error.name === "AbortError"`, `error === signal.reason`. */
const abortWords: readonly string[] = ["AbortError", "ABORT_ERR", "isAbortError", "isCancel", "reason"];

/** What a reason may be that says nothing of it: any error is one. */
const anyError = /\b(?:new|Error|DOMException)\b/g;

/**
 * What the errors look like that tell of an abort, in each `catch` around work that was given the signal: they are of
 * this signal if that is given alone, and to nothing but what is awaited there.
 *
 * It does not see: options in a variable, and work that is waited for elsewhere.
 *
 * @param aborts all that aborts the controller
 */
export function errorsOfAbort(sourceCode: SourceCode, controller: Variable, aborts: readonly TSESTree.Node[]): Sign[] {
  const works = readsOf(controller).flatMap((read) => worksOf(sourceCode, read));
  if (works.includes(undefined)) return [];
  const reasons = aborts.flatMap((abort) => callOf(memberOf(abort)!)?.arguments[0] ?? []);
  const values = [...abortWords, ...reasons.map((reason) => sourceCode.getText(reason).replaceAll(anyError, ""))];
  return works.flatMap((work) => {
    const variable = work && variableOf(sourceCode, catchAround(work)?.param);
    return variable ? { variable, values } : [];
  });
}

/** The work that a read of the controller gives the signal to; `undefined` for what else may get it. */
function worksOf(sourceCode: SourceCode, controller: TSESTree.Node): (TSESTree.Node | undefined)[] {
  const { parent } = outermost(controller);
  if (parent.type === "VariableDeclarator" && parent.id.type === "ObjectPattern")
    return sourceCode.getDeclaredVariables(parent).flatMap((taken) => worksOfName(sourceCode, taken));
  const member = memberOf(controller);
  if (!isMemberNamed(member, "signal")) return [];
  const declarator = outermost(member).parent;
  const named = declarator.type === "VariableDeclarator" ? variableOf(sourceCode, declarator.id) : undefined;
  return named ? worksOfName(sourceCode, named) : workGiven(sourceCode, member);
}

function worksOfName(sourceCode: SourceCode, signal: Variable): (TSESTree.Node | undefined)[] {
  return readsOf(signal).flatMap((read) => workGiven(sourceCode, read));
}

/** `await fetch(url, { signal })`, `await run(signal)`; nothing where the signal is only asked. */
function workGiven(sourceCode: SourceCode, signal: TSESTree.Node): (TSESTree.Node | undefined)[] {
  if (memberOf(signal)) return [];
  const { parent } = outermost(signal);
  const call = callGiven(isPropertyNamed(parent, "signal") ? parent.parent : signal);
  if (!call) return [undefined];
  return [destinyOf(sourceCode, call, activationOf(call)).kind === "awaited" ? call : undefined];
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isDiscarded } from "../../../ast/discarded.ts";
import { callOf } from "../../../ast/calls.ts";
import { calleeWord, isReaction } from "../../../ast/names.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { canReject } from "../outcomes/rejection.ts";
import { isTakenBack, takesBackOnly } from "./taken-back.ts";
import type { Trace, Value } from "./trace.ts";

/** Callees that keep what they are given, by their name: ownership, not a loan. */
const takesOver =
  /^(?:track|add|register|release|close|push|set|use|adopt|defer|keep|manage|own|attach|store|save|enqueue|emit|resolve)(?:[A-Z]\w*)?$/;

/** A value given to a call: a release, a reaction of a promise, a loan, or an escape. */
export function passArgument(trace: Trace, call: TSESTree.CallExpression, node: TSESTree.Node, value: Value): void {
  const { path, closure } = value;
  const word = calleeWord(call);
  const isFunctionValue = path.length === 0 && (closure || trace.acquisition.resource.release.by !== "argument");
  if (isFunctionValue && isReaction(call)) return passReaction(trace, call, node, value, word);
  if (isNamedIn(trace.settings.releases, trace, call) || releasesItsArgument(trace, value, word))
    return trace.release(call, value);
  if (isNamedIn(trace.settings.keeps, trace, call)) return trace.escape(call, value, "passed");
  if (isFunctionValue && isOnlyLent(trace, call, node)) return;
  if (!isFunctionValue && isAwaited(call) && !takesOver.test(word ?? "")) {
    trace.loans.push({ node: call, value });
    return;
  }
  trace.escape(call, value, closure ? "captured" : "passed");
}

/** A cancel function that holds something, given to somebody for the time of the work alone. */
function isOnlyLent(
  { acquisition: { resource }, sourceCode }: Trace,
  call: TSESTree.CallExpression,
  node: TSESTree.Node,
): boolean {
  if (resource.kind !== "context" || resource.holds.length === 0) return false;
  return isTakenBack(sourceCode, call, node) || takesBackOnly(sourceCode, call, node);
}

function releasesItsArgument({ acquisition }: Trace, { path, closure }: Value, word: string | undefined): boolean {
  const { release } = acquisition.resource;
  return !closure && path.length === 0 && release.by === "argument" && release.of.includes(word ?? "");
}

function isNamedIn(
  names: readonly string[] | undefined,
  { sourceCode }: Trace,
  call: TSESTree.CallExpression,
): boolean {
  return names !== undefined && names.includes(sourceCode.getText(unwrap(call.callee)));
}

/** `p.finally(f)` always runs `f`; `p.then(f)` only when `p` is fulfilled, `p.catch(f)` only when it is rejected. */
function passReaction(
  trace: Trace,
  call: TSESTree.CallExpression,
  node: TSESTree.Node,
  value: Value,
  word: string | undefined,
): void {
  const { onCall } = value;
  if (onCall === "escape") return trace.escape(call, value, "captured");
  const callee = unwrap(call.callee);
  const isSure = callee.type === "MemberExpression" && word === "then" && !canReject(trace.sourceCode, callee.object);
  if (word === "finally" || isSure || isFallback(trace, call)) return trace.release(call, value);
  const when = word === "catch" || call.arguments[1] === node ? "rejected" : "fulfilled";
  trace.release(call, value, when);
  if (when === "rejected") return;
  const settled = awaitOf(call);
  if (settled) trace.release(settled, value);
}

/**
 * Nobody waits for the promise that a one-shot is stopped after: it is what happens if the promise is late, or never
 * fulfilled.
 */
function isFallback(trace: Trace, call: TSESTree.CallExpression): boolean {
  const user = outermost(call).parent;
  const next = user.type === "MemberExpression" ? callOf(user) : undefined;
  if (next) return isFallback(trace, next);
  return trace.acquisition.resource.expires === true && isDiscarded(call);
}

/** The `await` at the end of a promise chain that starts with this call. */
function awaitOf(call: TSESTree.CallExpression): TSESTree.Node | undefined {
  const parent = outermost(call).parent;
  if (parent.type === "AwaitExpression") return parent;
  const next = parent.type === "MemberExpression" ? callOf(parent) : undefined;
  return next && isReaction(next) ? awaitOf(next) : undefined;
}

function isAwaited(call: TSESTree.CallExpression): boolean {
  return outermost(call).parent.type === "AwaitExpression";
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Loop } from "../../../ast/loops.ts";
import { rootOf } from "../../../ast/members.ts";
import { isMemberOf, isReaction, memberMatches, memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { assignedValues } from "../../../scope/assigned-values.ts";
import { initOf, variableOf } from "../../../scope/variables.ts";
import { activationOf } from "../functions/deferred.ts";
import { isDeferredObject, makesDeferred, promiseOfDeferred } from "./deferred-object.ts";
import { namesEnd, promisesEnd } from "./end-names.ts";
import { isKeptForLater } from "./kept-for-later.ts";
import type { Lifetime } from "./lifetime.ts";
import { isAbortHelper, isOnceEnded } from "./once-ended.ts";
import { findOwnField } from "../functions/own-field.ts";
import { alternativesOf } from "./racers.ts";

/**
 * Why a raced promise lives longer than the turns of a loop: it is the same one in each, and its end is not the work at
 * hand; `undefined` where nothing says so. A promise of work that was started before the loop will settle soon.
 */
export function findLifetime(sourceCode: SourceCode, racer: TSESTree.Node, loop: Loop): Lifetime | undefined {
  for (const node of alternativesOf(racer)) {
    const lifetime = lifetimeOf(sourceCode, node, loop);
    if (lifetime) return lifetime;
  }
  return undefined;
}

function lifetimeOf(sourceCode: SourceCode, node: TSESTree.Node, loop: Loop): Lifetime | undefined {
  switch (node.type) {
    case "CallExpression":
      return lifetimeOfCall(sourceCode, node, loop);
    case "MemberExpression":
      return lifetimeOfMember(sourceCode, node, loop);
    case "Identifier":
      return lifetimeOfVariable(sourceCode, node, loop);
    default:
      return undefined;
  }
}

/** `ctx.done()` gives the same promise every time; `once(signal, "abort")` adds a listener with each call. */
function lifetimeOfCall(sourceCode: SourceCode, call: TSESTree.CallExpression, loop: Loop): Lifetime | undefined {
  const callee = unwrap(call.callee);
  const [argument] = call.arguments;
  if (callee.type === "MemberExpression") {
    if (isReaction(call)) return findLifetime(sourceCode, callee.object, loop);
    if (!argument && promisesEnd(memberName(callee) ?? ""))
      return isSteady(sourceCode, callee.object, loop) ? "done" : undefined;
  }
  const listens = isOnceEnded(call) || isAbortHelper(call);
  return listens && argument && isSteady(sourceCode, argument, loop) ? "once" : undefined;
}

/** Is it the same object in every turn? */
function isSteady(sourceCode: SourceCode, expression: TSESTree.Node, loop: Loop): boolean {
  const node = rootOf(expression);
  if (node.type === "ThisExpression" || node.type === "Super") return true;
  const variable = variableOf(sourceCode, node);
  return variable !== undefined && isUnwrittenIn(variable, loop);
}

function isUnwrittenIn(variable: TSESLint.Scope.Variable, loop: Loop): boolean {
  const { references } = variable;
  return !isOfTurn(variable, loop) && references.every((each) => !each.isWrite() || !isWithin(each.identifier, loop));
}

/** The one value that a variable has: of its declaration, or given to it before the loop, in the same function. */
function valueBefore(variable: TSESLint.Scope.Variable | undefined, loop: Loop): TSESTree.Expression | undefined {
  if (!variable) return undefined;
  const [value, ...more] = assignedValues(variable) ?? [];
  if (!value || more.length > 0) return initOf(variable);
  return activationOf(value) === activationOf(loop) && value.range[1] < loop.range[0] ? value : initOf(variable);
}

function isOfTurn({ defs }: TSESLint.Scope.Variable, loop: Loop): boolean {
  return defs.some(({ name }) => isWithin(name, loop));
}

function lifetimeOfMember(sourceCode: SourceCode, member: TSESTree.MemberExpression, loop: Loop): Lifetime | undefined {
  const name = memberName(member);
  if (name === undefined || !isSteady(sourceCode, member.object, loop)) return undefined;
  const object = unwrap(member.object);
  if (object.type === "Identifier" && promiseOfDeferred.test(name))
    return isDeferredObject(valueBefore(variableOf(sourceCode, object), loop)) ? "deferred" : undefined;
  if (object.type === "MemberExpression" && promiseOfDeferred.test(name))
    return isDeferredField(sourceCode, object) ? "field" : undefined;
  const field = object.type === "ThisExpression" ? findOwnField(sourceCode, member, name) : undefined;
  if (field?.changes) return undefined;
  const isEnd = namesEnd(name) || (field?.value !== undefined && isKeptForLater(sourceCode, field.value));
  return isEnd ? "field" : undefined;
}

/** `this.#stopped` of `this.#stopped.promise`, made once with the object. */
function isDeferredField(sourceCode: SourceCode, member: TSESTree.MemberExpression): boolean {
  const name = memberName(member);
  const isOwn = name !== undefined && unwrap(member.object).type === "ThisExpression";
  const field = isOwn ? findOwnField(sourceCode, member, name) : undefined;
  return field?.value !== undefined && !field.changes && makesDeferred(field.value);
}

function lifetimeOfVariable(sourceCode: SourceCode, node: TSESTree.Identifier, loop: Loop): Lifetime | undefined {
  const variable = variableOf(sourceCode, node);
  const definition = variable?.defs[0];
  if (!variable || !definition) return undefined;
  const init = initOf(variable);
  // `const done = ctx.done()` in the loop: another name for what is the same in every turn.
  if (isOfTurn(variable, loop)) return init && findLifetime(sourceCode, init, loop);
  if (!isUnwrittenIn(variable, loop)) return undefined;
  if (definition.type === "Parameter") return namesEnd(node.name) ? "parameter" : "unknown";
  if (definition.type === "ImportBinding") return "unknown";
  const value = valueBefore(variable, loop);
  return value && lifetimeOfValue(sourceCode, variable, { init: value, loop });
}

/** The lifetime of a promise that was made before the loop. */
function lifetimeOfValue(
  sourceCode: SourceCode,
  { scope }: TSESLint.Scope.Variable,
  { init, loop }: { init: TSESTree.Expression; loop: Loop },
): Lifetime | undefined {
  const values = alternativesOf(init);
  if (values.every(isSettled)) return undefined;
  if (values.some((value) => isKeptForLater(sourceCode, value) || makesDeferred(value))) return "deferred";
  // A variable that stands for another one, or for `ctx.done()`.
  const through = findLifetime(sourceCode, init, loop);
  if (through && through !== "unknown") return through;
  return scope.type === "module" || scope.type === "global" ? "module" : through;
}

/** `Promise.resolve(x)`: there is nothing left to wait for. */
function isSettled(value: TSESTree.Node): boolean {
  if (value.type !== "CallExpression") return false;
  const callee = unwrap(value.callee);
  return isMemberOf(callee, "Promise") && memberMatches(callee, /^(?:resolve|reject)$/);
}

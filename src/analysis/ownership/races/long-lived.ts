import type { TSESTree } from "@typescript-eslint/utils";
import type { Loop } from "../../../ast/loops.ts";
import { rootOf } from "../../../ast/members.ts";
import { isMemberOf, isReaction, memberMatches, memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { assignedValues } from "../../../scope/assigned-values.ts";
import { initOf, variableOf, type Variable } from "../../../scope/variables.ts";
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
  return lifetimeIn({ sourceCode, loop, asked: new Set() }, racer);
}

/** One search, in the turns of a loop. */
interface Turns {
  readonly sourceCode: SourceCode;
  readonly loop: Loop;
  /** The variables that were looked into: `var a = b, b = a`. */
  readonly asked: Set<Variable>;
}

function lifetimeIn(turns: Turns, racer: TSESTree.Node): Lifetime | undefined {
  for (const node of alternativesOf(racer)) {
    const lifetime = lifetimeOf(turns, node);
    if (lifetime) return lifetime;
  }
  return undefined;
}

function lifetimeOf(turns: Turns, node: TSESTree.Node): Lifetime | undefined {
  switch (node.type) {
    case "CallExpression":
      return lifetimeOfCall(turns, node);
    case "MemberExpression":
      return lifetimeOfMember(turns, node);
    case "Identifier":
      return lifetimeOfVariable(turns, node);
    default:
      return undefined;
  }
}

/** `ctx.done()` gives the same promise every time; `once(signal, "abort")` adds a listener with each call. */
function lifetimeOfCall(turns: Turns, call: TSESTree.CallExpression): Lifetime | undefined {
  const callee = unwrap(call.callee);
  const [argument] = call.arguments;
  if (callee.type === "MemberExpression") {
    if (isReaction(call)) return lifetimeIn(turns, callee.object);
    if (!argument && promisesEnd(memberName(callee) ?? "")) return isSteady(turns, callee.object) ? "done" : undefined;
  }
  const listens = isOnceEnded(call) || isAbortHelper(call);
  return listens && argument && isSteady(turns, argument) ? "once" : undefined;
}

/** Is it the same object in every turn? */
function isSteady(turns: Turns, expression: TSESTree.Node): boolean {
  const node = rootOf(expression);
  if (node.type === "ThisExpression" || node.type === "Super") return true;
  const variable = variableOf(turns.sourceCode, node);
  return variable !== undefined && isUnwrittenIn(variable, turns.loop);
}

function isUnwrittenIn(variable: Variable, loop: Loop): boolean {
  const { references } = variable;
  return !isOfTurn(variable, loop) && references.every((each) => !each.isWrite() || !isWithin(each.identifier, loop));
}

/** The one value that a variable has: of its declaration, or given to it before the loop, in the same function. */
function valueBefore(variable: Variable | undefined, loop: Loop): TSESTree.Expression | undefined {
  if (!variable) return undefined;
  const [value, ...more] = assignedValues(variable) ?? [];
  if (!value || more.length > 0) return initOf(variable);
  return activationOf(value) === activationOf(loop) && value.range[1] < loop.range[0] ? value : initOf(variable);
}

function isOfTurn({ defs }: Variable, loop: Loop): boolean {
  return defs.some(({ name }) => isWithin(name, loop));
}

function lifetimeOfMember(turns: Turns, member: TSESTree.MemberExpression): Lifetime | undefined {
  const { sourceCode, loop } = turns;
  const name = memberName(member);
  if (name === undefined || !isSteady(turns, member.object)) return undefined;
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

function lifetimeOfVariable(turns: Turns, node: TSESTree.Identifier): Lifetime | undefined {
  const { sourceCode, loop, asked } = turns;
  const variable = variableOf(sourceCode, node);
  const definition = variable?.defs[0];
  if (!variable || !definition || asked.has(variable)) return undefined;
  asked.add(variable);
  const init = initOf(variable);
  // `const done = ctx.done()` in the loop: another name for what is the same in every turn.
  if (isOfTurn(variable, loop)) return init && lifetimeIn(turns, init);
  if (!isUnwrittenIn(variable, loop)) return undefined;
  if (definition.type === "Parameter") return namesEnd(node.name) ? "parameter" : "unknown";
  if (definition.type === "ImportBinding") return "unknown";
  const value = valueBefore(variable, loop);
  return value && lifetimeOfValue(turns, variable, value);
}

/** The lifetime of a promise that was made before the loop. */
function lifetimeOfValue(turns: Turns, { scope }: Variable, init: TSESTree.Expression): Lifetime | undefined {
  const values = alternativesOf(init);
  if (values.every(isSettled)) return undefined;
  if (values.some((value) => isKeptForLater(turns.sourceCode, value) || makesDeferred(value))) return "deferred";
  // A variable that stands for another one, or for `ctx.done()`.
  const through = lifetimeIn(turns, init);
  if (through && through !== "unknown") return through;
  return scope.type === "module" || scope.type === "global" ? "module" : through;
}

/** `Promise.resolve(x)`: there is nothing left to wait for. */
function isSettled(value: TSESTree.Node): boolean {
  if (value.type !== "CallExpression") return false;
  const callee = unwrap(value.callee);
  return isMemberOf(callee, "Promise") && memberMatches(callee, /^(?:resolve|reject)$/);
}

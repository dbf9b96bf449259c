import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { memberMatches, propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { parameterOf } from "../../../scope/parameters.ts";
import { constantValue, isConstant, readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { makesDeferred, promiseOfDeferred } from "../races/deferred-object.ts";
import { keeperOf, keptSettlersOf, settlersOf } from "../functions/executor.ts";
import { promiseOf } from "../../../ast/executor.ts";

/** A promise that is settled from beside its executor. */
export interface DeferredPromise {
  /** The expression that makes the promise together with what settles it. */
  readonly made: TSESTree.Node;
  /** The expressions whose value is the promise: every one in the file. */
  readonly promises: readonly TSESTree.Node[];
  /** The variables with its resolve, its reject, or an object that has them in it. */
  readonly variables: readonly Variable[];
  /** Where one of these is named, other than to keep it in another: `done.resolve` of an object. */
  readonly settlers: readonly TSESTree.Node[];
  /** The variables that hold its reject, and nothing else. */
  readonly rejecting: readonly Variable[];
}

/**
 * The promise that a variable settles: one that an executor puts its resolve or its reject into, or an object with
 * them; `const d = new Deferred()`; a part of `const { resolve, promise } = Promise.withResolvers()`.
 *
 * It does not see what is kept in a member, and variables that are given several values.
 */
export function deferredPromiseOf(sourceCode: SourceCode, variable: Variable): DeferredPromise | undefined {
  return ofObject(variable) ?? takenApart(sourceCode, variable) ?? ofExecutor(sourceCode, variable);
}

function ofObject(variable: Variable): DeferredPromise | undefined {
  const made = constantValue(variable);
  if (!made || !(makesDeferred(made) || (made.type === "NewExpression" && isReadByParts(variable)))) return undefined;
  const promises = readsOf(variable).flatMap((each) => memberAt(each, promiseOfDeferred) ?? []);
  return { made, promises, variables: [variable], settlers: readsOf(variable).flatMap(settlerOfObject), rejecting: [] };
}

function takenApart(sourceCode: SourceCode, variable: Variable): DeferredPromise | undefined {
  const [definition] = variable.defs;
  const made = definition?.type === "Variable" ? definition.node.init : undefined;
  if (definition?.type !== "Variable" || !made || !makesDeferred(made)) return undefined;
  const pattern = definition.node.id;
  if (pattern.type !== "ObjectPattern" || !isConstant(variable)) return undefined;
  const parts = (names: RegExp): Variable[] =>
    pattern.properties.flatMap((each) => {
      const isPart = each.type === "Property" && names.test(propertyName(each) ?? "");
      return (isPart && variableOf(sourceCode, each.value)) || [];
    });
  const variables = parts(settling);
  if (!variables.includes(variable)) return undefined;
  return {
    made,
    promises: parts(promiseOfDeferred).flatMap(readsOf),
    variables,
    settlers: variables.flatMap(readsOf),
    rejecting: parts(/^reject$/),
  };
}

const settling = /^(?:resolve|reject)$/;

function ofExecutor(sourceCode: SourceCode, variable: Variable): DeferredPromise | undefined {
  const [write, ...more] = variable.references.filter((each) => each.isWrite() && each.init !== true);
  const given = write && more.length === 0 && write.writeExpr ? unwrap(write.writeExpr) : undefined;
  const executor = given && executorThatKeeps(sourceCode, given);
  const made = executor && promiseOf(executor);
  const own = executor && settlersOf(sourceCode, executor);
  if (!given || !made || !own) return undefined;
  const { parent } = outermost(made);
  const target = parent.type === "VariableDeclarator" ? variableOf(sourceCode, parent.id) : undefined;
  const isObject = given.type === "ObjectExpression";
  const kept = [...keptSettlersOf(sourceCode, own), ...(isObject ? [] : [variable])];
  const names = [...new Set([...own, ...kept])].flatMap(readsOf);
  const settlers = names.filter((each) => !keeperOf(each) && !(isObject && isWithin(each, given)));
  return {
    made,
    promises: target ? readsOf(target) : [made],
    variables: [...own, ...kept, variable],
    settlers: [...settlers, ...(isObject ? readsOf(variable).flatMap(settlerOfObject) : [])],
    rejecting: parameterOf(sourceCode, given)?.index === 1 ? [variable] : [],
  };
}

/** The executor whose resolve or reject a value is, or has in it. */
function executorThatKeeps(sourceCode: SourceCode, value: TSESTree.Node): FunctionNode | undefined {
  const values = value.type === "ObjectExpression" ? value.properties : [value];
  for (const each of values) {
    const named = each.type === "Property" ? unwrap(each.value) : each;
    const parameter = parameterOf(sourceCode, named);
    if (parameter && promiseOf(parameter.fn)) return parameter.fn;
  }
  return undefined;
}

/** `done.resolve` where the object is named for that, nothing for its other members, and else the object. */
function settlerOfObject(identifier: TSESTree.Node): TSESTree.Node[] {
  return memberOf(identifier) ? [memberAt(identifier, settling) ?? []].flat() : [identifier];
}

/** Is an object asked for nothing but what a deferred has? Then it is one, and nobody else has it. */
export function isReadByParts(variable: Variable): boolean {
  return readsOf(variable).every((read) => memberAt(read, parts) !== undefined);
}

const parts = /^(?:promise|await|resolve|reject|is[A-Z]\w*)$/;

/** The member of these names that is asked for of a name. */
export function memberAt(identifier: TSESTree.Node, names: RegExp): TSESTree.Node | undefined {
  const member = memberOf(identifier);
  return member && memberMatches(member, names) ? member : undefined;
}

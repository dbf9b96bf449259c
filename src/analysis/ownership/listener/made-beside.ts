import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { isFunction } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { memberMatches, propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { endsStream } from "../../../resources/catalog/signals/platform.ts";
import { constantValue, isConstant, readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { makesDeferred, promiseOfDeferred } from "../races/deferred-object.ts";
import { startsStream } from "./stream-start.ts";
import { keeperOf, keptSettlersOf, promiseOf, settlersOf } from "../settlement/timer-promise.ts";

/** A promise that is settled from beside its executor. */
export interface MadeBeside {
  /** The expression that makes the promise together with what settles it. */
  readonly made: TSESTree.Node;
  /** The expressions whose value is the promise. */
  readonly promises: readonly TSESTree.Node[];
  /** The variables with its resolve, its reject, or an object that has them in it. */
  readonly variables: readonly Variable[];
  /** Where one of these is named, other than to keep it in another: `done.resolve` of an object. */
  readonly settlers: readonly TSESTree.Node[];
  /** It is a stream, which its controller closes. */
  readonly isStream?: boolean;
}

/**
 * The promise, or the stream, that a variable settles: one that an executor puts its resolve or its reject into, or an
 * object with them; `const d = new Deferred()`; a part of `const { resolve, promise } = Promise.withResolvers()`.
 *
 * It does not see what is kept in a member, and variables that are given several values.
 */
export function madeBeside(sourceCode: SourceCode, variable: Variable): MadeBeside | undefined {
  return (
    ofObject(variable) ??
    takenApart(sourceCode, variable) ??
    ofExecutor(sourceCode, variable) ??
    ofStream(sourceCode, variable)
  );
}

function ofObject(variable: Variable): MadeBeside | undefined {
  const made = constantValue(variable);
  if (!made || !makesDeferred(made)) return undefined;
  const promises = readsOf(variable).flatMap((each) => memberAt(each, promiseOfDeferred) ?? []);
  return { made, promises, variables: [variable], settlers: readsOf(variable).flatMap(settlerOfObject) };
}

function takenApart(sourceCode: SourceCode, variable: Variable): MadeBeside | undefined {
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
  };
}

const settling = /^(?:resolve|reject)$/;

function ofExecutor(sourceCode: SourceCode, variable: Variable): MadeBeside | undefined {
  const [write, ...more] = variable.references.filter((each) => each.isWrite() && each.init !== true);
  const given = write && more.length === 0 && write.writeExpr ? unwrap(write.writeExpr) : undefined;
  const executor = given && executorThatKeeps(sourceCode, given);
  const made = executor && promiseOf(executor);
  const own = executor && settlersOf(sourceCode, executor);
  if (!given || !made || !own) return undefined;
  const { parent } = outermost(made);
  const target = parent?.type === "VariableDeclarator" ? variableOf(sourceCode, parent.id) : undefined;
  const isObject = given.type === "ObjectExpression";
  const kept = [...keptSettlersOf(sourceCode, own), ...(isObject ? [] : [variable])];
  const names = [...new Set([...own, ...kept])].flatMap(readsOf);
  const settlers = names.filter((each) => !keeperOf(each) && !(isObject && isWithin(each, given)));
  return {
    made,
    promises: target ? readsOf(target) : [made],
    variables: [...own, ...kept, variable],
    settlers: [...settlers, ...(isObject ? readsOf(variable).flatMap(settlerOfObject) : [])],
  };
}

/** The controller of a stream, which its `start` is given and may keep in a variable, closes the stream. */
function ofStream(sourceCode: SourceCode, variable: Variable): MadeBeside | undefined {
  const kept = variable.references.filter((each) => each.isWrite());
  const given = kept.length === 1 && kept[0]!.writeExpr ? variableOf(sourceCode, kept[0]!.writeExpr) : undefined;
  const controller = [variable, ...(given ? [given] : [])].find((each) => startOf(each));
  const start = controller && startOf(controller);
  if (!start) return undefined;
  const variables = [...new Set([controller, variable])];
  const made = controller === variable ? start.body : outermost(start.parent).parent;
  const settlers = variables.flatMap(readsOf).flatMap((each) => memberAt(each, endsStream) ?? []);
  return { made, promises: [], variables, settlers, isStream: true };
}

/** The `start` of a stream whose first parameter a variable is. */
function startOf({ defs: [def] }: Variable): FunctionNode | undefined {
  if (def?.type !== "Parameter" || !isFunction(def.node) || def.node.params[0] !== def.name) return undefined;
  return startsStream(def.node) ? def.node : undefined;
}

/** The executor whose resolve or reject a value is, or has in it. */
function executorThatKeeps(sourceCode: SourceCode, value: TSESTree.Node): FunctionNode | undefined {
  const values = value.type === "ObjectExpression" ? value.properties : [value];
  for (const each of values) {
    const named = each.type === "Property" ? unwrap(each.value) : each;
    const parameter = variableOf(sourceCode, named)?.defs[0];
    if (parameter?.type === "Parameter" && isFunction(parameter.node) && promiseOf(parameter.node))
      return parameter.node;
  }
  return undefined;
}

/** `done.resolve` where the object is named for that, nothing for its other members, and else the object. */
function settlerOfObject(identifier: TSESTree.Node): TSESTree.Node[] {
  return memberOf(identifier) ? [memberAt(identifier, settling) ?? []].flat() : [identifier];
}

function memberAt(identifier: TSESTree.Node, names: RegExp): TSESTree.Node | undefined {
  const member = memberOf(identifier);
  return member && memberMatches(member, names) ? member : undefined;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { isMemberNamed, isPropertyNamed, memberMatches, memberName, propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { constantValue, isConstant, readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { makesDeferred, promiseOfDeferred } from "../races/deferred-object.ts";
import { promiseOf } from "./timer-promise.ts";

/** A function that settles a promise from beside its executor. */
export interface DeferredSettler {
  /** The expression that makes the promise together with this function. */
  readonly made: TSESTree.Node;
  /** The expressions whose value is the promise: every one in the file. */
  readonly promises: readonly TSESTree.Node[];
  /** It rejects. */
  readonly rejects: boolean;
}

/**
 * What a callee settles, in three forms: `const { promise, reject } = Promise.withResolvers()`, `d.reject` of a
 * `const d = new Deferred()`, and the reject of an executor that is kept: `new Promise((_, r) => { reject = r; })`.
 *
 * @returns `undefined` for anything else, and for an object that somebody else has too
 */
export function deferredSettlerAt(sourceCode: SourceCode, callee: TSESTree.Node): DeferredSettler | undefined {
  const node = unwrap(callee);
  if (node.type === "MemberExpression") return ofObject(sourceCode, node);
  const variable = variableOf(sourceCode, node);
  return variable && (takenApart(sourceCode, variable) ?? kept(sourceCode, variable));
}

/** The members of such an object that let nobody else wait for it. */
const members = /^(?:promise|await|resolve|reject|is[A-Z]\w*)$/;
const settlers = /^(?:resolve|reject)$/;

function ofObject(sourceCode: SourceCode, member: TSESTree.MemberExpression): DeferredSettler | undefined {
  const variable = variableOf(sourceCode, unwrap(member.object));
  const made = constantValue(variable);
  if (!variable || !made || !memberMatches(member, settlers)) return undefined;
  if (unwrap(made).type !== "NewExpression" && !makesDeferred(made)) return undefined;
  const promises: TSESTree.Node[] = [];
  for (const use of readsOf(variable).map((identifier) => outermost(identifier).parent)) {
    if (!isMemberNamed(use, members)) return undefined;
    if (memberMatches(use, promiseOfDeferred)) promises.push(use);
  }
  return { made, promises, rejects: memberName(member) === "reject" };
}

function takenApart(sourceCode: SourceCode, variable: Variable): DeferredSettler | undefined {
  const [definition] = variable.defs;
  const made = definition?.type === "Variable" ? definition.node.init : undefined;
  const property = definition?.name.parent;
  if (!made || !makesDeferred(made) || !isConstant(variable) || property?.type !== "Property") return undefined;
  const name = propertyName(property) ?? "";
  const pattern = property.parent;
  if (!settlers.test(name) || pattern.type !== "ObjectPattern") return undefined;
  const promise = pattern.properties.find((each) => isPropertyNamed(each, promiseOfDeferred));
  const target = variableOf(sourceCode, promise?.value);
  return target && isConstant(target) ? { made, promises: readsOf(target), rejects: name === "reject" } : undefined;
}

/** A variable that one executor puts one of its functions into, and nothing else does. */
function kept(sourceCode: SourceCode, variable: Variable): DeferredSettler | undefined {
  const [write, ...more] = variable.references.filter((each) => each.isWrite() && each.init !== true);
  const assignment = write?.identifier.parent;
  if (assignment?.type !== "AssignmentExpression" || more.length > 0) return undefined;
  const given = unwrap(assignment.right);
  const parameter = variableOf(sourceCode, given)?.defs[0];
  const executor = parameter?.type === "Parameter" && isFunction(parameter.node) ? parameter.node : undefined;
  const made = executor && promiseOf(executor);
  if (!parameter || !made) return undefined;
  const { parent } = outermost(made);
  const [target] = parent.type === "VariableDeclarator" ? sourceCode.getDeclaredVariables(parent) : [];
  const promises = target ? readsOf(target) : [made];
  return { made, promises, rejects: executor.params[1] === parameter.name };
}

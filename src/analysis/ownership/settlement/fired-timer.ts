import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { catchAround } from "../../../ast/catch-around.ts";
import { type FunctionNode } from "../../../ast/functions.ts";
import { methodCallOf } from "../../../ast/members.ts";
import { isName } from "../../../ast/names.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { isNothing } from "../../../ast/nothing.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { variableOf, type Variable } from "../../../scope/variables.ts";
import type { Condition } from "../../control-flow/graph.ts";
import type { Fired } from "../../obligations/fired.ts";
import { canReject } from "../outcomes/rejection.ts";
import type { RaceTimer } from "./race-timers.ts";
import type { TimerDeferred } from "./timer-deferred.ts";

/**
 * What shows that a timer was first: an `await` that nobody else can make reject; a test of a variable that its
 * callback assigns; a test of what the race gave, or of the error it was rejected with, that names what the callback
 * resolves or rejects with.
 */
export function findFired(sourceCode: SourceCode, timer: RaceTimer): Fired | undefined {
  const told = toldBy(timer);
  if (!told) return undefined;
  const awaits = [told.promise, ...timer.races.map(({ call }) => call)].flatMap((each) => awaitOf(sourceCode, each));
  const rejects = awaits.filter(({ argument }) => !canReject(sourceCode, argument, told.promise));
  const fn = functionAt(sourceCode, told.callback);
  const signs = [...(fn ? flagsOf(sourceCode, fn) : []), ...resultsOf(sourceCode, told, awaits)];
  return {
    rejects: new Set(rejects),
    says: (condition) => signs.some((sign) => tells(sourceCode, sign, condition)),
  };
}

/**
 * What shows that a timer has fired which settles no promise: a test of a variable that its callback alone sets to
 * something, `timedOut = true`.
 */
export function findFiredByFlag(sourceCode: SourceCode, callback: TSESTree.Node | undefined): Fired | undefined {
  const fn = callback && functionAt(sourceCode, callback);
  const flags = fn ? flagsOf(sourceCode, fn).filter(({ variable }) => isSetOnlyIn(fn, variable)) : [];
  if (flags.length === 0) return undefined;
  return { rejects: new Set(), says: (condition) => flags.some((flag) => tells(sourceCode, flag, condition)) };
}

/** Is nothing but a function ever giving the variable a value that is not false, `null` or the like? */
function isSetOnlyIn(fn: TSESTree.Node, { defs: [def], references }: Variable): boolean {
  if (def?.type !== "Variable") return false;
  return references.every(
    (each) => !each.isWrite() || isWithin(each.identifier, fn) || (each.writeExpr && isEmpty(unwrap(each.writeExpr))),
  );
}

/** `false`, `null`, `undefined`, `0` or `""`. */
function isEmpty(value: TSESTree.Node): boolean {
  return isNothing(value) || (value.type === "Literal" && !value.value);
}

/** The promise of a timer, and what that is settled with. */
type Told = Pick<TimerDeferred, "promise" | "callback" | "resolved" | "rejected">;

function toldBy({ promise, deferred }: RaceTimer): Told | undefined {
  if (!promise) return deferred;
  const { settlers, callback, timer } = promise;
  const [resolved, rejected] = [settlers[0], settlers[1]].map((settler) =>
    settler ? argumentsOf(settler, callback, timer) : [],
  );
  return { promise: promise.promise, callback, resolved: resolved ?? [], rejected: rejected ?? [] };
}

/** A variable, and the values that it has when the timer has fired. */
interface Sign {
  readonly variable: Variable;
  readonly values: readonly (TSESTree.Node | undefined)[];
}

/** The await of a promise, through a chain of reactions or a variable too. */
function awaitOf(sourceCode: SourceCode, promise: TSESTree.Node): TSESTree.AwaitExpression[] {
  const value = outermost(promise);
  const { parent } = value;
  if (parent.type === "AwaitExpression") return [parent];
  if (parent.type === "ConditionalExpression" || parent.type === "LogicalExpression")
    return awaitOf(sourceCode, parent);
  const reaction = methodCallOf(value);
  if (reaction) return awaitOf(sourceCode, reaction);
  if (parent.type !== "VariableDeclarator" || parent.id.type !== "Identifier") return [];
  const references = variableOf(sourceCode, parent.id)?.references ?? [];
  return references.flatMap(({ identifier }) => {
    const use = outermost(identifier).parent;
    return use.type === "AwaitExpression" ? use : [];
  });
}

/** The variables of others that a callback assigns. */
function flagsOf(sourceCode: SourceCode, fn: FunctionNode): Sign[] {
  const scope = sourceCode.scopeManager?.acquire(fn);
  return (scope?.through ?? []).flatMap(({ resolved, identifier }) => {
    const { parent } = identifier;
    const isWrite = parent.type === "AssignmentExpression" && parent.left === identifier;
    return isWrite && resolved ? { variable: resolved, values: [parent.right] } : [];
  });
}

/** The variables that get what the race gives, and those of the `catch` around it. */
function resultsOf(
  sourceCode: SourceCode,
  { resolved, rejected }: Told,
  awaits: readonly TSESTree.AwaitExpression[],
): Sign[] {
  return awaits.flatMap((each) => [
    ...signOf(sourceCode, targetOf(each), resolved),
    ...signOf(sourceCode, catchAround(each)?.param, rejected),
  ]);
}

function signOf(sourceCode: SourceCode, name: TSESTree.Node | undefined | null, values: Sign["values"]): Sign[] {
  const variable = variableOf(sourceCode, name);
  return variable && values.length > 0 ? [{ variable, values }] : [];
}

/** What the callback settles with; `undefined` stands for nothing at all. */
function argumentsOf(settler: Variable, callback: TSESTree.Node, timer: TSESTree.CallExpression): Sign["values"] {
  return settler.references.flatMap(({ identifier }) => {
    if (!isWithin(identifier, callback)) return [];
    if (identifier === unwrap(callback)) return [timer.arguments[2]];
    const call = callOf(identifier);
    return call ? [call.arguments[0]] : [];
  });
}

function targetOf(value: TSESTree.Node): TSESTree.Node | undefined {
  const { parent } = outermost(value);
  if (parent.type === "VariableDeclarator") return parent.id;
  if (parent.type === "AssignmentExpression") return parent.left;
  return parent.type === "ConditionalExpression" ? targetOf(parent) : undefined;
}

/** Does a condition say that the variable has one of these values? */
function tells(sourceCode: SourceCode, sign: Sign, { kind, node, test, holds }: Condition): boolean {
  const isAbout = sign.variable.references.some(({ identifier }) => isWithin(identifier, node));
  if (!isAbout || (kind !== "truthy" && kind !== "case")) return false;
  const asked = unwrap(node);
  if (kind === "truthy" && asked.type === "Identifier") return tellsByTruth(sign, holds);
  const isNegated = asked.type === "BinaryExpression" && asked.operator.startsWith("!");
  const text = sourceCode.getText(asked) + (test ? ` ${sourceCode.getText(test)}` : "");
  const words = wordsOf(text).filter((word) => word !== sign.variable.name);
  const given = sign.values.map((value) => (value ? sourceCode.getText(value) : "undefined null"));
  return holds !== isNegated && given.some((each) => wordsOf(each).some((word) => words.includes(word)));
}

/** `if (timedOut)`, `if (!result)`: only a value that is known tells. */
function tellsByTruth({ values }: Sign, holds: boolean): boolean {
  return values.some((value) => {
    if (!value) return !holds;
    const node = unwrap(value);
    if (node.type === "Literal") return Boolean(node.value) === holds;
    if (isName(node, "undefined")) return !holds;
    return node.type !== "NewExpression";
  });
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{ID_Continue}$]+/gu) ?? [];
}

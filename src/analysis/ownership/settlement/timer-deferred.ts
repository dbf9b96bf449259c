import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import { isName, memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { activationOf } from "../functions/deferred.ts";
import { deferredSettlerAt, type DeferredSettler } from "./deferred-settler.ts";
import { findRaces, type Race } from "./races.ts";
import { starterOf } from "./timer-starter.ts";

/** A promise that a timer settles from beside its executor, and that is there for one race only. */
export interface TimerDeferred {
  /** The promise as the race has it. */
  readonly promise: TSESTree.Node;
  readonly callback: TSESTree.Node;
  /** What the callback resolves and rejects with; `undefined` stands for nothing at all. */
  readonly resolved: readonly (TSESTree.Node | undefined)[];
  readonly rejected: readonly (TSESTree.Node | undefined)[];
  readonly race: Race;
  /** The function of its own that starts the timer, if there is one. */
  readonly starter: FunctionNode | undefined;
}

/**
 * The promise that a timer of the same function, or of one that it calls to start it, settles through a function kept
 * beside it: `setTimeout(() => late.reject(), ms)` with `Promise.race([work(), late.promise])`.
 *
 * @returns `undefined` for a timer that does something else too, and for a promise that anybody but one race waits for
 */
export function findTimerDeferred(sourceCode: SourceCode, timer: TSESTree.CallExpression): TimerDeferred | undefined {
  const [callback] = timer.arguments;
  const known = deferredSettledBy(sourceCode, timer);
  const [first] = known;
  const starter = first && starterOf(sourceCode, timer, first.made);
  if (!callback || !first || (!starter && activationOf(timer) !== activationOf(first.made))) return undefined;
  const uses = first.promises.filter((use) => !isGuarded(use));
  const races = uses.flatMap((use) => findRaces(sourceCode, use));
  const [promise] = uses;
  const [race] = races;
  if (!promise || !race || uses.length > 1 || races.length > 1) return undefined;
  const givenBy = (rejects: boolean): TimerDeferred["resolved"] =>
    known.flatMap((each) => (each.rejects === rejects ? [each.given] : []));
  return { promise, callback, resolved: givenBy(false), rejected: givenBy(true), race, starter };
}

/** How a timer settles the one promise that it settles from beside; nothing for one that does something else too. */
export function deferredSettledBy(
  sourceCode: SourceCode,
  { arguments: [callback, , value] }: TSESTree.CallExpression,
): readonly (DeferredSettler & { readonly given: TSESTree.Node | undefined })[] {
  const settlements = callback && settlementsOf(sourceCode, callback, value);
  const known = settlements?.flatMap(({ callee, value: given }) => {
    const settler = deferredSettlerAt(sourceCode, callee);
    return settler ? { ...settler, given } : [];
  });
  if (!known || known.length !== settlements?.length) return [];
  return known.every(({ made }) => made === known[0]?.made) ? known : [];
}

/** `late.catch(() => {});` waits for nothing. */
function isGuarded(promise: TSESTree.Node): boolean {
  const { parent: member } = outermost(promise);
  if (member.type !== "MemberExpression" || memberName(member) !== "catch") return false;
  return callOf(member)?.parent.type === "ExpressionStatement";
}

interface Settlement {
  readonly callee: TSESTree.Node;
  readonly value: TSESTree.Node | undefined;
}

/** The calls of a callback that may be settlements; `undefined` for one that has other work to do as well. */
function settlementsOf(
  sourceCode: SourceCode,
  callback: TSESTree.Node,
  value: TSESTree.Node | undefined,
): readonly Settlement[] | undefined {
  const fn = functionAt(sourceCode, callback);
  if (!fn) return [{ callee: unwrap(callback), value }];
  return fn.body.type === "BlockStatement" ? ofStatements(fn.body.body) : ofExpression(fn.body);
}

function ofStatements(statements: readonly TSESTree.Statement[]): readonly Settlement[] | undefined {
  const all = statements.map(ofStatement);
  return all.every((each) => each !== undefined) ? all.flat() : undefined;
}

function ofStatement(statement: TSESTree.Statement): readonly Settlement[] | undefined {
  switch (statement.type) {
    case "BlockStatement":
      return ofStatements(statement.body);
    case "ExpressionStatement":
      return ofExpression(statement.expression);
    case "IfStatement":
      return statement.alternate ? undefined : ofStatement(statement.consequent);
    case "ReturnStatement":
      return statement.argument ? ofExpression(statement.argument) : [];
    case "VariableDeclaration":
      return statement.declarations.every(({ init }) => init && /^(?:New|Literal|Template)/.test(init.type))
        ? []
        : undefined;
    default:
      return undefined;
  }
}

/** A flag that is set and a line that is logged are no work. */
function ofExpression(expression: TSESTree.Expression): readonly Settlement[] | undefined {
  const node = unwrap(expression);
  if (node.type === "AssignmentExpression") return node.left.type === "Identifier" ? [] : undefined;
  if (node.type !== "CallExpression") return undefined;
  const callee = unwrap(node.callee);
  const base = callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
  return isName(base, "console") ? [] : [{ callee, value: node.arguments[0] }];
}

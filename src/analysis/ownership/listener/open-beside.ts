import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven, callOf, isArgument } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { rootOf } from "../../../ast/members.ts";
import { calleeMatches } from "../../../ast/names.ts";
import { someNode } from "../../../ast/some-node.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { takesBack } from "../../../ast/takes-back.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { mayAbort } from "../../../resources/catalog/signals/platform.ts";
import { functionAt, nameOfFunction } from "../../../scope/named-function.ts";
import { constantValue, readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import type { Leak } from "../../obligations/leak.ts";
import { activationOf } from "../functions/deferred.ts";
import { plainKnowledgeOf } from "../outcomes/knowledge.ts";
import { isHeardOfProcess } from "../settlement/heard-event.ts";
import { isUsedIn, variablesUsedIn } from "../functions/used-in.ts";
import { readAbortCall } from "../signals/abort-listener.ts";
import { bodiesOf } from "../functions/bodies-of.ts";
import { leaves } from "./leaves.ts";
import { isAtOnce } from "./listener-uses.ts";
import type { Listening } from "./listening.ts";
import { madeBeside, type MadeBeside } from "./made-beside.ts";
import { racesOfListener } from "./races-of-listener.ts";
import { isOver } from "./settled-listener.ts";
import { causeOf } from "./cause.ts";
import { isForGood } from "./set-up.ts";

/**
 * Where a promise or a stream of the same activation is settled by something else than a listener that was there to
 * settle it, or a race with it is over. Where the promise goes does not matter: it may be in a returned object.
 *
 * It does not see promises that a member keeps. A listener that also ends something which goes on behind the promise,
 * or may do so, has more to do: a child that is returned when it is ready, a server of the object.
 */
export function findOpenBeside(listening: Listening): Pick<Leak, "cause" | "at" | "owner"> | undefined {
  const { sourceCode, added, uses, owner } = listening;
  const { root } = owner;
  if (!isFunction(root) || uses.removals.length > 0) return undefined;
  const bodies = uses.fn ? bodiesOf(sourceCode, uses.fn, root) : new Set<FunctionNode>();
  const own = uses.fn || !uses.variable ? [] : [uses.variable];
  const named = new Set([...own, ...[...bodies].flatMap((body) => [...variablesUsedIn(sourceCode, body)])]);
  const isInside = (node: TSESTree.Node): boolean => [...bodies, added.listener].some((body) => isWithin(node, body));
  for (const variable of named) {
    const held = heldIn(sourceCode, variable);
    const beside = held ?? madeBeside(sourceCode, variable);
    if (!beside || activationOf(beside.made) !== root) continue;
    const isActing = held ? !readsOf(variable).every(isInside) : beside.settlers.some(isInside);
    if (!isActing || endsMore(sourceCode, bodies, listening, held && variable)) continue;
    const elsewhere = settledElsewhere(listening, beside, bodies);
    const at = elsewhere ? placeOf(elsewhere, beside) : raceOf(listening, beside);
    if (at) return { cause: causeOf(listening), at, owner: "settlement" };
  }
  return undefined;
}

/** What a part of an object settles that is made here for others too: `const task = { run, resolve, reject }`. */
function heldIn(sourceCode: SourceCode, variable: Variable): MadeBeside | undefined {
  const object = constantValue(variable);
  if (object?.type !== "ObjectExpression") return undefined;
  for (const part of object.properties) {
    const settler = part.type === "Property" ? variableOf(sourceCode, part.value) : undefined;
    const beside = settler && madeBeside(sourceCode, settler);
    if (beside) return beside;
  }
  return undefined;
}

/** A stream is told of by what closes it, also where that is the listener itself, which others call too. */
function placeOf(elsewhere: TSESTree.Node, { isStream, settlers }: MadeBeside): TSESTree.Node {
  return isStream && !settlers.includes(elsewhere) ? settlers[0]! : elsewhere;
}

/** Does a variable settle a promise that is waited for by itself, and that nothing but the listener settles? */
export function isSettledAlone(listening: Listening, variable: Variable): boolean {
  const { sourceCode, uses, owner } = listening;
  const beside = madeBeside(sourceCode, variable);
  if (!beside) return false;
  const bodies = uses.fn ? bodiesOf(sourceCode, uses.fn, owner.root) : new Set<FunctionNode>();
  const isWaitedFor = beside.promises.some((each) => /^(?:Await|Return)/.test(outermost(each).parent.type));
  return isWaitedFor && !settledElsewhere(listening, beside, bodies);
}

/** The race with the promise that ends the work of the function. */
function raceOf(
  { sourceCode, known, added, owner: { root } }: Listening,
  { promises }: MadeBeside,
): TSESTree.CallExpression | undefined {
  const knowledge = plainKnowledgeOf(sourceCode, known.settings);
  const races = promises.flatMap((promise) => racesOfListener(sourceCode, added, promise));
  return races.find(({ call }) => isOver(sourceCode, call, root, knowledge))?.call;
}

/** Where else the promise is settled, or whoever gets one of its settlers may do so. */
function settledElsewhere(
  { sourceCode, added, owner: { root } }: Listening,
  { settlers, variables }: MadeBeside,
  bodies: ReadonlySet<FunctionNode>,
): TSESTree.Node | undefined {
  const shared = [...bodies].flatMap((body) =>
    isUsedIn(sourceCode, body, variables) ? (nameOfFunction(sourceCode, body)?.references ?? []) : [],
  );
  return [...settlers, ...shared.map(({ identifier }) => identifier)].find(
    (each) =>
      ![...bodies, added.listener].some((body) => isWithin(each, body)) &&
      isGivenOrCalled(each) &&
      !isOfAbort(sourceCode, each, root) &&
      !(runsIn(each, root) && callOf(each) && (each.range[1] < added.node.range[0] || isAtOnce(callOf(each)))),
  );
}

/** Is a settler called, given to somebody, or put where others find it? */
function isGivenOrCalled(settler: TSESTree.Node): boolean {
  const call = callGiven(settler);
  if (call) return !takesBack(call);
  const value = outermost(settler);
  const { parent } = value;
  if (parent.type === "AssignmentExpression") return parent.right === value && parent.left.type === "MemberExpression";
  if (parent.type === "Property") return parent.value === value && parent.parent.type === "ObjectExpression";
  return callOf(settler) !== undefined || isArgument(settler) || parent.type === "ArrayExpression";
}

/** Does it stand in what listens for an abort, or for a signal of the process? It is not certain that work ends so. */
function isOfAbort(sourceCode: SourceCode, node: TSESTree.Node, root: TSESTree.Node): boolean {
  for (let at: TSESTree.Node | undefined = node; at && at !== root; at = at.parent) {
    const call = callGiven(at);
    if (call && (readAbortCall(sourceCode, call, "addEventListener") || isHeardOfProcess(at))) return true;
  }
  return false;
}

/**
 * Does the listener end something that may go on when the promise is settled?
 *
 * @param own what is over with the promise: to end that is nothing more
 */
function endsMore(
  sourceCode: SourceCode,
  bodies: ReadonlySet<FunctionNode>,
  { uses, added, owner: { root } }: Listening,
  own: Variable | undefined,
): boolean {
  const listener = uses.fn ?? added.listener;
  const goesOn = (node: TSESTree.Node): boolean => {
    const variable = variableOf(sourceCode, unwrap(node));
    if (!variable?.defs.some(({ name }) => runsIn(name, root))) return true;
    if (leaves(sourceCode, variable, root, listener) || isForGood(variable, listener)) return true;
    return variable.references.some(({ identifier }) => isArgument(identifier) && !isWithin(identifier, listener));
  };
  const isNamedOutside = (body: FunctionNode): boolean =>
    nameOfFunction(sourceCode, body)?.references.some(
      ({ identifier, init }) =>
        !init && !isAtOnce(callOf(identifier)) && ![added.node, ...bodies].some((each) => isWithin(identifier, each)),
    ) === true;
  // What others call too, to settle the promise, ends it then.
  const alone = [...bodies].filter((body) => !isNamedOutside(body));
  return alone.some((body) =>
    someNode(sourceCode, body.body, (node) => {
      if (node.type !== "CallExpression" || !calleeMatches(node, mayAbort)) return false;
      if (own && node.arguments.some((each) => variableOf(sourceCode, unwrap(each)) === own)) return false;
      const callee = unwrap(node.callee);
      if (callee.type === "MemberExpression") return goesOn(rootOf(callee));
      const fn = functionAt(sourceCode, callee);
      return !(fn && bodies.has(fn)) && (node.arguments.length === 0 || node.arguments.some(goesOn));
    }),
  );
}

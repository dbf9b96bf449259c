import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import { isMemberNamed, isName, memberMatches, memberName, propertyName } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { argumentAt } from "../../../scope/parameters.ts";
import { readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { isRace } from "../../../ast/is-race.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isOnlyAttended } from "./attended.ts";
import { findCalls } from "../functions/calls-of.ts";
import { comesOfWait, promiseSettledBy } from "./sleeper.ts";

/** A `Promise.race`, `Promise.any` or `select`, and the element of its list through which a promise takes part. */
export interface Race {
  readonly call: TSESTree.CallExpression;
  readonly racer: TSESTree.Node;
  /** Somebody else has the promise too, who may wait for it in the end, or stop it. */
  readonly isShared: boolean;
  /** The calls of functions that return the promise, through which it came to the race: the innermost first. */
  readonly through: readonly TSESTree.Node[];
}

/**
 * The races that a promise takes part in: in the list itself, through variables, reactions (`.then`, `.catch`), lists
 * that are raced later, and the calls of local functions and methods that return it.
 *
 * It does not see: a promise given to a method that races it, and calls from other files.
 *
 * @param within also the races inside of the file's functions that are given it. Not for timers: work that only sleeps
 * looks like one, and a race of two timers says nothing.
 */
export function findRaces(sourceCode: SourceCode, promise: TSESTree.Node, within?: "functions"): Race[] {
  const search: Search = { sourceCode, races: [], shared: new Set(), within };
  const seen = new Map<TSESTree.Node, Set<TSESTree.Node>>();
  const queue: Racing[] = [{ node: promise, list: false, racer: promise, made: { through: [] } }];
  for (const { list, racer, made, node } of queue) {
    const value = outermost(node);
    const through = seen.get(value) ?? new Set();
    if (through.has(list ? racer : value)) continue;
    seen.set(value, through.add(list ? racer : value));
    const next = list ? nextOfList(search, value, { racer, made }) : nextOf(search, value, made);
    if (next) queue.push(...next);
    else search.shared.add(made);
  }
  return search.races.map(({ made, ...race }) => ({ ...race, ...made, isShared: search.shared.has(made) }));
}

interface Search {
  readonly sourceCode: SourceCode;
  readonly races: (Pick<Race, "call" | "racer"> & Pick<Racing, "made">)[];
  /** The promises that somebody else has. */
  readonly shared: Set<Racing["made"]>;
  readonly within: "functions" | undefined;
}

/** A value that is the promise, or a list that has it as an element. */
interface Racing {
  readonly node: TSESTree.Node;
  readonly list: boolean;
  readonly racer: TSESTree.Node;
  /** Which promise it is: each call of a function that returns one makes another. */
  readonly made: Pick<Race, "through">;
}

/** Where a promise goes from here; `undefined` where somebody else gets it. */
function nextOf(search: Search, value: TSESTree.Node, made: Racing["made"]): Racing[] | undefined {
  const { sourceCode } = search;
  const { parent } = value;
  const same = (nodes: readonly TSESTree.Node[]): Racing[] =>
    nodes.map((node) => ({ node, list: false, racer: node, made }));
  const asResult = (calls: readonly TSESTree.Node[]): Racing[] | undefined => {
    const another = (node: TSESTree.Node): Racing["made"] => ({ through: [...made.through, node] });
    return calls.length > 0
      ? calls.map((node) => ({ node, list: false, racer: node, made: another(node) }))
      : undefined;
  };
  const settledAround = (reaction: TSESTree.Node): TSESTree.Node[] | undefined => {
    const promise = promiseSettledBy(sourceCode, reaction);
    return promise && [promise];
  };
  switch (parent?.type) {
    case "ArrayExpression":
      return [{ node: parent, list: true, racer: value, made }];
    // A case of a `select` over channels.
    case "Property":
      return propertyName(parent) === "channel" ? same([parent.parent]) : undefined;
    case "VariableDeclarator":
      return same(readsAt(sourceCode, parent.id));
    case "AssignmentExpression":
      return same([parent, ...readsAt(sourceCode, parent.left)]);
    case "MemberExpression": {
      const reaction = reactionOf(parent);
      return reaction && same([reaction]);
    }
    case "CallExpression":
      return nextOfArgument(search, parent, { racer: value, made });
    case "ConditionalExpression":
      return parent.test === value ? [] : same([parent]);
    case "LogicalExpression":
      return same([parent]);
    case "ReturnStatement":
      return asResult(settledAround(value) ?? callsOf(sourceCode, enclosingFunction(parent)));
    case "ArrowFunctionExpression":
      return asResult(settledAround(value) ?? findCalls(sourceCode, parent));
    case "AwaitExpression":
      return asResult(comesOfWait(sourceCode, parent));
    case "ExpressionStatement":
      return asResult(settledAround(value) ?? []) ?? [];
    default:
      return undefined;
  }
}

/** What happens to a list: it is raced, kept in a variable, spread into another one, or taken on a condition only. */
function nextOfList(
  { sourceCode, races }: Search,
  list: TSESTree.Node,
  { racer, made }: Pick<Racing, "racer" | "made">,
): Racing[] | undefined {
  const { parent } = list;
  const inList = (nodes: readonly TSESTree.Node[]): Racing[] =>
    nodes.map((node) => ({ node, list: true, racer, made }));
  switch (parent?.type) {
    case "CallExpression":
      if (parent.arguments[0] !== list || !(isRace(parent) || isSelect(parent))) return undefined;
      races.push({ call: parent, racer, made });
      return [];
    case "VariableDeclarator":
      return inList(readsOfList(sourceCode, parent.id));
    case "SpreadElement":
      return parent.parent.type === "ArrayExpression" ? inList([parent.parent]) : undefined;
    case "ConditionalExpression":
      return parent.test === list ? [] : inList([parent]);
    case "LogicalExpression":
      return inList([parent]);
    case "MemberExpression": {
      const copy = copyOf(parent);
      if (!copy) return isOnlyAttended(sourceCode, list) ? [] : undefined;
      return inList([copy]);
    }
    case "ForOfStatement":
      return isOnlyAttended(sourceCode, list) ? [] : undefined;
    default:
      return undefined;
  }
}

/** `racers.filter(Boolean)`: a list with the same promises in it, as far as they are there. */
function copyOf(member: TSESTree.MemberExpression): TSESTree.CallExpression | undefined {
  return memberMatches(member, /^(?:filter|concat|slice|flat)$/) ? callOf(member) : undefined;
}

/** goscript's `select`. */
function isSelect({ callee }: TSESTree.CallExpression): boolean {
  const member = unwrap(callee);
  return isMemberNamed(member, "selectStatement");
}

function readsAt(sourceCode: SourceCode, target: TSESTree.Node): TSESTree.Node[] {
  const variable = variableOf(sourceCode, target);
  return variable ? readsOf(variable) : [];
}

/** Where something may be done with what is in a list, other than to add to it and to count. */
function readsOfList(sourceCode: SourceCode, target: TSESTree.Node): readonly TSESTree.Node[] {
  const variable: Variable | undefined = variableOf(sourceCode, target);
  return variable ? takings(variable) : [];
}

const takings = oncePer((variable: Variable): readonly TSESTree.Node[] =>
  readsOf(variable).filter((read) => !isAdding(read)),
);

function isAdding(list: TSESTree.Node): boolean {
  const { parent } = outermost(list);
  return isMemberNamed(parent, /^(?:push|unshift|length)$/);
}

/** `p.then(…)` is settled no earlier than `p`, and takes its place; so does what is received from a channel. */
function reactionOf(member: TSESTree.MemberExpression): TSESTree.CallExpression | undefined {
  return memberMatches(member, /^(?:then|catch|finally|receive)$/) ? callOf(member) : undefined;
}

/**
 * `racers.push(p)` adds it to a list, `Promise.resolve(p)` is `p`, `$.chanRecv(c)` waits for the channel `c`, and
 * `clearTimeout(p)` does nothing.
 */
function nextOfArgument(
  { sourceCode, within }: Search,
  call: TSESTree.CallExpression,
  { racer, made }: Pick<Racing, "racer" | "made">,
): Racing[] | undefined {
  const callee = unwrap(call.callee);
  if (callee.type === "Identifier" && /^clear(?:Timeout|Interval)$/.test(callee.name)) return [];
  if (callee.type !== "MemberExpression") {
    const inside = within && readsInside(sourceCode, call, racer);
    return inside?.map((node) => ({ node, list: false, racer: node, made }));
  }
  const name = memberName(callee);
  const object = unwrap(callee.object);
  const isResolve = name === "resolve" && isName(object, "Promise");
  if (isResolve || name === "chanRecv") return [{ node: call, list: false, racer: call, made }];
  return name === "push"
    ? readsOfList(sourceCode, object).map((node) => ({ node, list: true, racer, made }))
    : undefined;
}

/** Where a function of the file names what a call gives it. */
function readsInside(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  given: TSESTree.Node,
): TSESTree.Node[] | undefined {
  const fn = functionAt(sourceCode, call.callee);
  const param = fn?.params[call.arguments.findIndex((each, index) => each === given && argumentAt(call, index))];
  return param?.type === "Identifier" ? readsAt(sourceCode, param) : undefined;
}

function callsOf(sourceCode: SourceCode, fn: TSESTree.Node): TSESTree.Node[] {
  return isFunction(fn) ? findCalls(sourceCode, fn) : [];
}

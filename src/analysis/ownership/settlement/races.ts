import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import { memberName, propertyName } from "../../../ast/names.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import { isRace } from "../../../ast/is-race.ts";
import { findCalls } from "./calls-of.ts";
import type { Variable } from "./uses.ts";

/** A `Promise.race`, `Promise.any` or `select`, and the element of its list through which a promise takes part. */
export interface Race {
  readonly call: TSESTree.CallExpression;
  readonly racer: TSESTree.Node;
}

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * The races that a promise takes part in: in the list itself, through variables, reactions (`.then`, `.catch`), lists
 * that are raced later, and the calls of local functions and methods that return it.
 *
 * It does not see: a promise given to a function of the file that races it, and calls from other files.
 */
export function findRaces(sourceCode: SourceCode, promise: TSESTree.Node): Race[] {
  const races: Race[] = [];
  const seen = new Map<TSESTree.Node, Set<TSESTree.Node>>();
  const queue: Racing[] = [{ node: promise, list: false, racer: promise }];
  for (const { node, list, racer } of queue) {
    const value = outermost(node);
    const through = seen.get(value) ?? new Set();
    if (through.has(list ? racer : value)) continue;
    seen.set(value, through.add(list ? racer : value));
    queue.push(...(list ? nextOfList(sourceCode, value, racer, races) : nextOf(sourceCode, value)));
  }
  return races;
}

/** A value that is the promise, or a list that has it as an element. */
interface Racing {
  readonly node: TSESTree.Node;
  readonly list: boolean;
  readonly racer: TSESTree.Node;
}

function nextOf(sourceCode: SourceCode, value: TSESTree.Node): Racing[] {
  const { parent } = value;
  const same = (nodes: readonly TSESTree.Node[]): Racing[] => nodes.map((node) => ({ node, list: false, racer: node }));
  switch (parent?.type) {
    case "ArrayExpression":
      return [{ node: parent, list: true, racer: value }];
    // A case of a `select` over channels.
    case "Property":
      return propertyName(parent) === "channel" ? same([parent.parent]) : [];
    case "VariableDeclarator":
      return same(readsOf(sourceCode, parent.id));
    case "AssignmentExpression":
      return same([parent, ...readsOf(sourceCode, parent.left)]);
    case "MemberExpression":
      return same(reactionOf(parent));
    case "CallExpression":
      return nextOfArgument(sourceCode, parent, value);
    case "ConditionalExpression":
      return parent.test === value ? [] : same([parent]);
    case "LogicalExpression":
      return same([parent]);
    case "ReturnStatement":
      return same(callsOf(sourceCode, enclosingFunction(parent)));
    case "ArrowFunctionExpression":
      return same(findCalls(sourceCode, parent));
    case "AwaitExpression":
      return same(callsOfSleeper(sourceCode, parent));
    default:
      return [];
  }
}

/** What happens to a list: it is raced, kept in a variable, spread into another one, or taken on a condition only. */
function nextOfList(sourceCode: SourceCode, list: TSESTree.Node, racer: TSESTree.Node, races: Race[]): Racing[] {
  const { parent } = list;
  const inList = (nodes: readonly TSESTree.Node[]): Racing[] => nodes.map((node) => ({ node, list: true, racer }));
  switch (parent?.type) {
    case "CallExpression":
      if (parent.arguments[0] === list && (isRace(parent) || isSelect(parent))) races.push({ call: parent, racer });
      return [];
    case "VariableDeclarator":
      return inList(readsOf(sourceCode, parent.id));
    case "SpreadElement":
      return parent.parent.type === "ArrayExpression" ? inList([parent.parent]) : [];
    case "ConditionalExpression":
      return parent.test === list ? [] : inList([parent]);
    case "LogicalExpression":
      return inList([parent]);
    case "MemberExpression":
      return parent.object === list ? inList(copyOf(parent)) : [];
    default:
      return [];
  }
}

/** `racers.filter(Boolean)`: a list with the same promises in it, as far as they are there. */
function copyOf(member: TSESTree.MemberExpression): TSESTree.Node[] {
  return /^(?:filter|concat|slice|flat)$/.test(memberName(member) ?? "") ? calledAs(member) : [];
}

/** goscript's `select`. */
function isSelect({ callee }: TSESTree.CallExpression): boolean {
  const member = unwrap(callee);
  return member.type === "MemberExpression" && memberName(member) === "selectStatement";
}

function readsOf(sourceCode: SourceCode, target: TSESTree.Node): TSESTree.Node[] {
  const variable: Variable | undefined = variableOf(sourceCode, target);
  return variable?.references.flatMap((each) => (each.isRead() ? each.identifier : [])) ?? [];
}

/** `p.then(…)` is settled no earlier than `p`, and takes its place; so does what is received from a channel. */
function reactionOf(member: TSESTree.MemberExpression): TSESTree.Node[] {
  return /^(?:then|catch|finally|receive)$/.test(memberName(member) ?? "") ? calledAs(member) : [];
}

/** The call of a method, if it is called where it is named. */
function calledAs(member: TSESTree.MemberExpression): TSESTree.Node[] {
  return [callOf(member)].flatMap((call) => call ?? []);
}

/** `racers.push(p)` adds it to a list, `Promise.resolve(p)` is `p`, `$.chanRecv(c)` waits for the channel `c`. */
function nextOfArgument(sourceCode: SourceCode, call: TSESTree.CallExpression, value: TSESTree.Node): Racing[] {
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression") return [];
  const name = memberName(callee);
  const object = unwrap(callee.object);
  if (name === "chanRecv") return [{ node: call, list: false, racer: call }];
  if (name === "push") return readsOf(sourceCode, object).map((node) => ({ node, list: true, racer: value }));
  const isResolve = name === "resolve" && object.type === "Identifier" && object.name === "Promise";
  return isResolve ? [{ node: call, list: false, racer: call }] : [];
}

function callsOf(sourceCode: SourceCode, fn: TSESTree.Node): TSESTree.Node[] {
  return isFunction(fn) ? findCalls(sourceCode, fn) : [];
}

/**
 * The calls of an async function that waits for the promise and then does nothing but throw or return:
 * `async () => { await sleep(ms); throw new Error("too late"); }`. One that goes on to work is no timer.
 */
function callsOfSleeper(sourceCode: SourceCode, node: TSESTree.AwaitExpression): TSESTree.Node[] {
  const fn = enclosingFunction(node);
  if (!isFunction(fn)) return [];
  if (fn.body.type !== "BlockStatement") return fn.body === node ? findCalls(sourceCode, fn) : [];
  if (fn.body.body.length > 2) return [];
  const [first, second] = fn.body.body;
  const awaits =
    (first?.type === "ExpressionStatement" && first.expression === node) ||
    (first?.type === "ReturnStatement" && first.argument === node);
  const ends = !second || second.type === "ThrowStatement" || (second.type === "ReturnStatement" && !isWork(second));
  return awaits && ends ? findCalls(sourceCode, fn) : [];
}

function isWork({ argument }: TSESTree.ReturnStatement): boolean {
  return argument !== null && /^(?:Await|Call|New|Import|Chain)Expression$/.test(argument.type);
}

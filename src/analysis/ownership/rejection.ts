import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../ast/functions.ts";
import { memberName } from "../../ast/names.ts";
import { isNothing } from "../../ast/nothing.ts";
import { unwrap } from "../../ast/transparent.ts";
import { noteBound } from "../bounded.ts";
import { bounds } from "../bounds.ts";
import { buildGraph } from "../control-flow/build-graph.ts";
import { isThrownByCall } from "../control-flow/graph.ts";
import { isExportOf, originOf } from "../../scope/origin.ts";
import { constantValue, functionOf, variableOf } from "../../scope/variables.ts";
import { rejectingSleepName } from "../../resources/catalog/timers/sleeps.ts";
import { isImportedSleep } from "../../resources/match-sleep.ts";
import { isInert } from "./inert.ts";
import { elementsOf } from "./list-of-promises.ts";
import { calledFunction } from "./promise-valued.ts";
import { isOnlyResolved } from "./resolved-only.ts";
import { promisesReturned } from "./returned-promises.ts";
import { isToldEnd } from "./told-end.ts";
import { valuesOfMember } from "./values-of-member.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * May awaiting this value throw? Not for a promise that only ever resolves (`sleep`), `Promise.allSettled`, one with an
 * inert `catch`, races and alls of such, and values that are no promise, the result of another `await` among them.
 *
 * It follows constants, local functions by name and methods of the class around, not imports, but for `timers/promises`
 * and what is called a sleep and given a time. Of a member it looks at what the file assigns to members of that name.
 * It does not see that a subclass may write a method anew.
 *
 * @param own a promise whose rejections do not count
 */
export function canReject(sourceCode: SourceCode, awaited: TSESTree.Node, own?: TSESTree.Node): boolean {
  return decide(sourceCode, awaited, { verdicts: verdictsBeside(own), own, depth: 0 });
}

type Verdicts = WeakMap<TSESTree.Node, boolean>;

const verdicts: Verdicts = new WeakMap();
const besides = new WeakMap<TSESTree.Node, Verdicts>();

function verdictsBeside(own: TSESTree.Node | undefined): Verdicts {
  const known = own ? besides.get(own) : verdicts;
  const found = known ?? new WeakMap<TSESTree.Node, boolean>();
  if (own) besides.set(own, found);
  return found;
}

interface Deciding {
  readonly verdicts: Verdicts;
  readonly own: TSESTree.Node | undefined;
  readonly depth: number;
}

function decide(sourceCode: SourceCode, awaited: TSESTree.Node, deciding: Deciding): boolean {
  const node = unwrap(awaited);
  const known = deciding.verdicts.get(node);
  if (known !== undefined) return known;
  // What depends on itself may reject.
  deciding.verdicts.set(node, true);
  const isTooDeep = deciding.depth > bounds.promises.most;
  if (isTooDeep) noteBound(bounds.promises);
  const verdict = !isTooDeep && node !== deciding.own && judge(sourceCode, node, deciding);
  deciding.verdicts.set(node, verdict);
  return verdict;
}

function judge(sourceCode: SourceCode, node: TSESTree.Node, deciding: Deciding): boolean {
  const deeper = { ...deciding, depth: deciding.depth + 1 };
  const reject = (value: TSESTree.Node): boolean => decide(sourceCode, value, deeper);
  switch (node.type) {
    case "Literal":
    case "TemplateLiteral":
    case "ObjectExpression":
    case "ArrayExpression":
    case "ArrowFunctionExpression":
    case "FunctionExpression":
    case "UnaryExpression":
    case "BinaryExpression":
    case "AwaitExpression":
      return false;
    case "Identifier": {
      if (node.name === "undefined") return false;
      const variable = variableOf(sourceCode, node);
      const value = variable && constantValue(variable);
      return value ? reject(value) : !isOnlyResolved(sourceCode, node) && !isToldEnd(variable);
    }
    case "ConditionalExpression":
      return reject(node.consequent) || reject(node.alternate);
    case "LogicalExpression":
      return (node.operator === "&&" ? false : reject(node.left)) || reject(node.right);
    case "NewExpression":
      return !isResolveOnly(sourceCode, node);
    case "MemberExpression": {
      if (isOnlyResolved(sourceCode, node)) return false;
      const values = valuesOfMember(sourceCode, node);
      return values.length === 0 || values.some(reject);
    }
    case "CallExpression":
      return callCanReject(sourceCode, node, reject);
    default:
      return true;
  }
}

function callCanReject(
  sourceCode: SourceCode,
  node: TSESTree.CallExpression,
  reject: (value: TSESTree.Node) => boolean,
): boolean {
  const callee = unwrap(node.callee);
  if (callee.type === "MemberExpression") {
    const method = calledFunction(sourceCode, callee);
    if (method) return isLeftToOthers(method) || functionCanReject(sourceCode, method, reject);
    const name = memberName(callee);
    const { object } = callee;
    if (object.type === "Identifier" && object.name === "Promise")
      return combinatorCanReject(sourceCode, name, node.arguments, reject);
    return reactionCanReject(sourceCode, name, node.arguments, () => reject(object));
  }
  if (isFunction(callee)) return functionCanReject(sourceCode, callee, reject);
  if (callee.type !== "Identifier") return true;
  if (isImportedSleep(sourceCode, node)) return rejectingSleepName.test(callee.name);
  const options = placeOfOptions(sourceCode, callee);
  if (options !== undefined) return node.arguments.length > options;
  const variable = variableOf(sourceCode, callee);
  const fn = variable && functionOf(variable);
  return !fn || functionCanReject(sourceCode, fn, reject);
}

/** What a reaction gives is rejected by its callback, or with the promise, unless it catches that. */
function reactionCanReject(
  sourceCode: SourceCode,
  name: string | undefined,
  [first, second]: readonly TSESTree.Node[],
  isRejected: () => boolean,
): boolean {
  const isCaughtBy = (reaction: TSESTree.Node | undefined): boolean => !!reaction && isInert(sourceCode, reaction);
  const mayThrow = first !== undefined && !isNothing(first) && !isCaughtBy(first);
  switch (name) {
    case "catch":
      return !isCaughtBy(first) && isRejected();
    case "then":
      return mayThrow || (!isCaughtBy(second) && isRejected());
    case "finally":
      return mayThrow || isRejected();
    default:
      return true;
  }
}

function combinatorCanReject(
  sourceCode: SourceCode,
  name: string | undefined,
  [list]: readonly TSESTree.Node[],
  reject: (value: TSESTree.Node) => boolean,
): boolean {
  if (name === "allSettled") return false;
  if (name === "resolve") return list !== undefined && reject(list);
  if (name !== "all" && name !== "race") return true;
  const made = constantValue(variableOf(sourceCode, list)) ?? list;
  const each = made?.type === "CallExpression" ? mapperOf(made) : undefined;
  if (each) return functionCanReject(sourceCode, each, reject);
  const elements = list && elementsOf(sourceCode, list);
  return !elements || elements.some(reject);
}

/** What makes the promises of a list: `items.map(async (item) => { … })`. */
function mapperOf({ callee, arguments: [mapper] }: TSESTree.CallExpression): FunctionNode | undefined {
  const isMap = callee.type === "MemberExpression" && memberName(callee) === "map";
  return isMap && isFunction(mapper) ? mapper : undefined;
}

/** A method that does nothing here: subclasses write it anew. */
function isLeftToOthers({ body, parent }: FunctionNode): boolean {
  return parent.type === "MethodDefinition" && body.type === "BlockStatement" && body.body.length === 0;
}

/**
 * A function whose every path gives a value or promise that cannot be rejected; of an async one, that also throws
 * nothing: its graph has no way to a throw.
 */
function functionCanReject(
  sourceCode: SourceCode,
  fn: FunctionNode,
  reject: (value: TSESTree.Node) => boolean,
): boolean {
  if (fn.generator) return true;
  if (fn.body.type !== "BlockStatement" && !fn.async) return reject(fn.body);
  const graph = buildGraph(fn, {
    throws: "await",
    mayThrow: (node) => node.type !== "AwaitExpression" || reject(node.argument),
    neverReturns: () => false,
  });
  const reached = new Set([graph.entry]);
  for (const { events, edges } of reached) {
    const returned = events.flatMap(({ node }) =>
      node === fn ? fn.body : node.type === "ReturnStatement" ? (node.argument ?? []) : [],
    );
    const awaited = fn.async ? returned.flatMap((each) => promisesReturned(sourceCode, each)) : returned;
    if (awaited.some(reject)) return true;
    for (const edge of edges) if (!isThrownByCall(edge)) reached.add(edge.to);
  }
  return reached.has(graph.exits.throw);
}

/** `new Promise((resolve) => { setTimeout(resolve, ms); })`: nobody can reject it, and nothing unknown resolves it. */
function isResolveOnly(sourceCode: SourceCode, { callee, arguments: [executor] }: TSESTree.NewExpression): boolean {
  if (callee.type !== "Identifier" || callee.name !== "Promise" || !isFunction(executor)) return false;
  if (executor.async) return false;
  const [resolve, ...others] = executor.params;
  if (resolve && resolve.type !== "Identifier") return false;
  return others.every((other) => isUnused(sourceCode, executor, other)) && isInert(sourceCode, executor, resolve?.name);
}

/** A parameter that is only there: `(resolve, reject) => { stop = resolve; }`. */
function isUnused(sourceCode: SourceCode, executor: FunctionNode, param: TSESTree.Node): boolean {
  if (param.type !== "Identifier") return false;
  const variable = sourceCode.getDeclaredVariables(executor).find(({ name }) => name === param.name);
  return variable?.references.length === 0;
}

/** Where a sleep of `timers/promises` takes its options: it is rejected only through a signal in there. */
function placeOfOptions(sourceCode: SourceCode, callee: TSESTree.Identifier): number | undefined {
  const origin = originOf(sourceCode, callee);
  if (isExportOf(origin, "timers/promises", ["setTimeout"])) return 2;
  return isExportOf(origin, "timers/promises", ["setImmediate"]) ? 1 : undefined;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { receiverOf } from "../../../ast/members.ts";
import {
  calleeMatches,
  calleeWord,
  isMemberNamed,
  isName,
  isReaction,
  isThis,
  memberName,
} from "../../../ast/names.ts";
import { isNothing } from "../../../ast/nothing.ts";
import { someNode } from "../../../ast/some-node.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { noteBound } from "../../bounded.ts";
import { bounds } from "../../bounds.ts";
import { assignedValues } from "../../../scope/assigned-values.ts";
import { functionAt } from "../../../scope/named-function.ts";
import { constantValue, functionOf, variableOf } from "../../../scope/variables.ts";
import { rejectingSleepName } from "../../../resources/catalog/timers/sleeps.ts";
import { isSurePromise } from "../../../resources/catalog/sure-promises.ts";
import { isImportedSleep } from "../../../resources/match-sleep.ts";
import { isInert } from "./inert.ts";
import { elementsOf } from "./list-of-promises.ts";
import { givesFailures } from "./gives-failures.ts";
import { functionCanReject, pathsCanReject } from "./function-rejects.ts";
import { methodOfInstance } from "../functions/instance-method.ts";
import { findOwnField } from "../functions/own-field.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { promisesGiven } from "./promises-given.ts";
import { placeOfSleepOptions } from "./sleep-options.ts";
import { isOnlyResolved } from "./resolved-only.ts";
import { isResolveOnly } from "./resolving-executor.ts";
import { isToldEnd } from "./told-end.ts";
import { valuesOfMember } from "../functions/values-of-member.ts";

/**
 * May awaiting this value throw? Not for a promise that only ever resolves (`sleep`), `Promise.allSettled`, one with an
 * inert `catch`, races and alls of such, and values that are no promise, the result of another `await` among them.
 *
 * It follows local variables, local functions and methods of the same object, not imports, but for `timers/promises`
 * and what is called a sleep and given a time. Of a variable it looks at all that it is ever given, in whatever order;
 * of a parameter, at what all callers give; of a member, at what the file assigns to members of that name. It does not
 * see that a subclass may write a method anew.
 *
 * @param own a promise whose rejections do not count, or code that may reject a deferred: `() => late.reject()`
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
  /** The innermost function that is judged, and whether it has come upon a call of itself. */
  readonly body?: { readonly node: TSESTree.BlockStatement; callsItself: boolean } | undefined;
}

function decide(sourceCode: SourceCode, awaited: TSESTree.Node, deciding: Deciding): boolean {
  const node = unwrap(awaited);
  // A function that calls itself rejects only where the rest of it does.
  if (deciding.body?.node === node) {
    deciding.body.callsItself = true;
    return false;
  }
  const known = deciding.verdicts.get(node);
  if (known !== undefined) return known;
  // What depends on itself in another way may reject.
  deciding.verdicts.set(node, true);
  const isTooDeep = deciding.depth > bounds.promises.most;
  if (isTooDeep) noteBound(bounds.promises);
  const body = node.type === "BlockStatement" ? { node, callsItself: false } : deciding.body;
  const verdict = !isTooDeep && node !== deciding.own && judge(sourceCode, node, { ...deciding, body });
  // Of a part of a function that calls itself that holds only while the whole is judged.
  if (!verdict && body?.callsItself && body.node !== node) deciding.verdicts.delete(node);
  else deciding.verdicts.set(node, verdict);
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
      const declared = variable?.identifiers[0];
      // A variable is judged once, where it is declared, however often it is read.
      if (declared && declared !== node) return reject(declared);
      const values = variable && assignedValues(variable);
      if (values) return values.some((value) => valueCanReject(sourceCode, variable, value, reject));
      const given = variable && promisesGiven(sourceCode, variable);
      if (given) return given.some(reject);
      return !isOnlyResolved(sourceCode, node, deciding.own) && !isToldEnd(variable);
    }
    case "ConditionalExpression":
      return reject(node.consequent) || reject(node.alternate);
    case "LogicalExpression":
      return (node.operator === "&&" ? false : reject(node.left)) || reject(node.right);
    case "NewExpression":
      return !isResolveOnly(sourceCode, node, deciding.own);
    case "MemberExpression": {
      if (isOnlyResolved(sourceCode, node, deciding.own)) return false;
      const values = [...valuesOfMember(sourceCode, node), ...firstValueOf(sourceCode, node)];
      return values.length === 0 ? !isSurePromise(node) : values.some(reject);
    }
    case "CallExpression":
      return !givesFailures(sourceCode, node) && callCanReject(sourceCode, node, reject);
    case "TaggedTemplateExpression":
      return !givesFailures(sourceCode, unwrap(node.tag));
    case "BlockStatement":
      return !isFunction(node.parent) || pathsCanReject(sourceCode, node.parent, reject);
    default:
      return true;
  }
}

/** What a field of the object around is declared with: `readonly #opened = new Promise(…)`. */
function firstValueOf(sourceCode: SourceCode, member: TSESTree.MemberExpression): TSESTree.Node[] {
  const name = isThis(member.object) ? memberName(member) : undefined;
  const value = name === undefined ? undefined : findOwnField(sourceCode, member, name)?.value;
  return value ? [value] : [];
}

/** Of `p = p.then(f).catch(log)` it is asked what the reactions add, one behind the other, not what `p` was before. */
function valueCanReject(
  sourceCode: SourceCode,
  variable: TSESLint.Scope.Variable,
  value: TSESTree.Node,
  reject: (value: TSESTree.Node) => boolean,
): boolean {
  const reactions: TSESTree.CallExpression[] = [];
  let at = unwrap(value);
  while (at.type === "CallExpression" && isReaction(at)) {
    reactions.push(at);
    at = unwrap(receiverOf(at)!);
  }
  if (reactions.length === 0 || variableOf(sourceCode, at) !== variable) return reject(value);
  return reactions.reduceRight(
    (rejected, each) =>
      reactionCanReject(sourceCode, calleeWord(each), each.arguments, { isRejected: () => rejected, reject }),
    false,
  );
}

function callCanReject(
  sourceCode: SourceCode,
  node: TSESTree.CallExpression,
  reject: (value: TSESTree.Node) => boolean,
): boolean {
  const callee = unwrap(node.callee);
  if (isImportedSleep(sourceCode, node)) return calleeMatches(node, rejectingSleepName);
  if (callee.type === "MemberExpression") {
    const name = memberName(callee);
    const { object } = callee;
    if (isName(object, "Promise")) return combinatorCanReject(sourceCode, name, node.arguments, reject);
    const own = ownFunctionAt(sourceCode, callee) ?? methodOfInstance(sourceCode, callee);
    if (own) return isLeftToOthers(own) || functionCanReject(sourceCode, own, reject);
    return reactionCanReject(sourceCode, name, node.arguments, { isRejected: () => reject(object), reject });
  }
  if (isFunction(callee)) return functionCanReject(sourceCode, callee, reject);
  if (callee.type !== "Identifier") return true;
  const options = placeOfSleepOptions(sourceCode, callee);
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
  { isRejected, reject }: { isRejected: () => boolean; reject: (value: TSESTree.Node) => boolean },
): boolean {
  const isCaughtBy = (reaction: TSESTree.Node | undefined): boolean => {
    if (!reaction || isInert(sourceCode, reaction)) return reaction !== undefined;
    const fn = functionAt(sourceCode, reaction);
    return fn !== undefined && !throwsInside(sourceCode, fn) && !functionCanReject(sourceCode, fn, reject);
  };
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

/** May a callback in it throw, which a call in there runs at once: `each(list, () => { throw error; })`? */
function throwsInside(sourceCode: SourceCode, fn: FunctionNode): boolean {
  return someNode(sourceCode, fn.body, (node) => node.type === "ThrowStatement" && enclosingFunction(node) !== fn);
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
  const isMap = isMemberNamed(unwrap(callee), "map");
  return isMap && isFunction(mapper) ? mapper : undefined;
}

/** A method that does nothing here: subclasses write it anew. */
function isLeftToOthers({ body, parent }: FunctionNode): boolean {
  return parent.type === "MethodDefinition" && body.type === "BlockStatement" && body.body.length === 0;
}

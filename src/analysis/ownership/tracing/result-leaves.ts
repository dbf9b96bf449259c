import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { calleeWord, memberMatches } from "../../../ast/names.ts";
import { findPattern } from "../../../ast/patterns.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { constantValue, readsOf, variableOf, type Variable } from "../../../scope/variables.ts";
import { askType } from "../../../types/ask-type.ts";
import { isPlainData } from "../../../types/plain-data.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import { destinyOf } from "../outcomes/promise-destiny.ts";

/** Calls whose result goes on after its promise has settled, by their name. */
const opener =
  /^(?:fetch|request|stream|open|connect|dial|acquire|query|iterate|pipe|download|upload)\w*$|(?:Fetch|Stream|Response|Connection|Cursor|Iterator)$/;

/** The parts of a result that go on: the others are values. */
export const openPart: RegExp = /^(?:body|stream|socket|connection)$/;

/** Does the result of a call go on after its promise has settled: a body to be read, a stream, a connection? */
export function isOpener(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const word = calleeWord(call) ?? "";
  // `this.fetch.call(undefined, url)`
  const isIndirect = callee.type === "MemberExpression" && /^(?:call|apply)$/.test(word);
  return opener.test((isIndirect ? calleeWord({ ...call, callee: callee.object }) : word) ?? "");
}

/**
 * May what was awaited still depend on the resource, and go where nobody here waits for it? A `Response` that is stored
 * or returned, whose body is read later; any result that is kept in a member or given to a call nobody awaits.
 */
export function resultLeaves(
  sourceCode: SourceCode,
  call: TSESTree.CallExpression,
  awaited: TSESTree.Node,
  root: GraphRoot,
): boolean {
  if (awaited.type !== "AwaitExpression") return false;
  if (askType(sourceCode, awaited, isPlainData) === true) return false;
  return leaves(sourceCode, awaited, { root, isOpen: isOpener(call), seen: new Set() });
}

interface Result {
  readonly root: GraphRoot;
  /** Of a call that opens something: even a return of it matters. */
  readonly isOpen: boolean;
  /** Is it what holds the result that is asked for now, an object or a list? Its methods may do anything with that. */
  readonly isHolder?: true;
  /** The names that were asked for. */
  readonly seen: Set<Variable>;
}

function leaves(sourceCode: SourceCode, start: TSESTree.Node, result: Result): boolean {
  const node = outermost(start);
  const parent = node.parent;
  switch (parent.type) {
    case "ReturnStatement":
    case "ArrowFunctionExpression":
      return result.isOpen;
    case "MemberExpression":
      return parent.object === node && memberLeaves(sourceCode, parent, result);
    case "CallExpression":
      return destinyOf(sourceCode, parent, result.root).kind !== "awaited";
    case "NewExpression":
    case "YieldExpression":
      return true;
    case "TemplateLiteral":
      return parent.parent.type === "TaggedTemplateExpression";
    case "AssignmentExpression":
      if (parent.right !== node) return false;
      return parent.left.type !== "Identifier" || nameLeaves(sourceCode, parent.left, result);
    case "VariableDeclarator":
      return findPattern(node) ? result.isOpen : nameLeaves(sourceCode, parent.id, result);
    case "Property":
    case "ArrayExpression":
    case "SpreadElement":
      return leaves(sourceCode, parent.type === "Property" ? parent.parent : parent, { ...result, isHolder: true });
    case "ObjectExpression":
    case "ConditionalExpression":
    case "LogicalExpression":
      return leaves(sourceCode, parent, result);
    default:
      return false;
  }
}

/** `res.ok` is a value; `res.json()` reads the body, and must be awaited like the response. */
function memberLeaves(sourceCode: SourceCode, member: TSESTree.MemberExpression, result: Result): boolean {
  const call = callOf(member);
  if (call)
    return (result.isOpen || result.isHolder === true) && destinyOf(sourceCode, call, result.root).kind !== "awaited";
  return result.isOpen && memberMatches(member, openPart) && leaves(sourceCode, member, result);
}

/** Of a name that is written elsewhere too, all reads count. */
function nameLeaves(sourceCode: SourceCode, name: TSESTree.Node, result: Result): boolean {
  const variable = variableOf(sourceCode, name);
  if (!variable || (result.isOpen && !constantValue(variable))) return result.isOpen;
  if (result.seen.has(variable)) return false;
  result.seen.add(variable);
  return readsOf(variable).some(
    (read) => (result.isOpen && !runsIn(read, result.root)) || leaves(sourceCode, read, result),
  );
}

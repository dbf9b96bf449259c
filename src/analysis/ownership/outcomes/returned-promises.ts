import type { TSESTree } from "@typescript-eslint/utils";
import { catchAround } from "../../../ast/catch-around.ts";
import { rootOf } from "../../../ast/members.ts";
import { calleeMatches, memberMatches } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import { isSynchronous, promiseSort } from "./promise-valued.ts";

/**
 * What an async function may wait for, of a value that it returns: a call, a name that may hold a promise, a member of
 * its own object. The member of an answer, a comparison and an error that was caught are values; and so is a call in a
 * `try` that catches, unless something shows that it gives a promise, for without an `await` nothing would be caught.
 *
 * It does not see: a promise kept as a member of something else, unless its name says so.
 */
export function promisesReturned(
  sourceCode: SourceCode,
  returned: TSESTree.Node,
  depth: number = 0,
): readonly TSESTree.Node[] {
  const node = unwrap(returned);
  const inEach = (...values: TSESTree.Node[]): TSESTree.Node[] =>
    values.flatMap((each) => promisesReturned(sourceCode, each, depth));
  switch (node.type) {
    case "ConditionalExpression":
      return inEach(node.consequent, node.alternate);
    case "LogicalExpression":
      return inEach(node.left, node.right);
    case "SequenceExpression":
      return inEach(node.expressions.at(-1)!);
    case "AssignmentExpression":
      return inEach(node.right);
    case "CallExpression":
      return mayGivePromise(sourceCode, node) ? [node] : [];
    case "MemberExpression":
      return rootOf(node).type === "ThisExpression" || memberMatches(node, promiseName) ? [node] : [];
    case "Identifier":
      return mayHoldPromise(sourceCode, node, depth) ? [node] : [];
    case "NewExpression":
      return node.callee.type === "Identifier" && promiseName.test(node.callee.name) ? [node] : [];
    case "ImportExpression":
    case "TaggedTemplateExpression":
    case "YieldExpression":
      return [node];
    default:
      return [];
  }
}

const promiseName = /promise|deferred|thenable/i;
const promiseType = /Promise|Thenable|Awaitable|Deferred/;

/** Methods of texts, lists, tables and hosts that give no promise. */
const plainMethod =
  /^(?:addEventListener|at|clear(?:Immediate|Interval|Timeout)|concat|endsWith|entries|every|filter|flat|flatMap|includes|indexOf|join|keys|map|match|padEnd|padStart|removeEventListener|replace|replaceAll|reverse|slice|some|sort|split|startsWith|substring|toFixed|toLowerCase|toUpperCase|trim|trimEnd|trimStart|values)$/;
const plainGlobal =
  /^(?:Array|BigInt|Boolean|Buffer|Date|JSON|Math|Number|Object|String|(?:clear|set)(?:Immediate|Interval|Timeout)|parseFloat|parseInt)$/;

function mayGivePromise(sourceCode: SourceCode, call: TSESTree.CallExpression): boolean {
  if (promiseSort(sourceCode, call)) return true;
  if (isSynchronous(sourceCode, call) || catchAround(call)) return false;
  const callee = unwrap(call.callee);
  if (callee.type === "MemberExpression" && calleeMatches(call, plainMethod)) return false;
  const root = rootOf(callee);
  return !(root.type === "Identifier" && plainGlobal.test(root.name) && !variableOf(sourceCode, root));
}

/** A parameter may, unless its type says otherwise; another name, if something that is written to it may be one. */
function mayHoldPromise(sourceCode: SourceCode, node: TSESTree.Identifier, depth: number): boolean {
  const variable = variableOf(sourceCode, node);
  const [definition] = variable?.defs ?? [];
  if (!variable || !definition || depth > maxDepth) return false;
  if (promiseSort(sourceCode, node)) return true;
  const { name } = definition;
  const annotation = name.type === "Identifier" ? name.typeAnnotation : undefined;
  if (annotation) return promiseType.test(sourceCode.getText(annotation));
  if (definition.type === "Parameter") return true;
  return variable.references.some(({ identifier, writeExpr }) => {
    if (!writeExpr) return false;
    const isPart = writeExpr.parent !== identifier.parent;
    return isPart ? promiseName.test(identifier.name) : promisesReturned(sourceCode, writeExpr, depth + 1).length > 0;
  });
}

/** Of a chain of names longer than this, the rest is taken for a value. */
const maxDepth = 10;

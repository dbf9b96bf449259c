import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { memberOf, rootOf } from "../../../ast/members.ts";
import { isMemberNamed } from "../../../ast/names.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { readsOf, variableOf } from "../../../scope/variables.ts";

/**
 * Is another call of the same callee awaited in this file, or a `then` asked of it? The callee must be written the same
 * and begin with the same variable, or with `this`: one name may stand for two functions.
 */
export function isAwaitedElsewhere(sourceCode: SourceCode, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const name = sourceCode.getText(callee);
  const base = baseOf(callee);
  if (!base || name.length > maxLength) return false;
  const variable = variableOf(sourceCode, base);
  return awaitedCalls(sourceCode, name).some(
    (other) =>
      other.call !== call &&
      base.type === other.base.type &&
      (other.base.type !== "Identifier" || variableOf(sourceCode, other.base) === variable),
  );
}

type Base = TSESTree.Identifier | TSESTree.ThisExpression;
type AwaitedCall = { readonly call: TSESTree.CallExpression; readonly base: Base };

/** The calls of a callee that are waited for, by how it is written. A file may ask this of each of many calls. */
const awaitedCalls = oncePer(findAwaitedCalls, programOf);

function findAwaitedCalls(sourceCode: SourceCode, name: string): AwaitedCall[] {
  const { text } = sourceCode;
  const found: AwaitedCall[] = [];
  for (let at = text.indexOf(name), count = 0; at >= 0 && count < maxSeen; at = text.indexOf(name, at + 1), count++) {
    const call = callAt(sourceCode, at, at + name.length);
    const base = call && isWaitedFor(call) ? baseOf(unwrap(call.callee)) : undefined;
    if (call && base) found.push({ call, base });
  }
  return found;
}

/** Longer callees are chains, and names that stand in a file more often are not looked at any further. */
const maxLength = 120;
const maxSeen = 200;

/** Is a promise of this name awaited somewhere, or asked for its `then`? */
export function isVariableAwaited(variable: TSESLint.Scope.Variable): boolean {
  return readsOf(variable).some(isWaitedFor);
}

function isWaitedFor(node: TSESTree.Node): boolean {
  const parent = outermost(node).parent;
  if (parent.type === "AwaitExpression") return true;
  return isMemberNamed(memberOf(node), "then");
}

/** The call whose callee has exactly this range. */
function callAt(sourceCode: SourceCode, start: number, end: number): TSESTree.CallExpression | undefined {
  let node: TSESTree.Node | undefined = nodeAt(sourceCode, end - 1);
  while (node && (node.range[0] > start || node.range[1] < end)) node = node.parent;
  if (node?.range[0] !== start || node.range[1] !== end) return undefined;
  return callOf(node);
}

/** The name a callee begins with, or `this`. */
function baseOf(callee: TSESTree.Node): Base | undefined {
  const node = rootOf(callee);
  return node.type === "Identifier" || node.type === "ThisExpression" ? node : undefined;
}

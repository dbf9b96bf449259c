import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../../ast/names.ts";
import { nodeAt } from "../../ast/node-at.ts";
import { outermost, unwrap } from "../../ast/transparent.ts";
import { variableOf } from "../../scope/variables.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Is another call of the same callee awaited in this file, or a `then` asked of it? The callee must be written the same
 * and begin with the same variable, or with `this`: one name may stand for two functions.
 */
export function isAwaitedElsewhere(sourceCode: SourceCode, call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const name = sourceCode.getText(callee);
  const base = baseOf(callee);
  if (!base || name.length > maxLength) return false;
  const { text } = sourceCode;
  const variable = base.type === "Identifier" ? variableOf(sourceCode, base) : undefined;
  for (let at = text.indexOf(name), count = 0; at >= 0 && count < maxSeen; at = text.indexOf(name, at + 1), count++) {
    const other = callAt(sourceCode, at, at + name.length);
    if (!other || other === call || !isWaitedFor(other)) continue;
    const otherBase = baseOf(unwrap(other.callee));
    if (
      base.type === otherBase?.type &&
      (otherBase.type !== "Identifier" || variableOf(sourceCode, otherBase) === variable)
    )
      return true;
  }
  return false;
}

/** Longer callees are chains, and names that stand in a file more often are not looked at any further. */
const maxLength = 120;
const maxSeen = 200;

/** Is a promise of this name awaited somewhere, or asked for its `then`? */
export function isVariableAwaited({ references }: TSESLint.Scope.Variable): boolean {
  return references.some((reference) => reference.isRead() && isWaitedFor(reference.identifier));
}

function isWaitedFor(node: TSESTree.Node): boolean {
  const { parent } = outermost(node);
  if (parent?.type === "AwaitExpression") return true;
  return parent?.type === "MemberExpression" && unwrap(parent.object) === node && memberName(parent) === "then";
}

/** The call whose callee has exactly this range. */
function callAt(sourceCode: SourceCode, start: number, end: number): TSESTree.CallExpression | undefined {
  let node: TSESTree.Node | undefined = nodeAt(sourceCode, end - 1);
  while (node && (node.range[0] > start || node.range[1] < end)) node = node.parent;
  if (node?.range[0] !== start || node.range[1] !== end) return undefined;
  const { parent } = outermost(node);
  return parent?.type === "CallExpression" && unwrap(parent.callee) === node ? parent : undefined;
}

/** The name a callee begins with, or `this`. */
function baseOf(callee: TSESTree.Node): TSESTree.Identifier | TSESTree.ThisExpression | undefined {
  let node = callee;
  while (node.type === "MemberExpression") node = unwrap(node.object);
  return node.type === "Identifier" || node.type === "ThisExpression" ? node : undefined;
}

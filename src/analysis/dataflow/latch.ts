import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { literalValue } from "./literals.ts";
import { coversValue, type AbstractValue } from "./value.ts";

/**
 * What a variable keeps once it has it: `let done = false`, and whoever writes it, here or in a function that runs
 * later, writes `true`. `undefined` where two writes differ, or one of them is no literal.
 *
 * A variable of `var` is none: the declaration in a loop sets it back.
 */
export function latchOf({ defs, references }: TSESLint.Scope.Variable): AbstractValue | undefined {
  const declarator = defs[0]?.node;
  if (defs.length !== 1 || declarator?.type !== "VariableDeclarator" || declarator.parent.kind !== "let")
    return undefined;
  if (declarator.parent.parent.type.startsWith("For") || (declarator.init && !literalValue(declarator.init)))
    return undefined;
  let latch: AbstractValue | undefined;
  for (const each of references) {
    if (!each.isWrite() || each.init) continue;
    const value = assignedLiteral(each.identifier);
    if (!value || (latch && !isSame(latch, value))) return undefined;
    latch = value;
  }
  return latch;
}

function assignedLiteral(identifier: TSESTree.Node): AbstractValue | undefined {
  const { parent } = identifier;
  if (parent?.type !== "AssignmentExpression" || parent.operator !== "=" || parent.left !== identifier)
    return undefined;
  return literalValue(parent.right);
}

function isSame(a: AbstractValue, b: AbstractValue): boolean {
  return coversValue(a, b) && coversValue(b, a);
}

import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../ast/calls.ts";
import { memberOf } from "../ast/members.ts";
import { calleeWord, memberName } from "../ast/names.ts";
import { targetOf } from "../ast/patterns.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { outermost } from "../ast/transparent.ts";
import { variableOf } from "../scope/variables.ts";
import type { Acquisition } from "./acquisition.ts";
import { cleanupWord, deriveWord, helperWord, valueWord } from "./derive-words.ts";
import { holdsSomething } from "./local-helper.ts";
import { shapeAcquisition } from "./match-shape.ts";

/**
 * A signal helper that is kept whole, known by what is done with it: `t.signal` is read and `t.clear()` called. Its
 * function must be named like one.
 */
export function matchUsage(
  sourceCode: SourceCode,
  node: TSESTree.CallExpression | TSESTree.NewExpression,
): Acquisition | undefined {
  const name = calleeWord(node);
  if (!name || node.type === "NewExpression" || !(deriveWord.test(name) || helperWord.test(name))) return undefined;
  const target = boundTo(node);
  const variable = target && variableOf(sourceCode, target);
  if (!variable || !holdsSomething(sourceCode, node)) return undefined;
  const uses = variable.references.flatMap(({ identifier }) => useOf(identifier) ?? []);
  const value = uses.find((use) => !use.isCalled && valueWord.test(use.name))?.name;
  const handle = uses.find((use) => use.isCalled && (cleanupWord.test(use.name) || use.name === "cancel"))?.name;
  return value && handle ? shapeAcquisition(node, name, { value, handles: [handle] }) : undefined;
}

/** The variable a call's result is kept in, also where it is made only on a condition. */
function boundTo(node: TSESTree.Node): TSESTree.Identifier | undefined {
  const value = outermost(node);
  const { parent } = value;
  if (parent.type === "ConditionalExpression" && parent.test !== value) return boundTo(parent);
  const target = targetOf(node);
  return target?.type === "Identifier" ? target : undefined;
}

function useOf(identifier: TSESTree.Node): { name: string; isCalled: boolean } | undefined {
  const member = memberOf(identifier);
  const name = member && memberName(member);
  return member && name !== undefined ? { name, isCalled: callOf(member) !== undefined } : undefined;
}

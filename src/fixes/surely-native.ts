import type { TSESTree } from "@typescript-eslint/utils";
import { isName, isReaction, memberName } from "../ast/names.ts";
import { receiverOf } from "../ast/members.ts";
import type { FunctionNode } from "../ast/functions.ts";
import { resultsOf } from "../ast/returns-of.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { writesOfMember } from "../analysis/ownership/functions/member-writes.ts";
import { ownFunctionAt } from "../analysis/ownership/functions/own-functions.ts";
import { promiseSort } from "../analysis/ownership/outcomes/promise-valued.ts";
import { alternativesOf } from "../analysis/ownership/races/racers.ts";
import { constantValue, variableOf } from "../scope/variables.ts";
import { askType } from "../types/ask-type.ts";
import { promiseSortOfType } from "../types/promise-type.ts";

/**
 * Is an expression a promise of the platform, which has a `finally`, whatever is put in the place of what the file
 * shows? A subclass or a test may write a method anew: of one that is not private, only its type tells.
 */
export function isSurelyNative(sourceCode: SourceCode, expression: TSESTree.Node): boolean {
  if (promiseSort(sourceCode, expression) !== "native") return false;
  return isFixed(sourceCode, expression) || askType(sourceCode, unwrap(expression), promiseSortOfType) === "native";
}

/**
 * Does nothing stand there that others may replace: a method that is called by its name, here or in a function that
 * hands on what it gives?
 */
function isFixed(sourceCode: SourceCode, expression: TSESTree.Node, seen = new Set<TSESTree.Node>()): boolean {
  const goesOn = (node: TSESTree.Node): boolean => isFixed(sourceCode, node, seen);
  const node = unwrap(expression);
  if (seen.has(node)) return true;
  seen.add(node);
  if (node.type === "Identifier") {
    const value = constantValue(variableOf(sourceCode, node));
    return value !== undefined && goesOn(value);
  }
  const alternatives = alternativesOf(node);
  if (alternatives[0] !== node) return alternatives.every(goesOn);
  if (node.type !== "CallExpression") return true;
  const callee = unwrap(node.callee);
  const fn = ownFunctionAt(sourceCode, callee);
  if (fn && !givesPromise(fn) && !resultsOf(fn).every(goesOn)) return false;
  if (isName(callee, "fetch")) return !isStubbed(sourceCode, "fetch");
  if (callee.type !== "MemberExpression") return true;
  return isReaction(node) ? goesOn(receiverOf(node)!) : isFixedMember(sourceCode, callee);
}

/** Does the file put something in the place of a global: `globalThis.fetch = …`, `vi.stubGlobal("fetch", …)`? */
function isStubbed(sourceCode: SourceCode, name: string): boolean {
  return writesOfMember(sourceCode, name).length > 0 || new RegExp(`["'\`]${name}["'\`]`).test(sourceCode.text);
}

/** Does a function give a promise of the platform by itself, or by its written type? Others hand on what they got. */
function givesPromise({ async, returnType }: FunctionNode): boolean {
  return async || returnType !== undefined;
}

function isFixedMember(sourceCode: SourceCode, callee: TSESTree.MemberExpression): boolean {
  if (callee.object.type === "Super" || isName(callee.object, "Promise")) return true;
  const name = memberName(callee);
  const isPrivate = name?.startsWith("#") === true && !callee.computed;
  return isPrivate && writesOfMember(sourceCode, name).length === 0;
}

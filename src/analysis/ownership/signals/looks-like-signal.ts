import type { TSESTree } from "@typescript-eslint/utils";
import { findPatternKeys } from "../../../ast/pattern-keys.ts";
import { callGiven } from "../../../ast/calls.ts";
import { isFunction } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf, type Variable } from "../../../scope/variables.ts";

const signalWord = /signal|abort|cancel/i;

/**
 * Is it an `AbortSignal`? Uploads, readers and transactions have an event of that name too, so its name, its
 * annotation or what it is taken from must say so.
 */
export function looksLikeSignal(sourceCode: SourceCode, expression: TSESTree.Node): boolean {
  return isSignalLike(sourceCode, expression, new Set());
}

/** @param asked names that are asked for already: of `for (const [url] of url.parts)` there is no more to know */
function isSignalLike(sourceCode: SourceCode, expression: TSESTree.Node, asked: Set<Variable>): boolean {
  const node = unwrap(expression);
  if (signalWord.test(sourceCode.getText(node))) return true;
  const variable = variableOf(sourceCode, node);
  const definition = variable?.defs[0];
  if (!variable || !definition || asked.has(variable)) return false;
  asked.add(variable);
  const { name } = definition;
  const list = listAround(definition.node);
  const told = [constantValue(variable), name.type === "Identifier" ? name.typeAnnotation : undefined];
  if (told.some((each) => each && signalWord.test(sourceCode.getText(each)))) return true;
  if (signalWord.test(findPatternKeys(name).keys.at(-1) ?? "")) return true;
  return list !== undefined && isOfSignals(sourceCode, list, asked);
}

/** Is one of a list a signal: by the name of the list, or as it is written there? */
function isOfSignals(sourceCode: SourceCode, list: TSESTree.Node, asked: Set<Variable>): boolean {
  const node = unwrap(list);
  if (node.type === "ArrayExpression")
    return node.elements.some((each) => each && isSignalLike(sourceCode, each, asked));
  const callee = node.type === "CallExpression" ? unwrap(node.callee) : undefined;
  // `[first, second].filter(Boolean)`
  if (callee?.type === "MemberExpression") return isOfSignals(sourceCode, callee.object, asked);
  return isSignalLike(sourceCode, node, asked);
}

/** What a variable goes through, one after the other: `for (const s of signals)`, `signals.forEach((s) => …)`. */
function listAround(declaration: TSESTree.Node): TSESTree.Node | undefined {
  const loop = declaration.parent?.parent;
  if (loop?.type === "ForOfStatement") return loop.right;
  const call = isFunction(declaration) ? callGiven(declaration) : undefined;
  const callee = call && unwrap(call.callee);
  return callee?.type === "MemberExpression" ? callee.object : undefined;
}

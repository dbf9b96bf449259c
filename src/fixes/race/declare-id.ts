import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { findTimerPromise } from "../../analysis/ownership/settlement/timer-promise.ts";
import type { FunctionNode } from "../../ast/functions.ts";
import { callGiven } from "../../ast/calls.ts";
import { isMemberOf } from "../../ast/names.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { outermost, unwrap } from "../../ast/transparent.ts";
import { functionAt } from "../../scope/named-function.ts";
import { variableOf } from "../../scope/variables.ts";
import { keepsType, typeArgumentAround } from "../expected-type.ts";
import type { Draft } from "../text/draft.ts";
import { declarationOf, typeSyntaxOf } from "../text/type-syntax.ts";

/** The declaration of a variable for the id of a timer, without a semicolon. */
export function declarationOfId(sourceCode: SourceCode, name: string, timer: TSESTree.CallExpression): string {
  return declarationOf(sourceCode, name, typeOfId(sourceCode, timer));
}

/**
 * Writes what a variable that holds the id of a timer needs to be read in a function: `let timer;` has a type only
 * where it is assigned.
 *
 * @returns whether that could be written, where it must
 */
export function typeForFunctions(
  sourceCode: SourceCode,
  draft: Draft,
  { defs, references, scope }: TSESLint.Scope.Variable,
  timer: TSESTree.CallExpression,
): boolean {
  const syntax = typeSyntaxOf(sourceCode);
  const declarator = defs[0]?.type === "Variable" ? defs[0].node : undefined;
  if (syntax === "none" || !declarator || declarator.init || declarator.id.typeAnnotation) return true;
  const home = scope.variableScope;
  if (references.some((each) => each.isRead() && each.from.variableScope !== home)) return true;
  if (syntax === "annotation") draft.insert(declarator.id.range[1], `: ${typeOfId(sourceCode, timer)}`, "close");
  return syntax === "annotation";
}

/**
 * The type of the id of a timer. It must hold with the types of a browser, with those of Node and with both: there
 * `window.setTimeout` gives a number, and so does `setTimeout` where only the browser's takes the function, as it is
 * for one that wants a value.
 */
function typeOfId(sourceCode: SourceCode, timer: TSESTree.CallExpression): string {
  const callee = unwrap(timer.callee);
  if (isOfWindow(sourceCode, callee)) return "number | undefined";
  const start = sourceCode.getText(callee);
  return mayWantValue(sourceCode, timer)
    ? `Parameters<typeof ${start.replace(/\w+$/, "clearTimeout")}>[0]`
    : `ReturnType<typeof ${start}> | undefined`;
}

function isOfWindow(sourceCode: SourceCode, callee: TSESTree.Node): boolean {
  const isMember = isMemberOf(callee, "window") || isMemberOf(callee, "self");
  return isMember && !variableOf(sourceCode, callee.object);
}

/** Is a timer given a function that may want a value, and no value for it? */
function mayWantValue(sourceCode: SourceCode, timer: TSESTree.CallExpression): boolean {
  const [callback, , ...values] = timer.arguments;
  if (!callback || values.length > 0) return false;
  const fn = functionAt(sourceCode, callback);
  if (fn) return wantsValue(fn);
  const variable = variableOf(sourceCode, unwrap(callback));
  const made = findTimerPromise(sourceCode, timer);
  if (!made || !variable) return true;
  const [resolve, reject] = made.settlers;
  if (variable === reject) return false;
  return variable !== resolve || isPromiseOfValue(sourceCode, made.promise);
}

function wantsValue({ params }: FunctionNode): boolean {
  return params.some((each) => !/^(?:AssignmentPattern|RestElement)$/.test(each.type) && !isOptional(each));
}

function isOptional(parameter: TSESTree.Parameter): boolean {
  return "optional" in parameter && parameter.optional;
}

function isPromiseOfValue(sourceCode: SourceCode, promise: TSESTree.NewExpression): boolean {
  const type = promise.typeArguments?.params[0] ?? typeArgumentAround(promise);
  if (type) return !/^TS(?:Any|Unknown|Void)Keyword$/.test(type.type);
  const list = outermost(promise).parent;
  if (list.type !== "ArrayExpression") return !keepsType(sourceCode, promise);
  return callGiven(list)?.typeArguments !== undefined || list.parent.type === "TSAsExpression";
}

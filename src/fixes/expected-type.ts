import type { TSESTree } from "@typescript-eslint/utils";
import { ownFunctionAt } from "../analysis/ownership/functions/own-functions.ts";
import { enclosingFunction, isFunction, type FunctionNode } from "../ast/functions.ts";
import { isName, memberMatches } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import type { Edit } from "./fix.ts";
import { typeSyntaxOf } from "./text/type-syntax.ts";

/**
 * May a call of a member be written behind an expression of a promise without changing its type? What is expected of
 * the expression is no longer expected of what stands before the member: `const user: User = await load()` tells
 * TypeScript the type argument of `load<T>()`, and that of `load().finally(…)` it does not.
 */
export function keepsType(sourceCode: SourceCode, expression: TSESTree.Expression): boolean {
  const syntax = typeSyntaxOf(sourceCode);
  const isComment = syntax === "comment";
  if (syntax === "none" || !isExpected(expression, isComment)) return true;
  const node = unwrap(expression);
  if (node.type !== "CallExpression" && node.type !== "NewExpression") return true;
  if (node.typeArguments || (node.type === "CallExpression" && isOfPlatform(node.callee))) return true;
  const fn = node.type === "CallExpression" ? ownFunctionAt(sourceCode, node.callee) : undefined;
  return fn !== undefined && !isComment && !fn.typeParameters && !isItselfExpected(fn);
}

/** `fetch(…)`, and what is inferred from its list alone, `Promise.race([…])`. */
function isOfPlatform(callee: TSESTree.Node): boolean {
  if (callee.type !== "MemberExpression") return isName(callee, "fetch");
  return isName(callee.object, "Promise") && memberMatches(callee, /^(?:all|allSettled|any|race)$/);
}

/**
 * Writes the type argument of a `new Promise(…)` that was inferred from a type which is written around it.
 *
 * @returns `undefined` where none is written
 */
export function typeArgumentEdit(sourceCode: SourceCode, made: TSESTree.NewExpression): Edit | undefined {
  const argument = typeArgumentAround(made);
  const [, end] = made.callee.range;
  return argument && { range: [end, end], text: `<${sourceCode.getText(argument)}>` };
}

/** The type argument of a `new Promise(…)` by a type that is written around it; `undefined` where none is. */
export function typeArgumentAround(made: TSESTree.NewExpression): TSESTree.TypeNode | undefined {
  const { parent } = made;
  const awaited = parent.type === "AwaitExpression" ? parent : undefined;
  const type = writtenAround(awaited ?? made);
  const isOfResult = awaited !== undefined && awaited.parent.type !== "ReturnStatement";
  return isOfResult ? type : argumentOfPromise(type);
}

function argumentOfPromise(type: TSESTree.TypeNode | undefined): TSESTree.TypeNode | undefined {
  const isPromise = type?.type === "TSTypeReference" && isName(type.typeName, "Promise");
  return isPromise ? type.typeArguments?.params[0] : undefined;
}

/** The type that is written for a value: behind it, of the constant it is given to, or of the function around it. */
function writtenAround(value: TSESTree.Node): TSESTree.TypeNode | undefined {
  const { parent } = value;
  if (isAssertion(parent)) return parent.typeAnnotation;
  if (parent?.type === "VariableDeclarator") return parent.id.typeAnnotation?.typeAnnotation;
  const isResult = parent?.type === "ReturnStatement" || (isFunction(parent) && parent.body === value);
  const fn = isResult ? enclosingFunction(value) : undefined;
  return isFunction(fn) ? fn.returnType?.typeAnnotation : undefined;
}

/**
 * May something be expected of the type of a value where it stands, or of what is awaited of it? Where types are
 * written in comments, it may of any that is bound or returned.
 */
function isExpected(value: TSESTree.Node, isComment: boolean): boolean {
  const { parent } = value;
  switch (parent?.type) {
    case "ExpressionStatement":
    case "MemberExpression":
      return false;
    case "AwaitExpression":
    case "ChainExpression":
    case "TSNonNullExpression":
      return isExpected(parent, isComment);
    case "VariableDeclarator":
      return isComment || parent.id.type !== "Identifier" || parent.id.typeAnnotation !== undefined;
    case "ReturnStatement": {
      const fn = enclosingFunction(value);
      return isComment || !isFunction(fn) || fn.returnType !== undefined || isItselfExpected(fn);
    }
    default:
      return true;
  }
}

/** May a type be expected of a function where it stands: of a callback, or of a constant that has one written? */
function isItselfExpected(fn: FunctionNode): boolean {
  const { parent } = fn;
  if (fn.type === "FunctionDeclaration" || parent.type === "MethodDefinition") return false;
  return parent.type !== "VariableDeclarator" || parent.id.typeAnnotation !== undefined;
}

type Assertion = TSESTree.TSAsExpression | TSESTree.TSSatisfiesExpression | TSESTree.TSTypeAssertion;

function isAssertion(node: TSESTree.Node | undefined): node is Assertion {
  return /^TS(?:AsExpression|SatisfiesExpression|TypeAssertion)$/.test(node?.type ?? "");
}

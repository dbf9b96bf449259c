import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { calleeMatches, isName, isPropertyNamed, memberMatches, memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, initOf, variableOf } from "../../../scope/variables.ts";
import { askType } from "../../../types/ask-type.ts";
import { promiseSortOfType, type PromiseSort } from "../../../types/promise-type.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { isAwaitedElsewhere, isVariableAwaited } from "./awaited-elsewhere.ts";
import { keyOf, memberOfClass } from "./member-of-class.ts";
import { makesDeferred, promiseOfDeferred } from "../races/deferred-object.ts";

/**
 * Is an expression surely a promise? By what the file shows: an async or annotated function of it, `Promise.*`,
 * `fetch`, `import()`, a call whose like is awaited elsewhere, a method called from the async method of the same name;
 * by its type where the config has types.
 *
 * @returns of what sort; `undefined` for a value that is no promise or may be something else
 */
export function promiseSort(
  sourceCode: SourceCode,
  expression: TSESTree.Node,
  depth: number = 0,
): PromiseSort | undefined {
  if (depth > maxDepth) return undefined;
  const node = unwrap(expression);
  const bySyntax = judge(sourceCode, node, depth + 1);
  if (bySyntax === "native") return bySyntax;
  const byType = askType(sourceCode, node, promiseSortOfType);
  return byType === "none" ? undefined : (byType ?? bySyntax);
}

/** Of a chain of names longer than this, the rest is not known. */
const maxDepth = 20;

function judge(sourceCode: SourceCode, node: TSESTree.Node, depth: number): PromiseSort | undefined {
  const sortOf = (value: TSESTree.Node): PromiseSort | undefined => promiseSort(sourceCode, value, depth);
  switch (node.type) {
    case "ImportExpression":
      return "native";
    case "NewExpression":
      return isGlobal(sourceCode, node.callee, "Promise") ? "native" : undefined;
    case "CallExpression":
      return sortOfCall(sourceCode, node, sortOf);
    case "MemberExpression":
      return memberMatches(node, promiseOfDeferred)
        ? sortOfDeferred(constantValue(variableOf(sourceCode, unwrap(node.object))))
        : undefined;
    case "Identifier":
      return sortOfName(sourceCode, node, sortOf);
    case "ConditionalExpression":
      return both(sortOf(node.consequent), sortOf(node.alternate));
    case "LogicalExpression":
      return node.operator === "&&" ? sortOf(node.right) : both(sortOf(node.left), sortOf(node.right));
    case "SequenceExpression":
      return sortOf(node.expressions.at(-1)!);
    default:
      return undefined;
  }
}

function both(a: PromiseSort | undefined, b: PromiseSort | undefined): PromiseSort | undefined {
  return a === b ? a : a && b && "thenable";
}

function isGlobal(sourceCode: SourceCode, node: TSESTree.Node, name: string): boolean {
  return isName(node, name) && !variableOf(sourceCode, node);
}

type SortOf = (value: TSESTree.Node) => PromiseSort | undefined;

function sortOfCall(sourceCode: SourceCode, node: TSESTree.CallExpression, sortOf: SortOf): PromiseSort | undefined {
  const callee = unwrap(node.callee);
  if (isGlobal(sourceCode, callee, "fetch")) return "native";
  if (callee.type === "MemberExpression") {
    const known = sortOfMethodCall(sourceCode, { callee, given: node.arguments[0] }, sortOf);
    if (known) return known;
  }
  const fn = calledFunction(sourceCode, callee);
  const known = fn && sortOfResult(fn, sortOf);
  return (
    known ?? sortByDeclaration(sourceCode, callee) ?? (isAwaitedElsewhere(sourceCode, node) ? "thenable" : undefined)
  );
}

const makers = /^(?:all|allSettled|any|race|resolve|reject|try)$/;

function sortOfMethodCall(
  sourceCode: SourceCode,
  { callee, given }: { callee: TSESTree.MemberExpression; given: TSESTree.CallExpressionArgument | undefined },
  sortOf: SortOf,
): PromiseSort | undefined {
  const name = memberName(callee) ?? "";
  if (isGlobal(sourceCode, callee.object, "Promise")) return makers.test(name) ? "native" : undefined;
  if (name === "assign" && isGlobal(sourceCode, callee.object, "Object")) return given && sortOf(given);
  // Schemas and parsers have a `catch` too; only promises have a `then`.
  if (name === "then") return sortOf(callee.object) ?? "thenable";
  if (name === "catch" || name === "finally") return sortOf(callee.object);
  // A wrapper calls the method it wraps, and a subclass that of its base.
  const method = methodAround(callee);
  return method?.value.async && !method.value.generator && keyOf(method) === name ? "thenable" : undefined;
}

/** The method whose own code `node` is, or that of an arrow function in it. */
function methodAround(node: TSESTree.Node): TSESTree.MethodDefinition | undefined {
  for (let at = node.parent; at; at = at.parent) {
    if (at.type === "MethodDefinition") return at;
    if (isFunction(at) && at.type !== "ArrowFunctionExpression" && at.parent.type !== "MethodDefinition")
      return undefined;
  }
  return undefined;
}

/** The function of this file that a call surely runs: a constant name, a member of an object, its class or its base. */
function calledFunction(sourceCode: SourceCode, callee: TSESTree.Node): FunctionNode | undefined {
  const own = ownFunctionAt(sourceCode, callee);
  if (own || callee.type !== "MemberExpression" || !/^(?:ThisExpression|Super)$/.test(unwrap(callee.object).type))
    return own;
  const member = memberOfClass(sourceCode, callee, memberName(callee));
  return isFunction(member?.value) ? member.value : undefined;
}

function sortOfResult(fn: FunctionNode, sortOf: SortOf): PromiseSort | undefined {
  if (fn.generator) return undefined;
  if (fn.async) return "native";
  const annotated = fn.returnType && sortOfAnnotation(fn.returnType.typeAnnotation);
  return annotated ?? (fn.body.type === "BlockStatement" ? undefined : sortOf(fn.body));
}

/** What a declaration without a body says: `declare function`, a parameter of a function type. */
function sortByDeclaration(sourceCode: SourceCode, callee: TSESTree.Node): PromiseSort | undefined {
  if (callee.type !== "Identifier") return undefined;
  const definitions = variableOf(sourceCode, callee)?.defs ?? [];
  const overloads = definitions.flatMap(({ node }) => (node.type === "TSDeclareFunction" ? node : []));
  if (overloads.length > 0)
    return overloads.map(({ returnType }) => returnType && sortOfAnnotation(returnType.typeAnnotation)).reduce(both);
  const annotation = annotationOf(definitions[0]?.name);
  return annotation?.type === "TSFunctionType" && annotation.returnType
    ? sortOfAnnotation(annotation.returnType.typeAnnotation)
    : undefined;
}

function annotationOf(name: TSESTree.Node | undefined): TSESTree.TypeNode | undefined {
  return name?.type === "Identifier" ? name.typeAnnotation?.typeAnnotation : undefined;
}

function sortOfAnnotation(type: TSESTree.TypeNode): PromiseSort | undefined {
  if (type.type !== "TSTypeReference" || type.typeName.type !== "Identifier") return undefined;
  if (type.typeName.name === "Promise") return "native";
  return type.typeName.name === "PromiseLike" ? "thenable" : undefined;
}

function sortOfName(sourceCode: SourceCode, node: TSESTree.Identifier, sortOf: SortOf): PromiseSort | undefined {
  const variable = variableOf(sourceCode, node);
  if (!variable) return undefined;
  const annotation = annotationOf(variable.defs[0]?.name);
  const declared = annotation && sortOfAnnotation(annotation);
  const value = constantValue(variable);
  const known = declared ?? (value ? sortOf(value) : sortOfDeferred(deferredTakenApart(variable)));
  return known ?? (isVariableAwaited(variable) ? "thenable" : undefined);
}

/** `Promise.withResolvers().promise`, `new Deferred().promise` */
function sortOfDeferred(made: TSESTree.Node | undefined): PromiseSort | undefined {
  if (!made || !makesDeferred(made)) return undefined;
  return calleeMatches(unwrap(made) as TSESTree.CallExpression, /withResolvers$/) ? "native" : "thenable";
}

/** What `promise` of `const { promise } = Promise.withResolvers()` is taken from. */
function deferredTakenApart(variable: TSESLint.Scope.Variable): TSESTree.Node | undefined {
  const property = variable.defs[0]?.name.parent;
  return isPropertyNamed(property, promiseOfDeferred) ? initOf(variable) : undefined;
}

/**
 * Is a call known to give no promise: by its type, or because it runs a function of this file that gives none?
 */
export function isSynchronous(sourceCode: SourceCode, node: TSESTree.CallExpression): boolean {
  const byType = askType(sourceCode, node, promiseSortOfType);
  if (byType) return byType === "none";
  const callee = unwrap(node.callee);
  const fn = calledFunction(sourceCode, callee);
  if (!fn) return calleeMatches(node, synchronousWord);
  const type = fn.returnType?.typeAnnotation.type;
  return !fn.async && (fn.generator || (type !== undefined && type !== "TSTypeReference"));
}

const synchronousWord = /^(?:is|has|to|format|stringify)(?:[A-Z]\w*)?$|Sync$/;

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { memberName, propertyName } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { initOf, variableOf } from "./variables.ts";

/** Where a name comes from: `readFile` of `node:fs`, or `AbortSignal.any` of the platform. */
export interface Origin {
  /** `undefined` for a global. */
  readonly module: string | undefined;
  /** The members that lead to it from the module or the global object; none for a module itself. */
  readonly path: readonly string[];
}

/**
 * Where the value of a name or of a member of one comes from.
 *
 * @returns `undefined` for what the file makes itself
 */
export function originOf(sourceCode: SourceCode, expression: TSESTree.Node, depth: number = 0): Origin | undefined {
  if (depth > maxDepth) return undefined;
  const node = unwrap(expression);
  const next = (inner: TSESTree.Node): Origin | undefined => originOf(sourceCode, inner, depth + 1);
  if (node.type === "MemberExpression") return extend(next(node.object), memberName(node));
  if (node.type === "AwaitExpression") return next(node.argument);
  if (node.type === "ImportExpression") return moduleOf(node.source);
  if (node.type === "CallExpression") return isRequire(sourceCode, node) ? moduleOf(node.arguments[0]) : undefined;
  if (node.type !== "Identifier") return undefined;
  const variable = variableOf(sourceCode, node);
  if (!variable) return { module: undefined, path: [node.name] };
  const imported = originOfImport(variable.defs[0]);
  const init = initOf(variable);
  if (imported || !init) return imported;
  const { id } = variable.defs[0]!.node as TSESTree.VariableDeclarator;
  return id.type === "ObjectPattern" ? extend(next(init), keyOf(id, variable.name)) : next(init);
}

/** A name that is made of itself has no origin. */
const maxDepth = 50;

/** Is it one of these exports of a module? Of Node.js it may be written with `node:` in front. */
export function isExportOf(origin: Origin | undefined, module: string, names: readonly string[]): boolean {
  return origin?.module?.replace(/^node:/, "") === module && names.includes(origin.path.join("."));
}

function extend(origin: Origin | undefined, name: string | undefined): Origin | undefined {
  if (!origin || name === undefined) return undefined;
  return name === "default" ? origin : { ...origin, path: [...origin.path, name] };
}

function moduleOf(source: TSESTree.Node | undefined): Origin | undefined {
  if (source?.type !== "Literal" || typeof source.value !== "string") return undefined;
  return { module: source.value, path: [] };
}

function isRequire(sourceCode: SourceCode, { callee }: TSESTree.CallExpression): boolean {
  return callee.type === "Identifier" && callee.name === "require" && variableOf(sourceCode, callee) === undefined;
}

function originOfImport(def: TSESLint.Scope.Definition | undefined): Origin | undefined {
  if (def?.type !== "ImportBinding" || def.parent.type !== "ImportDeclaration") return undefined;
  const { node, parent } = def;
  const named = node.type === "ImportSpecifier" && node.imported.type === "Identifier" ? node.imported.name : "default";
  return extend(moduleOf(parent.source), named);
}

/** The property that a pattern takes a name from. */
function keyOf({ properties }: TSESTree.ObjectPattern, name: string): string | undefined {
  const property = properties.find(
    (each): each is TSESTree.Property =>
      each.type === "Property" && each.value.type === "Identifier" && each.value.name === name,
  );
  return property && propertyName(property);
}

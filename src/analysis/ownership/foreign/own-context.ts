import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../../../ast/transparent.ts";
import { initOf, variableOf } from "../../../scope/variables.ts";
import { isRoot } from "../tracing/holds-nothing.ts";
import type { LibraryUse } from "./wrapper.ts";
import { lastWord } from "../../../resources/words.ts";

/** Is a name imported from the library: itself, or the namespace it is a member of? */
export function isOfLibrary({ sourceCode, profile }: LibraryUse, name: TSESTree.Node): boolean {
  let base = unwrap(name);
  while (base.type === "MemberExpression" || base.type === "TSQualifiedName")
    base = base.type === "MemberExpression" ? unwrap(base.object) : base.left;
  const def = variableOf(sourceCode, base)?.defs[0];
  return def?.parent?.type === "ImportDeclaration" && profile.modules.includes(def.parent.source.value);
}

/** Is it one of the library's root contexts, also under another name (`import { background as root }`)? */
export function isOwnRoot({ sourceCode, profile }: LibraryUse, expression: TSESTree.Node): boolean {
  const roots = new Set(profile.roots.map(lastWord));
  if (isRoot(sourceCode, expression, roots)) return true;
  const node = unwrap(expression);
  const def = variableOf(sourceCode, node.type === "CallExpression" ? unwrap(node.callee) : node)?.defs[0];
  const imported = def?.node.type === "ImportSpecifier" ? def.node.imported : undefined;
  return imported?.type === "Identifier" && roots.has(imported.name);
}

/**
 * Is an expression surely a context of the library itself: declared with a type of it, made by a call of it, or a root?
 * A type is the library's word for a context; that a value of this type is a foreign one is not seen here.
 */
export function isOwnContext(use: LibraryUse, expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  if (isOwnRoot(use, node)) return true;
  if (node.type === "CallExpression" || node.type === "NewExpression") return isOfLibrary(use, node.callee);
  const variable = variableOf(use.sourceCode, node);
  const annotated = variable && annotationOf(variable);
  if (annotated) return isOfLibrary(use, annotated);
  const value = variable && initOf(variable);
  const made = value && unwrap(value);
  return made?.type === "CallExpression" && isOfLibrary(use, made.callee);
}

/** The name of the type that a variable is declared with, without its arguments; `undefined` for no plain name. */
export function annotationOf({ identifiers: [name] }: TSESLint.Scope.Variable): TSESTree.EntityName | undefined {
  const type = name?.typeAnnotation?.typeAnnotation;
  return type && typeName(type);
}

/** The name of a type that is nothing but a reference. */
export function typeName(type: TSESTree.TypeNode): TSESTree.EntityName | undefined {
  return type.type === "TSTypeReference" ? type.typeName : undefined;
}

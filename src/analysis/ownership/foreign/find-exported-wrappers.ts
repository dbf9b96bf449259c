import type { TSESTree } from "@typescript-eslint/utils";
import { isMemberNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import type { Acquisition } from "../../../resources/acquisition.ts";
import type { ForeignProfile, Known } from "../../../resources/known.ts";
import { parentArgument } from "../tracing/parents.ts";
import { classChain, hasEnd, isDeclaredAs, wrapperOfClass } from "./context-class.ts";
import { isClass, type ClassNode } from "../functions/self.ts";
import { embeddedField } from "./embedded-field.ts";
import type { ForeignChild } from "./find-foreign-children.ts";
import { isOfLibrary, typeName } from "./own-context.ts";
import { costOf, type Cost, type LibraryUse } from "./wrapper.ts";

/** A class that other files may derive from, and that its library does not know. */
export interface ExportedWrapper {
  readonly node: ClassNode;
  /** The module of the library, as it is imported. */
  readonly module: string;
  readonly consequence: Cost;
}

/**
 * The exported classes that are surely contexts of a library: each says `implements` with a type of the library and has
 * an end, or forwards its end to a field of such a type.
 *
 * A class is left out where its derives are in this file: they are reported themselves, or they derive from the context
 * inside, as they should. So is what extends one that is found.
 *
 * @param acquisitions all derives of the file
 * @param children those from wrappers
 */
export function findExportedWrappers(
  sourceCode: SourceCode,
  known: Known,
  acquisitions: readonly Acquisition[],
  children: readonly ForeignChild[],
): ExportedWrapper[] {
  const modules = new Map<ForeignProfile, string>();
  for (const { source } of sourceCode.ast.body.filter((each) => each.type === "ImportDeclaration")) {
    const profile = known.foreign.get(source.value);
    if (profile && !modules.has(profile)) modules.set(profile, source.value);
  }
  const exported = exportedClasses(sourceCode);
  return [...modules].flatMap(([profile, module]) => {
    const use: LibraryUse = { sourceCode, profile };
    const told = new Set(
      children.flatMap(({ wrapper: { node } }) => (isClass(node) ? (classChain(use, node) ?? []) : [])),
    );
    return exported.flatMap((node) => {
      const chain = classChain(use, node) ?? [];
      if (chain.some((each) => told.has(each)) || chain.some((each) => derivesInside(use, each, acquisitions)))
        return [];
      const consequence = costOfClass(use, chain);
      if (!consequence) return [];
      told.add(node);
      return { node, module, consequence };
    });
  });
}

/** A class that is surely a context of the library's kind, and none of its own: what it costs to derive from one. */
function costOfClass(use: LibraryUse, chain: readonly ClassNode[]): Cost | undefined {
  const isDeclared = chain.some((each) => isDeclaredAs(use, each)) && chain.some(hasEnd);
  const isContext = isDeclared || chain.some((each) => keepsContext(use, each));
  const wrapper = isContext ? wrapperOfClass(use, chain[0]!) : undefined;
  return wrapper && costOf(use.profile, wrapper);
}

/** Does a class forward its end to a field whose type is the library's? */
function keepsContext(use: LibraryUse, node: ClassNode): boolean {
  const type = embeddedField(use.sourceCode, node)?.type;
  const name = type && typeName(type);
  return name !== undefined && isOfLibrary(use, name);
}

/** Does a class derive its children itself, from the context inside: `WithCancel(this.ctx)`? */
function derivesInside({ sourceCode }: LibraryUse, node: ClassNode, derives: readonly Acquisition[]): boolean {
  const field = embeddedField(sourceCode, node)?.name;
  if (field === undefined) return false;
  return derives.some((derive) => {
    const parent = parentArgument(derive.node, derive.resource.parent);
    const inner = parent && unwrap(parent);
    return isMemberNamed(inner, field) && isWithin(inner, node);
  });
}

/** The classes at the top of the file that another file can import. */
function exportedClasses(sourceCode: SourceCode): ClassNode[] {
  return sourceCode.ast.body.flatMap((statement) => {
    const isExport = statement.type === "ExportNamedDeclaration" || statement.type === "ExportDefaultDeclaration";
    const declaration = isExport ? statement.declaration : statement;
    const declared = declaration?.type === "VariableDeclaration" ? declaration.declarations : [declaration];
    return declared.flatMap((each) => {
      const node = each?.type === "VariableDeclarator" ? each.init : each;
      return node && isClass(node) && (isExport || isExportedByName(sourceCode, each!)) ? node : [];
    });
  });
}

/** `export { Name }`, `export default Name` */
function isExportedByName(sourceCode: SourceCode, declaration: TSESTree.Node): boolean {
  const references = sourceCode.getDeclaredVariables(declaration).flatMap((variable) => variable.references);
  return references.some(({ identifier: { parent } }) => parent.type.startsWith("Export"));
}

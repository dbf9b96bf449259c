import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../ast/calls.ts";
import { memberOf } from "../ast/members.ts";
import { calleeWord, propertyName } from "../ast/names.ts";
import { findPattern } from "../ast/patterns.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { acquisitionOf, type Acquisition } from "./acquisition.ts";
import type { AnyExportModule } from "./catalog/contexts/likes.ts";
import type { Part, Resource } from "./resource.ts";

/**
 * The calls of any export of a module that the settings call a signal helper, where the result is taken apart into a
 * value and a handle of the known names.
 */
export function matchAnyExport(
  sourceCode: SourceCode,
  modules: readonly AnyExportModule[],
  words: ReadonlyMap<string, unknown>,
): Acquisition[] {
  const present = modules.filter((module) => module.modules.some((name) => words.has(name)));
  if (present.length === 0) return [];
  return sourceCode.ast.body.flatMap((statement) => {
    if (statement.type !== "ImportDeclaration") return [];
    const module = present.find(({ modules }) => modules.includes(statement.source.value));
    if (!module) return [];
    return sourceCode
      .getDeclaredVariables(statement)
      .flatMap((variable) => variable.references.flatMap(({ identifier }) => matchCall(identifier, module) ?? []));
  });
}

function matchCall(identifier: TSESTree.Node, module: AnyExportModule): Acquisition | undefined {
  const node = callOf(memberOf(identifier) ?? identifier);
  if (!node) return undefined;
  const pattern = findPattern(node);
  const parts = pattern && findParts(pattern, module);
  const name = calleeWord(node) ?? "";
  return parts && acquisitionOf(node, name, resourceOf(module, name, parts));
}

function findParts(
  pattern: TSESTree.ArrayPattern | TSESTree.ObjectPattern,
  { shapes }: AnyExportModule,
): { value: Part; handle: Part } | undefined {
  for (const { value, handles } of shapes) {
    if (pattern.type === "ArrayPattern") {
      if (typeof value === "number") return { value, handle: handles[0]! };
      continue;
    }
    const names = pattern.properties.flatMap((each) => (each.type === "Property" ? (propertyName(each) ?? []) : []));
    const handle = handles.find((name) => names.includes(String(name)));
    if (handle !== undefined && names.includes(String(value))) return { value, handle };
  }
  return undefined;
}

function resourceOf(
  { modules, release, holds }: AnyExportModule,
  name: string,
  parts: { value: Part; handle: Part },
): Resource {
  return { kind: "context", from: modules, acquire: { call: name }, ...parts, release, holds, parent: "first" };
}

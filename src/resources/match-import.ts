import { ReferenceTracker } from "@eslint-community/eslint-utils";
import type { TSESTree } from "@typescript-eslint/utils";
import { calleeMatches, calleeWord, memberMatches, memberName } from "../ast/names.ts";
import { nodeAt } from "../ast/node-at.ts";
import { oncePer } from "../ast/once.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { constantValue, variableOf } from "../scope/variables.ts";
import { acquisitionOf, type Acquisition } from "./acquisition.ts";
import { valueWord } from "./derive-words.ts";
import type { Known } from "./known.ts";
import { acquireNames } from "./words.ts";
import type { Resource } from "./resource.ts";

type TraceMap = Record<string | symbol, unknown>;
type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/**
 * Every acquire of a module that the file imports: by name, namespace, default, `require` or `await import()`, and the
 * methods of what such a module makes.
 *
 * @param modules the known modules whose names occur in the text, with the offsets of those names
 */
export function matchImports(
  sourceCode: SourceCode,
  known: Known,
  modules: ReadonlyMap<string, readonly number[]>,
): Acquisition[] {
  const imported = [...modules.keys()].filter((word) => known.words.modules.has(word));
  if (imported.length === 0) return [];
  const traceMap: TraceMap = Object.fromEntries(imported.map((module) => [module, traceMapOf(known, module)]));
  const tracker = new ReferenceTracker(sourceCode.scopeManager!.globalScope as never, { mode: "legacy" });
  const imports = imported.flatMap((module) =>
    modules.get(module)!.flatMap((offset) => findImportedValues(sourceCode, nodeAt(sourceCode, offset), module)),
  );
  const found = [
    ...tracker.iterateEsmReferences(traceMap as never),
    ...imports.flatMap(({ node, module }) => [
      ...tracker.iteratePropertyReferences(node as never, (traceMap[module] ?? {}) as never),
    ]),
  ] as unknown as { node: Call; info: Resource }[];
  const byNode = new Map<Call, Acquisition>();
  for (const { node, info } of found) byNode.set(node, acquisitionOf(node, calleeWord(node) ?? "", info));
  return [...byNode.values()];
}

/** What `ReferenceTracker` is to look for of a module; dotted names are members of an export. */
const traceMapOf = oncePer((known: Known, module: string): TraceMap => {
  const map = Object.create(null) as TraceMap;
  for (const resource of known.resources) {
    const { acquire, from } = resource;
    if ("method" in acquire || !from.includes(module)) continue;
    const how = "new" in acquire ? ReferenceTracker.CONSTRUCT : ReferenceTracker.CALL;
    for (const name of acquireNames(acquire)) {
      const path = name.split(".");
      const leaf = path.reduce<TraceMap>((at, key) => (at[key] ??= Object.create(null)) as TraceMap, map);
      leaf[how] = resource;
    }
  }
  return map;
});

/**
 * The expressions that stand for a module where no `import` declaration names it: `await import()`, `require()` (which
 * configs often do not declare, so the tracker would not see it), and the uses of `import x = require()`.
 */
function findImportedValues(
  sourceCode: SourceCode,
  literal: TSESTree.Node,
  module: string,
): { node: TSESTree.Node; module: string }[] {
  const { parent } = literal;
  if (literal.type !== "Literal" || literal.value !== module || !parent) return [];
  if (parent.type === "ImportExpression" && parent.parent.type === "AwaitExpression")
    return [{ node: parent.parent, module }];
  if (parent.type === "CallExpression" && parent.callee.type === "Identifier" && parent.callee.name === "require") {
    return variableOf(sourceCode, parent.callee) ? [] : [{ node: parent, module }];
  }
  if (parent.type !== "TSExternalModuleReference") return [];
  const [variable] = sourceCode.getDeclaredVariables(parent.parent);
  return variable?.references.map(({ identifier }) => ({ node: identifier, module })) ?? [];
}

/**
 * An acquire that is a method of a context (`ctx.withCancel()`): the file imports the library, and the receiver is
 * named like a context or is made by a call itself (`background().withTimeout(5)`).
 */
export function matchMethod(
  sourceCode: SourceCode,
  node: Call,
  resources: readonly Resource[],
): Acquisition | undefined {
  const callee = unwrap(node.callee);
  if (callee.type !== "MemberExpression" || node.type !== "CallExpression") return undefined;
  const name = memberName(callee);
  const resource = resources.find(({ acquire }) => "method" in acquire && acquireNames(acquire).includes(name ?? ""));
  return name && resource && isContextLike(sourceCode, callee.object) ? acquisitionOf(node, name, resource) : undefined;
}

function isContextLike(sourceCode: SourceCode, receiver: TSESTree.Node): boolean {
  const node = unwrap(receiver);
  if (node.type === "Identifier") {
    if (valueWord.test(node.name) || /^(?:background|parent|root|todo)$/i.test(node.name)) return true;
    const variable = variableOf(sourceCode, node);
    const value = variable && constantValue(variable);
    return value !== undefined && value.type !== "Identifier" && isContextLike(sourceCode, value);
  }
  if (node.type === "MemberExpression") return memberMatches(node, /ctx|context|background|todo/i);
  if (node.type === "CallExpression") return calleeMatches(node, /^(?:background|todo|with[A-Z]\w*|derive|default)$/i);
  return node.type === "NewExpression" && calleeMatches(node, /Context$/);
}

import { calleeWord } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { globalObjects } from "../scope/global-objects.ts";
import { variableOf } from "../scope/variables.ts";
import { acquisitionOf, type Acquisition } from "./acquisition.ts";
import { acquireNames } from "./words.ts";
import type { Resource } from "./resource.ts";

/** An acquire of a global: by its name where nothing in the file declares that, or as a member of the global object. */
export function matchGlobal(
  sourceCode: SourceCode,
  node: Acquisition["node"],
  globals: readonly Resource[],
): Acquisition | undefined {
  const name = calleeWord(node);
  const resource = globals.find(
    ({ acquire }) =>
      name !== undefined &&
      "new" in acquire === (node.type === "NewExpression") &&
      acquireNames(acquire).includes(name),
  );
  if (!resource || name === undefined) return undefined;
  const callee = unwrap(node.callee);
  const base = callee.type === "MemberExpression" ? unwrap(callee.object) : callee;
  if (base.type !== "Identifier" || (base !== callee && !globalObjects.has(base.name))) return undefined;
  return variableOf(sourceCode, base) ? undefined : acquisitionOf(node, name, resource);
}

import type { TSESTree } from "@typescript-eslint/utils";
import { calleeWord, memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import type { Known } from "../../../resources/known.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import type { Obligation } from "../../obligations/obligation.ts";
import { parentArgument } from "./parents.ts";
import { lastWord } from "../../../resources/words.ts";

/** Does a resource keep nothing alive: by its record, or because all it holds is a link to a root that never ends? */
export function holdsNothing(
  sourceCode: SourceCode,
  known: Known,
  { acquisition: { node, resource } }: Obligation,
): boolean {
  if (resource.holds.length === 0) return true;
  if (resource.holds.some((held) => held !== "parent")) return false;
  const parent = parentArgument(node, resource.parent);
  const roots = new Set(resource.from.flatMap((module) => known.roots.get(module) ?? []).map(lastWord));
  return parent !== undefined && isRoot(sourceCode, parent, roots);
}

/** Is an expression a root context: one of these words, called or not, or a constant that is one? */
export function isRoot(
  sourceCode: SourceCode,
  expression: TSESTree.Node,
  roots: ReadonlySet<string | undefined>,
): boolean {
  const node = unwrap(expression);
  if (node.type === "CallExpression") return roots.has(calleeWord(node));
  if (node.type === "MemberExpression") return roots.has(memberName(node));
  if (node.type !== "Identifier") return false;
  if (roots.has(node.name)) return true;
  const variable = variableOf(sourceCode, node);
  const value = variable && constantValue(variable);
  return value !== undefined && value.type !== "Identifier" && isRoot(sourceCode, value, roots);
}

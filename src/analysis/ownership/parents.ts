import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../../ast/transparent.ts";
import { variableOf } from "../../scope/variables.ts";
import type { Effect, Obligation } from "../obligations/obligation.ts";

/**
 * A child is released with its parent. Where the parent of a derive is a resource of the same activation, whatever
 * discharges the parent discharges the child.
 *
 * @returns the obligation with the parent's discharges added
 */
export function addParentEffects(
  sourceCode: Readonly<TSESLint.SourceCode>,
  child: Obligation,
  obligations: readonly Obligation[],
): Obligation {
  const parent = findParent(sourceCode, child, obligations);
  if (!parent) return child;
  return {
    ...child,
    effects: withDischarges(child.effects, parent.effects),
    disposals: withDischarges(child.disposals, parent.disposals),
  };
}

function findParent(
  sourceCode: Readonly<TSESLint.SourceCode>,
  child: Obligation,
  obligations: readonly Obligation[],
): Obligation | undefined {
  const variable = parentVariable(sourceCode, child);
  if (!variable) return undefined;
  const isParent = (each: Obligation): boolean =>
    each !== child &&
    each.root === child.root &&
    (each.companions.has(variable) || each.holders.some((holder) => holder.variable === variable));
  return obligations.find(isParent);
}

function parentVariable(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { acquisition: { node, resource } }: Obligation,
): TSESLint.Scope.Variable | undefined {
  const expression = parentArgument(node, resource.parent);
  const inner = expression && unwrap(expression);
  const base = inner?.type === "MemberExpression" ? unwrap(inner.object) : inner;
  return base?.type === "Identifier" ? variableOf(sourceCode, base) : undefined;
}

/** The expression a derive takes its parent from. */
export function parentArgument(
  { callee, arguments: given }: TSESTree.CallExpression | TSESTree.NewExpression,
  parent: "first" | "last" | "receiver" | undefined,
): TSESTree.Node | undefined {
  if (parent === "receiver") return callee.type === "MemberExpression" ? callee.object : undefined;
  return parent === "first" ? given[0] : parent === "last" ? given.at(-1) : undefined;
}

type Effects = ReadonlyMap<TSESTree.Node, readonly Effect[]>;

function withDischarges(own: Effects, parents: Effects): Effects {
  const merged = new Map(own);
  for (const [node, effects] of parents) {
    const discharges = effects.filter(({ kind }) => kind !== "hold").map((effect) => ({ ...effect, by: undefined }) as Effect);
    if (discharges.length > 0) merged.set(node, [...(merged.get(node) ?? []), ...discharges]);
  }
  return merged;
}

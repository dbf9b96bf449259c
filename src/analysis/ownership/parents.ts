import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../../ast/transparent.ts";
import { constantValue, variableOf } from "../../scope/variables.ts";
import type { Effect, Obligation } from "../obligations/obligation.ts";

/**
 * A child is released with its parent. Where the parent of a derive is a resource of the same activation, whatever
 * discharges the parent discharges the child.
 *
 * @param obligations those acquired before it, with the discharges of their own parents
 * @returns the obligation, with its parent where it has one
 */
export function linkParent(
  sourceCode: Readonly<TSESLint.SourceCode>,
  child: Obligation,
  obligations: readonly Obligation[],
): Obligation {
  const parent = findParent(sourceCode, child, obligations);
  if (!parent) return child;
  const discharging = parent.withParent ?? parent;
  const withParent = {
    ...child,
    effects: withDischarges(child.effects, discharging.effects),
    disposals: withDischarges(child.disposals, discharging.disposals),
  };
  return { ...child, parent: discharging, withParent };
}

function findParent(
  sourceCode: Readonly<TSESLint.SourceCode>,
  child: Obligation,
  obligations: readonly Obligation[],
): Obligation | undefined {
  const { node, resource } = child.acquisition;
  const expression = parentArgument(node, resource.parent);
  return (
    expression &&
    ownerOf(
      sourceCode,
      expression,
      obligations.filter(({ root }) => root === child.root),
    )
  );
}

/** The obligation whose value an expression is: bound with its handle, a member of it, or made of it by a call. */
function ownerOf(
  sourceCode: Readonly<TSESLint.SourceCode>,
  expression: TSESTree.Node,
  obligations: readonly Obligation[],
  seen = new Set<TSESTree.Node>(),
): Obligation | undefined {
  const inner = unwrap(expression);
  const base = inner.type === "MemberExpression" ? unwrap(inner.object) : inner;
  const variable = base.type === "Identifier" ? variableOf(sourceCode, base) : undefined;
  if (!variable) return undefined;
  const found = obligations.find(
    ({ companions, holders }) => companions.has(variable) || holders.some((holder) => holder.variable === variable),
  );
  if (found) return found;
  const value = constantValue(variable);
  const made = value && unwrap(value);
  if (made?.type !== "CallExpression" || seen.has(made)) return undefined;
  for (const argument of made.arguments) {
    const owner = ownerOf(sourceCode, argument, obligations, seen.add(made));
    if (owner) return owner;
  }
  return undefined;
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
    const discharges = effects
      .filter(({ kind }) => kind !== "hold")
      .map((effect) => ({ ...effect, by: undefined }) as Effect);
    if (discharges.length > 0) merged.set(node, [...(merged.get(node) ?? []), ...discharges]);
  }
  return merged;
}

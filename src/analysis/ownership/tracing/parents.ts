import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { appendTo } from "../../../ast/append-to.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { bounded, spend } from "../../bounded.ts";
import type { Effect, Obligation } from "../../obligations/obligation.ts";

/** The obligations that a variable holds the handle of, or what was bound with it, in the order of the text. */
type Owners = ReadonlyMap<TSESLint.Scope.Variable, readonly Obligation[]>;

/**
 * A child is released with its parent. Where the parent of a derive is a resource of the same activation, whatever
 * discharges the parent discharges the child.
 *
 * @param obligations in the order of the text
 * @returns the same, each with its parent where it has one; without those that are given up
 */
export function linkParents(sourceCode: SourceCode, obligations: readonly Obligation[]): Obligation[] {
  const owners = new Map<TSESLint.Scope.Variable, Obligation[]>();
  return obligations.flatMap((obligation) => {
    const link = (): Obligation | undefined => linkParent(sourceCode, obligation, owners);
    const linked = bounded(sourceCode, obligation.acquisition.node, link, undefined);
    if (!linked) return [];
    const variables = linked.holders.flatMap(({ variable }) => variable ?? []);
    for (const variable of new Set([...linked.companions, ...variables])) {
      appendTo(owners, variable, linked);
    }
    return linked;
  });
}

function linkParent(sourceCode: SourceCode, child: Obligation, owners: Owners): Obligation {
  const { node, resource } = child.acquisition;
  const expression = parentArgument(node, resource.parent);
  const parent = expression && ownerOf(sourceCode, expression, owners, child.root);
  if (!parent || sharesVariable(child, parent)) return child;
  const discharging = parent.withParent ?? parent;
  const withParent = {
    ...child,
    effects: withDischarges(child.effects, discharging.effects),
    disposals: withDischarges(child.disposals, discharging.disposals),
  };
  return { ...child, parent: discharging, withParent };
}

/** A child bound to its parent's own variables takes the parent's place: from then on they release the child alone. */
function sharesVariable(child: Obligation, parent: Obligation): boolean {
  const variables = new Set(parent.holders.flatMap(({ variable }) => variable ?? []));
  return child.holders.some(({ variable }) => variable !== undefined && variables.has(variable));
}

/** The obligation whose value an expression is: bound with its handle, a member of it, or made of it by a call. */
function ownerOf(
  sourceCode: SourceCode,
  expression: TSESTree.Node,
  owners: Owners,
  root: GraphRoot,
  seen = new Set<TSESTree.Node>(),
): Obligation | undefined {
  const inner = unwrap(expression);
  const base = inner.type === "MemberExpression" ? unwrap(inner.object) : inner;
  const variable = variableOf(sourceCode, base);
  if (!variable) return undefined;
  // A variable that is bound again holds the last of them.
  const found = owners.get(variable)?.findLast((obligation) => obligation.root === root);
  if (found) return found;
  const value = constantValue(variable);
  const made = value && unwrap(value);
  if (made?.type !== "CallExpression" || seen.has(made)) return undefined;
  for (const argument of made.arguments) {
    const owner = ownerOf(sourceCode, argument, owners, root, seen.add(made));
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
  spend(own.size + parents.size);
  for (const [node, effects] of parents) {
    const discharges = effects
      .filter(({ kind }) => kind !== "hold")
      .map((effect) => ({ ...effect, by: undefined }) as Effect);
    if (discharges.length > 0) merged.set(node, [...(merged.get(node) ?? []), ...discharges]);
  }
  return merged;
}

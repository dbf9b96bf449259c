import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { outermost } from "../ast/transparent.ts";
import type { LeaksSettings } from "../resources/settings.ts";
import type { GraphRoot } from "./control-flow/graph.ts";
import { makeSolvable } from "./obligations/make-solvable.ts";
import type { Obligation } from "./obligations/obligation.ts";
import { startEvent, type Solvable } from "./obligations/solvable.ts";
import { knowledgeOf } from "./ownership/outcomes/knowledge.ts";

/** The graph of a function and what is known of it. */
export type SolvableOf = (root: GraphRoot) => Solvable;

/** For the obligations of a file: a graph is built once for each function that has any, when it is asked for. */
export function solvablesFor(
  sourceCode: SourceCode,
  settings: LeaksSettings,
  obligations: readonly Obligation[],
): SolvableOf {
  const solvables = new Map<GraphRoot, Solvable>();
  const knowledge = knowledgeOf(sourceCode, settings, obligations);
  const bindings = bindingsOf(obligations);
  return (root) => {
    let solvable = solvables.get(root);
    if (!solvable) {
      solvable = makeSolvable(sourceCode, root, knowledge, bindings);
      solvables.set(root, solvable);
    }
    return solvable;
  };
}

/** The declarators and assignments whose whole right side is an acquire: what they bind is never null. */
function bindingsOf(obligations: readonly Obligation[]): Map<TSESTree.Node, Set<TSESLint.Scope.Variable>> {
  const bindings = new Map<TSESTree.Node, Set<TSESLint.Scope.Variable>>();
  for (const obligation of obligations) {
    const value = outermost(startEvent(obligation));
    const event = value.parent;
    if (event.type !== "VariableDeclarator" && event.type !== "AssignmentExpression") continue;
    const bound = obligation.holders.flatMap(({ variable }, i) =>
      variable && obligation.effects.get(event)?.some((effect) => effect.kind === "hold" && effect.to === i)
        ? variable
        : [],
    );
    if (obligation.value) bound.push(obligation.value);
    bindings.set(event, new Set(bound));
  }
  return bindings;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../ast/functions.ts";
import { outermost } from "../ast/transparent.ts";
import type { LeaksSettings } from "../resources/settings.ts";
import type { GraphRoot } from "./control-flow/graph.ts";
import { explainLeak } from "./obligations/explain-leak.ts";
import { findOpenEnd } from "./obligations/find-open-end.ts";
import type { Leak } from "./obligations/leak.ts";
import { makeSolvable } from "./obligations/make-solvable.ts";
import type { Obligation } from "./obligations/obligation.ts";
import { startEvent, type Solvable } from "./obligations/solvable.ts";
import { knowledgeOf } from "./ownership/knowledge.ts";
import { runsOnce } from "./ownership/runs-once.ts";

/** The leaks among the obligations of a file. A graph is built once for each function that has any. */
export function findLeaks(
  sourceCode: Readonly<TSESLint.SourceCode>,
  settings: LeaksSettings,
  obligations: readonly Obligation[],
): Leak[] {
  const solvables = new Map<GraphRoot, Solvable>();
  const knowledge = knowledgeOf(sourceCode, settings, obligations);
  const bindings = bindingsOf(obligations);
  const solvableOf = (root: GraphRoot): Solvable => {
    let solvable = solvables.get(root);
    if (!solvable) {
      solvable = makeSolvable(sourceCode, root, knowledge, bindings);
      solvables.set(root, solvable);
    }
    return solvable;
  };
  return obligations.flatMap((obligation) => {
    const solvable = solvableOf(obligation.root);
    const end = findOpenEnd(solvable, obligation);
    if (!end) return [];
    const { acquisition, handle, owner } = obligation;
    const blame = explainLeak(solvable, end);
    return {
      acquisition,
      owner,
      certain: true,
      obligation,
      handle,
      topLevel: owner === "activation" && lastsAsTheProcess(sourceCode, obligation, blame),
      ...blame,
    };
  });
}

/** Is the end of a leak that of the process? What is made once and never released may be meant to run as long. */
function lastsAsTheProcess(
  sourceCode: Readonly<TSESLint.SourceCode>,
  { acquisition: { node, resource } }: Obligation,
  { cause }: Pick<Leak, "cause">,
): boolean {
  if (enclosingFunction(node).type === "Program") return true;
  const isForGood = cause === "discarded" || cause === "never-released";
  return resource.lasting === true && isForGood && runsOnce(sourceCode, node);
}

/** The declarators and assignments whose whole right side is an acquire: what they bind is never null. */
function bindingsOf(obligations: readonly Obligation[]): Map<TSESTree.Node, Set<TSESLint.Scope.Variable>> {
  const bindings = new Map<TSESTree.Node, Set<TSESLint.Scope.Variable>>();
  for (const obligation of obligations) {
    const value = outermost(startEvent(obligation));
    const event = value.parent;
    if (event?.type !== "VariableDeclarator" && event?.type !== "AssignmentExpression") continue;
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

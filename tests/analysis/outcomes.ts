import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import parser from "@typescript-eslint/parser";
import { Linter } from "eslint";
import { isFunction } from "../../src/ast/functions.ts";
import { buildGraph } from "../../src/analysis/control-flow/build-graph.ts";
import type { Graph } from "../../src/analysis/control-flow/graph.ts";
import { orderOf } from "../../src/analysis/control-flow/order.ts";
import { factsAcross, factsAfter } from "../../src/analysis/dataflow/facts-across.ts";
import { findCorrelations } from "../../src/analysis/dataflow/correlations.ts";
import { explore } from "../../src/analysis/dataflow/explore.ts";
import { nothingKnown } from "../../src/analysis/dataflow/facts.ts";
import { findLiveKeys, keepLive } from "../../src/analysis/dataflow/live-facts.ts";
import { noPending } from "../../src/analysis/dataflow/pending.ts";
import { reachPrefix } from "../../src/analysis/dataflow/prefix.ts";

/** The parsed text with its scopes, as a rule gets it: nodes have their parents. */
export function sourceCodeOf(text: string): Readonly<TSESLint.SourceCode> {
  const linter = new Linter();
  const messages = linter.verify(text, [{ files: ["**/*.ts"], languageOptions: { parser } }], { filename: "file.ts" });
  const [syntaxError] = messages;
  if (syntaxError) throw new SyntaxError(`${syntaxError.message} in ${text}`);
  return linter.getSourceCode() as unknown as TSESLint.SourceCode;
}

/** The graph of the first function of a text. */
export function graphOf(sourceCode: Readonly<TSESLint.SourceCode>): Graph {
  const fn = sourceCode.ast.body.find((statement) => isFunction(statement));
  if (!fn) throw new TypeError("no function in the text");
  return buildGraph(fn);
}

const CALLS = ["a", "b", "c", "d"];

/**
 * Which of the calls `a()`, `b()`, `c()` and `d()` can have happened when the first function of a text is left, by all
 * that the analysis knows of conditions: one string for each possible run, `""` for one without calls.
 */
export function outcomesOf(text: string): string[] {
  const sourceCode = sourceCodeOf(text);
  const graph = graphOf(sourceCode);
  const correlations = findCorrelations(sourceCode, graph);
  const live = findLiveKeys(graph, correlations);
  reachPrefix(graph, correlations, live, orderOf(graph));
  const exits = new Set(Object.values(graph.exits));
  const outcomes = new Set<number>();
  const start = { block: graph.entry, from: 0, pending: noPending(), state: 0, facts: nothingKnown };
  explore([{ ...start, edge: undefined, before: undefined }], {
    run({ block, state, facts }) {
      if (exits.has(block)) outcomes.add(state);
      return block.events.reduce(
        (at, { node }) => ({ state: at.state | bitOf(node), facts: factsAfter(correlations, node, at.facts) }),
        { state, facts },
      );
    },
    cross({ condition, to }, _state, facts) {
      const after = condition ? factsAcross(correlations, condition, facts, () => false) : facts;
      return after && keepLive(after, live, to);
    },
  });
  return [...outcomes].map((bits) => CALLS.filter((_, i) => bits & (1 << i)).join("")).sort();
}

function bitOf(node: TSESTree.Node): number {
  const callee = node.type === "CallExpression" ? node.callee : undefined;
  const index = callee?.type === "Identifier" ? CALLS.indexOf(callee.name) : -1;
  return index < 0 ? 0 : 1 << index;
}

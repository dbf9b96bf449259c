import { oncePer } from "../../../ast/once.ts";
import type { Condition, GraphRoot } from "../../control-flow/graph.ts";
import { makeSolvable } from "../../obligations/make-solvable.ts";
import type { Solvable } from "../../obligations/solvable.ts";
import { plainKnowledgeOf } from "../outcomes/knowledge.ts";
import type { TracedFile } from "../tracing/traced-file.ts";

/** The graph of a function of an object with its facts, made once for all questions about its fields. */
export const solvableOf: (file: TracedFile, root: GraphRoot) => Solvable = oncePer(({ sourceCode, known }, root) =>
  makeSolvable(sourceCode, root, plainKnowledgeOf(sourceCode, known.settings), new Map()),
);

/** The conditions on which a function goes one way or the other. */
export function conditionsOf(file: TracedFile, root: GraphRoot): Condition[] {
  return solvableOf(file, root).graph.blocks.flatMap(({ edges }) => edges.flatMap(({ condition }) => condition ?? []));
}

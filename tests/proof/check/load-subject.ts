import type { TSESLint } from "@typescript-eslint/utils";
import type { buildGraph } from "../../../src/analysis/control-flow/build-graph.ts";
import type { knowledgeOf } from "../../../src/analysis/ownership/outcomes/knowledge.ts";
import type plugin from "../../../src/index.ts";
import type { Subject } from "./subject.ts";

/** The modules of one copy of the plugin's sources. */
export interface Modules {
  readonly buildGraph: typeof buildGraph;
  readonly knowledgeOf: typeof knowledgeOf;
  readonly plugin: typeof plugin;
}

/** Makes a copy of the plugin the subject of a proof. */
export function subjectFrom({ buildGraph, knowledgeOf, plugin }: Modules): Subject {
  return {
    plugin,
    graphOf(fn, sourceCode) {
      // ESLint and typescript-eslint call the same object by two types.
      const typed = sourceCode as unknown as TSESLint.SourceCode;
      return buildGraph(fn, knowledgeOf(typed, {}, []));
    },
  };
}

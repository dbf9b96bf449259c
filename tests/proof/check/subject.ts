import type { TSESTree } from "@typescript-eslint/utils";
import { Linter, type ESLint, type SourceCode } from "eslint";
import type { Graph } from "../../../src/analysis/control-flow/graph.ts";
import { isFunction, type FunctionNode } from "../../../src/ast/functions.ts";
import { childrenOf, type VisitorKeys } from "../instrument/nodes.ts";

/** What is under proof. Not imported here: seed-bugs.mjs proves that broken copies of it are caught. */
export interface Subject {
  readonly plugin: ESLint.Plugin;
  /** The graph of a function with all that the plugin knows of its calls and awaits. */
  readonly graphOf: (fn: FunctionNode, sourceCode: SourceCode) => Graph;
}

/** A program as the plugin sees it, with what the plugin says of it. */
export interface Linted {
  readonly fn: FunctionNode;
  readonly graph: Graph;
  readonly visitorKeys: VisitorKeys;
  /** The message on each line that has a report. */
  readonly reports: ReadonlyMap<number, string>;
}

const CAUSES = ["discarded", "never-released", "early-return", "exception", "branch", "overwritten"];

/** The rule alone, with every cause. */
export function ruleConfig({ plugin }: Subject): Linter.Config {
  return {
    languageOptions: { ecmaVersion: "latest", sourceType: "module" },
    plugins: { leaks: plugin },
    rules: { "leaks/no-lost-cancel": ["error", { causes: CAUSES }] },
  };
}

export function lint(text: string, subject: Subject): Linted {
  const linter = new Linter();
  const messages = linter.verify(text, ruleConfig(subject));
  const fatal = messages.find((message) => message.fatal);
  if (fatal) throw new Error(`line ${fatal.line}: ${fatal.message}`);
  const sourceCode = linter.getSourceCode();
  const { ast, visitorKeys } = sourceCode;
  const fn = findFunction(ast as unknown as TSESTree.Program, visitorKeys);
  return {
    fn,
    graph: subject.graphOf(fn, sourceCode),
    visitorKeys,
    reports: new Map(messages.map(({ line, message }) => [line, message])),
  };
}

/** The function under test is the one of the export. */
function findFunction(program: TSESTree.Program, visitorKeys: VisitorKeys): FunctionNode {
  const find = (node: TSESTree.Node): FunctionNode | undefined => {
    if (isFunction(node)) return node;
    for (const child of childrenOf(node, visitorKeys)) {
      const found = find(child);
      if (found) return found;
    }
    return undefined;
  };
  const exported = program.body.find(({ type }) => type === "ExportNamedDeclaration");
  const fn = exported && find(exported);
  if (!fn) throw new Error("no function under test");
  return fn;
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { Condition } from "../../../src/analysis/control-flow/graph.ts";

/** A question that an instrumented program answers in its trace. */
export interface Question {
  readonly kind: Condition["kind"];
  readonly node: TSESTree.Node;
  /** The code of the answer no; yes is the next one. */
  readonly code: number;
  /** The answer that leaves nothing in a trace: that a default was not needed cannot be seen from inside. */
  readonly silent: boolean | undefined;
}

/** What each number in a trace stands for: a node was evaluated, a `using` was disposed, a question was answered. */
export class Labels {
  readonly #texts: string[] = [];
  readonly #nodes: TSESTree.Node[] = [];
  readonly #events = { evaluate: new Map<TSESTree.Node, number>(), dispose: new Map<TSESTree.Node, number>() };
  readonly #questions = new Map<TSESTree.Node, Question>();

  event(kind: "evaluate" | "dispose", node: TSESTree.Node): number {
    const code = this.#add(kind, node);
    this.#events[kind].set(node, code);
    return code;
  }

  /** The code of the answer no; yes is the next one. Of a `case`, `key` is its test, otherwise the node asked. */
  question(kind: Condition["kind"], key: TSESTree.Node, node: TSESTree.Node = key, silent?: boolean): number {
    const code = this.#add(`not ${kind}`, key);
    this.#add(kind, key);
    this.#questions.set(key, { kind, node, code, silent });
    return code;
  }

  codeOf(kind: "evaluate" | "dispose", node: TSESTree.Node): number | undefined {
    return this.#events[kind].get(node);
  }

  /** What is asked of the value of `node`, as it stands in the program. */
  questionOf(node: TSESTree.Node): Question | undefined {
    const question = this.#questions.get(node);
    return question?.kind === "truthy" || question?.kind === "nullish" ? question : undefined;
  }

  /** The code that taking an edge under this condition leaves in a trace; `undefined` where it leaves none. */
  codeOfCondition({ kind, node, test, holds }: Condition): number | undefined {
    const question = this.#questions.get(test ?? node);
    if (question?.kind !== kind || question.node !== node) {
      throw new Error(`the program never asks: ${kind} of the ${node.type} on line ${node.loc.start.line}`);
    }
    return question.silent === holds ? undefined : question.code + (holds ? 1 : 0);
  }

  nodeOf(code: number): TSESTree.Node {
    return this.#nodes[code]!;
  }

  /** A code in words, with the source of its node. */
  describe(code: number, text: string): string {
    const node = this.#nodes[code]!;
    const source = text.slice(...node.range).replace(/\s+/g, " ");
    const short = source.length > 50 ? `${source.slice(0, 49)}…` : source;
    return `line ${node.loc.start.line}: ${this.#texts[code]} ${short}`;
  }

  #add(text: string, node: TSESTree.Node): number {
    this.#nodes.push(node);
    return this.#texts.push(text) - 1;
  }
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../ast/functions.ts";

/** What a graph can be built of: a function, or the program itself. */
export type GraphRoot = FunctionNode | TSESTree.Program;

/**
 * Something that happened, in order. `evaluate`: the node's own evaluation is complete (its operands came before);
 * `dispose`: the scope of a `using` declarator ends.
 */
export interface Event {
  readonly kind: "evaluate" | "dispose";
  readonly node: TSESTree.Node;
}

/** Why control is moving: what a `finally` carries while it runs, and takes up again at its end. */
export interface Completion {
  readonly kind: "normal" | "return" | "throw" | "break" | "continue";
  /** Where a jump goes in the end; `undefined` for normal and throw, whose target follows from the place. */
  readonly target: Block | undefined;
}

/** What must hold for an edge to be taken. `holds` is the outcome of the question `kind` asks of `node`. */
export interface Condition {
  /** `truthy`: is it true; `nullish`: null or undefined; `undefined`: is a default needed; `case`: equals `test`;
   * `next`: is there one more turn. */
  readonly kind: "truthy" | "nullish" | "undefined" | "case" | "next";
  readonly node: TSESTree.Node;
  readonly test?: TSESTree.Node;
  readonly holds: boolean;
}

/** A way from one block to another, and when it is taken. */
export interface Edge {
  readonly to: Block;
  readonly kind: "normal" | "exceptional";
  readonly condition?: Condition;
  /** The statement that jumps, or the expression that threw (or whose consumer stopped the generator there). */
  readonly by?: TSESTree.Node;
  /** The edge enters a `finally` with this completion pending. */
  readonly enters?: Completion;
  /** The edge leaves a `finally` and is taken only when this completion is the pending one. */
  readonly leaves?: Completion;
}

/** Events that happen one after the other, without a way in or out between them. */
export interface Block {
  readonly id: number;
  readonly events: Event[];
  readonly edges: Edge[];
  /** How many `finally` bodies are around it: that many completions are pending here. */
  readonly depth: number;
}

/**
 * The control-flow graph of one function body or program. One `finally` body stands once, with the pending completion
 * carried along (`Edge.enters`, `Edge.leaves`), which equals cloning it and needs no bound.
 *
 * It does not record: getters, setters, iterator steps and conversions that run user code; `eval`; `with`.
 */
export interface Graph {
  readonly root: GraphRoot;
  readonly blocks: readonly Block[];
  readonly entry: Block;
  readonly exits: { readonly return: Block; readonly end: Block; readonly throw: Block };
}

/** An edge that no statement of the program spells out: an `await` that rejects, a call that throws, a `yield` left. */
export function isImplicit(edge: Edge): edge is Edge & { readonly by: TSESTree.Node } {
  return edge.kind === "exceptional" && edge.by !== undefined && edge.by.type !== "ThrowStatement";
}

/** Of those, one that a call spells: it may throw, but by default nobody expects it to. */
export function isThrownByCall(edge: Edge): boolean {
  return isImplicit(edge) && /^(?:Call|New|TaggedTemplate)Expression$/.test(edge.by.type);
}

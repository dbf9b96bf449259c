import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import type { Acquisition, HandlePath } from "../../../resources/acquisition.ts";
import type { LeaksSettings } from "../../../resources/settings.ts";
import { exceed, spend } from "../../bounded.ts";
import { bounds } from "../../bounds.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import type { Effect, EscapeKind, Holder } from "../../obligations/obligation.ts";
import { findDeferred } from "../functions/deferred.ts";

/** What a call of the value does to the obligation: the handle itself releases, a closure does what its body does. */
export type OnCall = "release" | "escape";

/** A value that leads to the handle: the handle, something that contains it, or a closure that uses it. */
export interface Value {
  readonly path: HandlePath;
  /** The holder it stands for. */
  readonly by: number;
  readonly onCall: OnCall;
  /** A closure: its aliases need no bookkeeping, since what it acts on is the captured variable. */
  readonly closure: boolean;
  /** A closure that does what it does after it has returned: behind an `await`, or in another callback. */
  readonly later?: boolean;
}

type Through = Pick<Value, "by" | "closure">;

/** A return of a value that leads to the handle: the function that does it is itself an acquire. */
export interface Handover {
  readonly statement: TSESTree.Node;
  readonly path: HandlePath;
  /** What is handed over is a closure that releases, not the handle itself. */
  readonly closure: boolean;
}

/**
 * The record of one walk along a value: where the handle of one acquire goes in one activation. The walkers
 * (`followValue`, `bindPattern`, `passArgument`) write into it.
 */
export class Trace {
  readonly holders: Holder[] = [{ variable: undefined, path: [] }];
  readonly effects: Map<TSESTree.Node, Effect[]> = new Map();
  readonly disposals: Map<TSESTree.Node, Effect[]> = new Map();
  readonly companions: Set<TSESLint.Scope.Variable> = new Set();
  value: TSESLint.Scope.Variable | undefined;
  readonly handovers: Handover[] = [];
  /** Calls that were lent a value with the handle in it; what they are depends on whether anything releases it here. */
  readonly loans: { readonly node: TSESTree.Node; readonly value: Value }[] = [];
  /** What calling a function of this activation does, by what stands in its body. */
  readonly closures: Map<FunctionNode, { onCall: OnCall; by: number; later: boolean }> = new Map();
  /** A use that this analysis cannot place: the rule must stay quiet. */
  isUnclear = false;
  /** Something is done with it after which it costs nothing: `timer.unref()`. */
  isHarmless = false;

  readonly #ways = new Set<string>();
  readonly #paths = new Map<TSESLint.Scope.Variable, readonly HandlePath[]>();
  readonly #bound = new Map<TSESLint.Scope.Variable, Set<string>>();

  readonly sourceCode: SourceCode;
  readonly acquisition: Acquisition;
  readonly root: GraphRoot;
  readonly settings: LeaksSettings;

  constructor(sourceCode: SourceCode, acquisition: Acquisition, root: GraphRoot, settings: LeaksSettings) {
    this.sourceCode = sourceCode;
    this.acquisition = acquisition;
    this.root = root;
    this.settings = settings;
  }

  /** A release at `node`; inside a function that runs later, it is what calling that function does. */
  release(node: TSESTree.Node, { by }: Pick<Value, "by">, when?: "fulfilled" | "rejected"): void {
    if (this.#isCaptured(node, by, "release")) return;
    this.#add(node, { kind: "release", by, ...(when && { when }) });
  }

  escape(node: TSESTree.Node, { by, closure }: Through, how: EscapeKind): void {
    if (this.#isCaptured(node, by, "escape")) return;
    this.#add(node, { kind: "escape", by, how, lasting: closure });
  }

  hold(node: TSESTree.Node, to: number, from: number | undefined): void {
    if (!findDeferred(node, this.root)) this.#add(node, { kind: "hold", to, from });
  }

  dispose(node: TSESTree.Node, by: number): void {
    this.disposals.set(node, [{ kind: "release", by }]);
  }

  /**
   * The index of the holder for a variable, and whether this way from it to the handle is new. There are no more
   * holders than a mask has bits for; those above are for other things (`heldByParent`, `findStarts`).
   */
  holder(variable: TSESLint.Scope.Variable, path: HandlePath): { index: number; isNew: boolean } {
    let index = this.holders.findIndex((holder) => holder.variable === variable);
    if (index < 0 && this.holders.length >= bounds.holders.most) exceed(bounds.holders);
    if (index < 0) index = this.holders.push({ variable, path }) - 1;
    const way = `${index} ${JSON.stringify(path)}`;
    const isNew = !this.isUnclear && !this.#ways.has(way);
    this.#ways.add(way);
    return { index, isNew };
  }

  /** Is a variable bound to such a closure for the first time? Some are bound by way of themselves. */
  isFirst(variable: TSESLint.Scope.Variable, { path, by, onCall, later }: Value): boolean {
    const way = JSON.stringify([path, by, onCall, later]);
    const known = this.#bound.get(variable) ?? new Set();
    this.#bound.set(variable, known);
    return known.size < known.add(way).size;
  }

  /**
   * Does a variable that holds the handle get something that it is a part of? `list = { cancel, next: list }` keeps all
   * handles of a loop, and leads to each in ways without end.
   */
  isNested(variable: TSESLint.Scope.Variable, path: HandlePath): boolean {
    const known = this.#paths.get(variable) ?? [];
    this.#paths.set(variable, [...known, path]);
    const endOf = (inner: HandlePath): string => JSON.stringify(path.slice(path.length - inner.length));
    return known.some((inner) => inner.length < path.length && endOf(inner) === JSON.stringify(inner));
  }

  #isCaptured(node: TSESTree.Node, by: number, onCall: OnCall): boolean {
    const fn = findDeferred(node, this.root);
    if (!fn) return false;
    const known = this.closures.get(fn);
    const later = fn.async || findDeferred(node, fn) !== undefined;
    if (!known || (known.onCall === "escape" && onCall === "release")) this.closures.set(fn, { onCall, by, later });
    return true;
  }

  #add(node: TSESTree.Node, effect: Effect): void {
    const effects = this.effects.get(node);
    spend(1);
    if (effects) effects.push(effect);
    else this.effects.set(node, [effect]);
  }
}

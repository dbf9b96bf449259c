import type { TSESTree } from "@typescript-eslint/utils";
import type { FinallyFrame, Frame, Frames } from "./frames.ts";
import type { Block, Completion, Condition, Edge, Graph, GraphRoot } from "./graph.ts";

/**
 * Writes a graph block by block: where we are, what is around us, and how jumps find their way out. Which node leads
 * to which calls is the business of the statement and expression builders.
 */
export class GraphWriter {
  readonly blocks: Block[] = [];
  readonly exits: Graph["exits"];
  readonly entry: Block;
  current: Block;
  frames: Frames | undefined;
  #depth = 0;
  readonly #completions = new Map<string, Completion>();

  constructor() {
    this.entry = this.block();
    this.exits = { return: this.block(), end: this.block(), throw: this.block() };
    this.current = this.entry;
  }

  finish(root: GraphRoot): Graph {
    this.connect(this.exits.end);
    return { root, blocks: this.blocks, entry: this.entry, exits: this.exits };
  }

  block(): Block {
    const block: Block = { id: this.blocks.length, events: [], edges: [], depth: this.#depth };
    this.blocks.push(block);
    return block;
  }

  evaluated(node: TSESTree.Node): void {
    this.current.events.push({ kind: "evaluate", node });
  }

  disposed(node: TSESTree.Node): void {
    this.current.events.push({ kind: "dispose", node });
  }

  connect(to: Block, condition?: Condition): void {
    this.#edge(this.current, { to, kind: "normal", ...(condition && { condition }) });
  }

  /** Goes on in `to`, from here. */
  continueIn(to: Block): void {
    this.connect(to);
    this.current = to;
  }

  /** What follows cannot be reached from here. */
  unreachable(): void {
    this.current = this.block();
  }

  /** Builds `write` with `frame` around it. */
  within(frame: Frame, write: () => void): void {
    const outer = this.frames;
    this.frames = { frame, outer };
    write();
    this.frames = outer;
  }

  /** A place inside a `finally` body, where one more completion is pending. */
  insideFinally(write: () => void): void {
    this.#depth++;
    write();
    this.#depth--;
  }

  return(by: TSESTree.Node, kind: Edge["kind"] = "normal"): void {
    const callback = this.#find((frame) => frame.kind === "callback");
    const target = callback?.kind === "callback" ? callback.returnTo : this.exits.return;
    this.#jump(this.current, this.frames, this.completion("return", target), { kind, by });
  }

  throw(by: TSESTree.Node): void {
    this.#jump(this.current, this.frames, this.completion("throw"), { kind: "exceptional", by });
  }

  break(statement: TSESTree.BreakStatement): void {
    const label = statement.label?.name;
    const frame = this.#find(
      (f) => f.kind === "jump" && !!f.breakTo && (label ? f.labels.includes(label) : f.plainBreak),
    );
    if (frame?.kind !== "jump" || !frame.breakTo) return;
    this.#jump(this.current, this.frames, this.completion("break", frame.breakTo), { kind: "normal", by: statement });
  }

  continue(statement: TSESTree.ContinueStatement): void {
    const label = statement.label?.name;
    const frame = this.#find((f) => f.kind === "jump" && !!f.continueTo && (!label || f.labels.includes(label)));
    if (frame?.kind !== "jump" || !frame.continueTo) return;
    const completion = this.completion("continue", frame.continueTo);
    this.#jump(this.current, this.frames, completion, { kind: "normal", by: statement });
  }

  /** Is there a `catch` around us that waits for a throw from here? An executor's throw stays in its promise. */
  isCaught(): boolean {
    const first = this.#find((frame) => frame.kind === "catch" || (frame.kind === "callback" && !!frame.throwTo));
    return first?.kind === "catch";
  }

  /** Enters a `finally` with its body's normal completion. */
  enterFinally({ entry, completions }: FinallyFrame): void {
    const enters = this.completion("normal");
    completions.add(enters);
    this.#edge(this.current, { to: entry, kind: "normal", enters });
  }

  /** A `finally` to come: what it protects is written first. */
  finallyFrame(): FinallyFrame {
    this.#depth++;
    const entry = this.block();
    this.#depth--;
    return { kind: "finally", entry, completions: new Set() };
  }

  /** At the end of a `finally` body: takes up each pending completion again; normal goes on in `after`. */
  leaveFinally(completions: Iterable<Completion>, after: Block): void {
    for (const leaves of completions) {
      const kind = leaves.kind === "throw" ? "exceptional" : "normal";
      if (leaves.kind === "normal") this.#edge(this.current, { to: after, kind, leaves });
      else this.#jump(this.current, this.frames, leaves, { kind, leaves });
    }
  }

  completion(kind: Completion["kind"], target?: Block): Completion {
    const key = `${kind} ${target?.id ?? ""}`;
    let completion = this.#completions.get(key);
    if (!completion) this.#completions.set(key, (completion = { kind, target }));
    return completion;
  }

  #jump(from: Block, frames: Frames | undefined, completion: Completion, edge: Omit<Edge, "to">): void {
    for (let at = frames; at; at = at.outer) {
      const { frame } = at;
      if (frame.kind === "finally") {
        frame.completions.add(completion);
        this.#edge(from, { ...edge, to: frame.entry, enters: completion });
        return;
      }
      if (completion.kind === "throw") {
        const to = frame.kind === "catch" ? frame.entry : frame.kind === "callback" ? frame.throwTo : undefined;
        if (to) return this.#edge(from, { ...edge, to });
      } else if (isTarget(frame, completion)) break;
    }
    this.#edge(from, { ...edge, to: completion.target ?? this.exits.throw });
  }

  #edge(from: Block, edge: Edge): void {
    from.edges.push(edge);
  }

  #find(accepts: (frame: Frame) => boolean): Frame | undefined {
    for (let at = this.frames; at; at = at.outer) {
      if (accepts(at.frame)) return at.frame;
    }
    return undefined;
  }
}

function isTarget(frame: Frame, { kind, target }: Completion): boolean {
  if (frame.kind === "callback") return frame.returnTo === target;
  if (frame.kind !== "jump") return false;
  return kind === "break" ? frame.breakTo === target : frame.continueTo === target;
}

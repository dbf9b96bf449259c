import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { catchAround } from "../../../ast/catch-around.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { methodCallOf } from "../../../ast/members.ts";
import { calleeWord, isCallNamed, isReaction } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import type { Condition, GraphRoot } from "../../control-flow/graph.ts";
import { findPlace } from "../../dataflow/places.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { activationOf } from "../functions/deferred.ts";
import { changersOf } from "./changers.ts";
import { referencesTo, runsByItself } from "./driven.ts";
import type { Arm, Field } from "./field.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import { conditionsOf, solvableOf } from "./own-graph.ts";
import { calledBy, releases, runBy } from "./runs.ts";
import { walkPaths } from "./walk-paths.ts";
import { isField } from "./overwritten.ts";
import { reactionOf } from "./may-wait.ts";
import { needsTimer } from "./needs-timer.ts";
import { eventsOf } from "./own-events.ts";
import { teardownsOf } from "./teardown.ts";
import { isGuard, readsTouched, touchedOf, type Touched } from "./touched.ts";

/** Something that is waited for before an arm. */
export interface Wait {
  /** The `await`, or the call that waits: `.then(…)`, `.finally(…)`. */
  readonly after: TSESTree.Node;
  /**
   * Nobody outside can wait for it, so that a teardown in the meantime is a matter of time; and what is armed goes on
   * for ever: an interval, or a one-shot that arms the next.
   */
  readonly isCertain: boolean;
}

/** Arms that stand further than this from the wait, counted in calls, are not looked at. */
const maxHops = 3;

/** One search for waits before an arm, from function to calling function. */
export class WaitSearch {
  readonly #file: TracedFile;
  readonly #field: Field;
  readonly #touched: Touched;
  readonly #teardowns: readonly FunctionNode[];
  readonly #seen = new Set<GraphRoot>();

  constructor(file: TracedFile, field: Field) {
    this.#file = file;
    this.#field = field;
    this.#touched = touchedOf(file, field);
    this.#teardowns = teardownsOf(file, field).flatMap(({ fn }) => fn ?? []);
  }

  /**
   * Is the timer harmless after all: its callback asks whether the object is over, or clears the field? A one-shot has
   * fired by then, and what clears it in front of the next one stops nothing.
   */
  findsOut({ acquisition: { node, resource } }: Arm): boolean {
    const [first] = node.arguments;
    const callback = first && ownFunctionAt(this.#file.sourceCode, first);
    // What is not of this object has no business with its fields, and a helper that takes none has its own.
    if (!callback) return resource.expires === true || !first || unwrap(first).type !== "Identifier";
    if (resource.expires !== true) return releases(this.#file, this.#field, callback);
    return this.#armsAgain(callback) ? !this.#armsUnasked(callback) : this.#hasGuard(callback);
  }

  /** Does a function set the next timer, itself or by what it calls? */
  #armsAgain(fn: FunctionNode): boolean {
    const { functions } = changersOf(this.#field);
    return [...runBy(this.#file, fn)].some((each) => functions.has(each));
  }

  /** Does a path of a function lead to the next timer, with nothing on it that asks whether the object is over? */
  #armsUnasked(fn: FunctionNode, seen: Set<FunctionNode> = new Set()): boolean {
    if (seen.has(fn)) return false;
    seen.add(fn);
    const { acquires } = changersOf(this.#field);
    return eventsOf(this.#file.sourceCode, fn).some((event) => {
      const callee = calledBy(this.#file, event);
      const isNext = callee ? this.#armsAgain(callee) && this.#armsUnasked(callee, seen) : acquires.has(event);
      return isNext && this.#isUnasked(fn, event);
    });
  }

  /** Does a path lead to `target` from the entry on which nothing asks, before a wait or behind it? */
  #isUnasked(root: FunctionNode, target: TSESTree.Node): boolean {
    let isReached = false;
    walkPaths(solvableOf(this.#file, root), undefined, 1, {
      event: (node, state) => {
        if (node === target && state > 0) isReached = true;
        if (node === target) return undefined;
        return this.#undoes(node) ? 0 : state;
      },
      test: ({ node }, state) => (this.#isOwnTest(node) || !this.#isGuard(node) ? state : 0),
    });
    return isReached;
  }

  /** Does the callback of a timer ask whether the object is over? */
  asks({ acquisition: { node } }: Arm): boolean {
    const [first] = node.arguments;
    const callback = first && ownFunctionAt(this.#file.sourceCode, first);
    return callback !== undefined && this.#hasGuard(callback);
  }

  /** The wait before `target` in `root` or, where nothing on the way to `target` is a guard, in what calls `root`. */
  from(root: GraphRoot, target: TSESTree.Node, hops: number): Wait | undefined {
    if (!isFunction(root) || this.#seen.has(root) || hops > maxHops) return undefined;
    this.#seen.add(root);
    const after = this.#waitBefore(root, target);
    if (after) return { after, isCertain: runsByItself(this.#file, this.#field, root) };
    if (!this.#isUnguarded(root, target)) return undefined;
    const reaction = reactionOf(root);
    if (reaction) return this.#isReached(reaction) ? this.#behind(reaction, root) : undefined;
    for (const reference of referencesTo(this.#file, this.#field, root)) {
      const call = callOf(reference);
      const given = call ? undefined : reactionOf(reference);
      if (given && this.#isReached(given)) return this.#behind(given, root);
      const found = call && this.from(activationOf(call), call, hops + 1);
      if (found) return found;
    }
    return undefined;
  }

  #behind(after: TSESTree.CallExpression, root: FunctionNode): Wait {
    return { after, isCertain: runsByItself(this.#file, this.#field, root) };
  }

  /** Does a path lead to `target` from the entry, nothing on it being a guard? */
  #isUnguarded(root: GraphRoot, target: TSESTree.Node): boolean {
    let isReached = false;
    this.#walk(root, target, 1, () => void (isReached = true), []);
    return isReached;
  }

  #waitBefore(root: FunctionNode, target: TSESTree.Node): TSESTree.Node | undefined {
    if (!root.async) return undefined;
    const waited: TSESTree.Node[] = [];
    let found: TSESTree.Node | undefined;
    this.#walk(root, target, 0, (state) => void (found ??= waited[state - 2]), waited);
    return found;
  }

  /** States: 0 the object is known to be there, 1 nobody knows, 2 and more: since the wait of that index. */
  #walk(
    root: GraphRoot,
    target: TSESTree.Node,
    start: number,
    reach: (state: number) => void,
    waited: TSESTree.Node[],
  ): void {
    const behind = (wait: TSESTree.AwaitExpression): number =>
      this.#comesTo(target, wait) ? indexIn(waited, wait) + 2 : 0;
    walkPaths(solvableOf(this.#file, root), undefined, start, {
      event: (node, state) => {
        if (node === target) {
          if (state > 0) reach(state);
          return undefined;
        }
        if (node.type === "AwaitExpression") return behind(node);
        return this.#undoes(node) ? 0 : state;
      },
      rejects: behind,
      test: ({ node }, state) => (this.#isOwnTest(node) || !this.#isGuard(node) ? state : 0),
      isTaken: (condition, state) => !(state > 0 && needsTimer(this.#file, this.#field, condition, this.#teardowns)),
    });
  }

  /** After the teardown, is `target` reached from a wait? What it closes mostly rejects whoever waits for it. */
  #comesTo(target: TSESTree.Node, wait: TSESTree.AwaitExpression): boolean {
    return isMet(wait, target) || !readsTouched(this.#touched, wait.argument);
  }

  /** The same, of what is done in a reaction. */
  #isReached(reaction: TSESTree.CallExpression): boolean {
    return calleeWord(reaction) !== "then" || !readsTouched(this.#touched, reaction.callee);
  }

  /** Does an event take back the teardown: it runs one itself, or writes what those write? */
  readonly #undoes: (node: TSESTree.Node) => boolean = oncePer((node) => this.#isUndoing(node));

  #isUndoing(node: TSESTree.Node): boolean {
    if (node.type === "AssignmentExpression") return readsTouched(this.#touched, node.left);
    const callee = calledBy(this.#file, node);
    if (!callee) return false;
    const run = runBy(this.#file, callee);
    return this.#teardowns.some((teardown) => run.has(teardown)) || this.#asksFor(node, callee);
  }

  /** Does a called function ask for the caller: it asks, and throws, or says by its result what it has found? */
  #asksFor(call: TSESTree.Node, callee: FunctionNode): boolean {
    if (this.#armsAgain(callee) || !this.#hasGuard(callee)) return false;
    const throws = [...runBy(this.#file, callee)].some(({ body }) =>
      ownNodes(this.#file.sourceCode, body).some(({ type }) => type === "ThrowStatement"),
    );
    return throws || !isDropped(call);
  }

  #isGuard(test: TSESTree.Node): boolean {
    return isGuard(this.#touched, test);
  }

  #hasGuard(callback: FunctionNode): boolean {
    return [...runBy(this.#file, callback)].some((fn) =>
      conditionsOf(this.#file, fn).some(({ node }: Condition) => !this.#isOwnTest(node) && this.#isGuard(node)),
    );
  }

  /** Is it the field alone that is tested? */
  #isOwnTest(test: TSESTree.Node): boolean {
    const place = findPlace(this.#file.sourceCode, test);
    return place !== undefined && isField(this.#field, place);
  }
}

function indexIn(list: TSESTree.Node[], node: TSESTree.Node): number {
  const index = list.indexOf(node);
  return index >= 0 ? index : list.push(node) - 1;
}

/** Does nobody look at the result of a call, waited for or not? */
function isDropped(call: TSESTree.Node): boolean {
  let at = outermost(call);
  for (;;) {
    const reaction = methodCallOf(at);
    if (reaction && isReaction(reaction)) at = outermost(reaction);
    else if (at.parent?.type === "AwaitExpression") at = outermost(at.parent);
    else return at.parent?.type === "ExpressionStatement";
  }
}

/** Does the function go on behind an `await` that rejects, and come to `target`? */
function isMet(wait: TSESTree.AwaitExpression, target: TSESTree.Node): boolean {
  if (isCallNamed(unwrap(wait.argument), "catch") || catchAround(wait)) return true;
  for (let at: TSESTree.Node | undefined = wait; at && !isFunction(at); at = at.parent)
    if (isInFinallyOf(target, at)) return true;
  return false;
}

/** Does a node stand in the `finally` behind a `try` or a `catch`? */
function isInFinallyOf(node: TSESTree.Node, block: TSESTree.Node): boolean {
  const last = block.parent?.type === "TryStatement" ? block.parent.finalizer : null;
  return last !== null && last !== block && isWithin(node, last);
}

import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import type { Variable } from "../../../scope/variables.ts";
import { heldBehind } from "../../control-flow/conditions-around.ts";
import type { Condition } from "../../control-flow/graph.ts";
import { runByTimer } from "./run-by-timer.ts";
import { functionAround } from "./settling-uses.ts";
import type { Settling } from "./settling.ts";
import type { TimedPromise } from "./timer-promise.ts";
import { writesBehind } from "./writes-behind.ts";

/**
 * The flags of a promise that tell of the clear of its timer: `if (closed) resolve()`, where `closed` is only set
 * beside `clearTimeout`.
 *
 * It does not see a flag that is set where only another flag tells of the clear, and no way back: a timer that is
 * started again once the flag was set.
 */
export class ClearFlags {
  readonly #plain: () => Settling;
  readonly #promise: TimedPromise;
  readonly #known = new Map<TSESTree.Node, boolean>();

  /** @param plain the functions of the same promise, for which no flag tells anything */
  constructor(plain: () => Settling, promise: TimedPromise) {
    this.#plain = plain;
    this.#promise = promise;
  }

  /** Does a test come out like this only once the timer is cleared, or has fired? */
  tells(sourceCode: SourceCode, condition: Condition): boolean {
    return [condition, ...heldBehind(sourceCode, condition)].some((each) => {
      const writes = writesBehind(sourceCode, each, (variable) => this.#owns(variable));
      return writes?.every((write) => this.#isBesideClear(write)) === true;
    });
  }

  /** Is it declared in the executor, or in the function around that? */
  #owns({ defs: [def, ...more] }: Variable): boolean {
    const { executor, promise } = this.#promise;
    const around = def && enclosingFunction(def.node);
    return more.length === 0 && around !== undefined && [executor, enclosingFunction(promise)].includes(around);
  }

  #isBesideClear(write: TSESTree.Node): boolean {
    const known = this.#known.get(write);
    if (known !== undefined) return known;
    const isBeside = this.#isInCallback(write) || this.#isClearedAround(write);
    this.#known.set(write, isBeside);
    return isBeside;
  }

  #isInCallback(write: TSESTree.Node): boolean {
    const { callback } = this.#promise;
    const bodies = runByTimer(this.#plain().sourceCode, callback);
    return isWithin(write, callback) || [...bodies].some((body) => isWithin(write, body));
  }

  /** On each path through it, or by a function that has run where the one it stands in is made. */
  #isClearedAround(write: TSESTree.Node): boolean {
    const settling = this.#plain();
    const fn = functionAround(write);
    if (!fn) return false;
    if (settling.clearsBeside(fn, write)) return true;
    for (let at = functionAround(fn); at; at = functionAround(at)) if (settling.clears(at)) return true;
    return false;
  }
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { functionAt, nameOfFunction } from "../../../scope/named-function.ts";
import { readsOf } from "../../../scope/variables.ts";
import type { Condition } from "../../control-flow/graph.ts";
import { functionAround } from "./settling-uses.ts";
import type { Settling } from "./settling.ts";
import type { TimerPromise } from "./timer-promise.ts";
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
  readonly #promise: TimerPromise;
  readonly #known = new Map<TSESTree.Node, boolean>();

  /** @param plain the functions of the same promise, for which no flag tells anything */
  constructor(plain: () => Settling, promise: TimerPromise) {
    this.#plain = plain;
    this.#promise = promise;
  }

  /** Does a test come out like this only once the timer is cleared, or has fired? */
  tells(sourceCode: SourceCode, condition: Condition): boolean {
    const writes = writesBehind(sourceCode, condition, this.#promise);
    return writes?.every((each) => this.#isBesideClear(each)) === true;
  }

  #isBesideClear(write: TSESTree.Node): boolean {
    const known = this.#known.get(write);
    if (known !== undefined) return known;
    const isBeside = this.#isInCallback(write) || this.#isClearedAround(write);
    this.#known.set(write, isBeside);
    return isBeside;
  }

  /** What the timer calls, and nobody else does. */
  #isInCallback(write: TSESTree.Node): boolean {
    const { sourceCode } = this.#plain();
    const fn = functionAt(sourceCode, this.#promise.callback);
    const name = fn && nameOfFunction(sourceCode, fn);
    const isShared = readsOf(name).length > 1;
    return isWithin(write, fn && !isShared ? fn : this.#promise.callback);
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

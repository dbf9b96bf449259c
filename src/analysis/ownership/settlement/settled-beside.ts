import type { SourceCode } from "../../../ast/source-code.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import { isOpen } from "./path-bits.ts";
import { Settling } from "./settling.ts";
import type { TimerId } from "./timer-id.ts";
import { isOfTimer, type TimerPromise } from "./timer-promise.ts";
import { keeperOf, keptSettlersOf } from "../functions/executor.ts";

/**
 * Does everything clear the timer that can settle its promise instead? Only functions that such a variable is called in
 * can; whoever ends without having called one of them leaves the timer to settle the promise.
 *
 * @returns `false` where the executor does something else with its functions beside the timer
 */
export function isClearedBeside(
  sourceCode: SourceCode,
  knowledge: Knowledge,
  { promise, id }: { readonly promise: TimerPromise; readonly id: TimerId },
): boolean {
  const beside = promise.settlers.flatMap(({ references }) =>
    references.flatMap(({ identifier }) => (isOfTimer(identifier, promise) ? [] : identifier)),
  );
  if (beside.length === 0 || beside.some((each) => !keeperOf(each))) return false;
  const settlers = keptSettlersOf(sourceCode, promise.settlers);
  const settling = new Settling(sourceCode, knowledge, { promise: { ...promise, settlers }, id });
  return settling.functions.every((fn) => !settling.endsOf(fn).some((end) => isOpen(end.bits)));
}

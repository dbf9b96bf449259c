import type { TSESLint } from "@typescript-eslint/utils";
import { isWithin } from "../../../ast/statement-list.ts";
import { variableOf } from "../../../scope/variables.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import { isOpen, Settling } from "./settling.ts";
import type { TimerId } from "./timer-id.ts";
import type { TimerPromise } from "./timer-promise.ts";
import type { Variable } from "./uses.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * Is the promise of a timer settled by others only through a function that is kept beside it, and does all that calls
 * it clear the timer: `new Promise((_, r) => { reject = r; id = setTimeout(…); })` with
 * `function abort() { reject(reason); clearTimeout(id); }`?
 */
export function isClearedByKept(
  sourceCode: SourceCode,
  knowledge: Knowledge,
  { promise, id }: { promise: TimerPromise; id: TimerId },
): boolean {
  const settlers = promise.settlers.flatMap(({ references }) =>
    references
      .filter(({ identifier }) => !isWithin(identifier, promise.callback))
      .map(({ identifier }) => keeperOf(sourceCode, identifier)),
  );
  if (!settlers.every((each) => each !== undefined)) return false;
  const settling = new Settling(sourceCode, knowledge, { promise: { ...promise, settlers }, id });
  return settling.functions.every((fn) => !settling.endsOf(fn).some((end) => isOpen(end.bits)));
}

/** The variable that gets what is named here, and never anything else. */
function keeperOf(
  sourceCode: SourceCode,
  { parent }: Variable["references"][number]["identifier"],
): Variable | undefined {
  if (parent?.type !== "AssignmentExpression") return undefined;
  const keeper = variableOf(sourceCode, parent.left);
  const writes = keeper?.references.filter((each) => each.isWrite() && !each.init) ?? [];
  return writes.length === 1 ? keeper : undefined;
}

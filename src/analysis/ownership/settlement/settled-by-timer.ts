import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
import { memberMatches } from "../../../ast/names.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { functionAt } from "../../../scope/named-function.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import type { Obligation } from "../../obligations/obligation.ts";
import { deferredSettlerAt } from "./deferred-settler.ts";
import { isOpen } from "./path-bits.ts";
import { awaitsOf, overByRejection } from "./rejected-by.ts";
import { Settling } from "./settling.ts";
import { readTimerId } from "./timer-id.ts";
import { keeperOf, keptSettlersOf, settlersOf } from "../functions/executor.ts";

/**
 * A one-shot that settles a promise from beside, among other work: `setTimeout(() => late.reject(…), ms)`. It is over
 * where such a promise is rejected that nobody else rejects, and where one is settled that everybody else settles
 * behind a clear.
 *
 * It does not see: who settles a deferred that is an object, other than to reject it.
 */
export function withSettled(sourceCode: SourceCode, knowledge: Knowledge, obligation: Obligation): Obligation {
  const { node } = obligation.acquisition;
  const callback = node.arguments[0] && functionAt(sourceCode, node.arguments[0]);
  const settlers = callback ? settlersIn(sourceCode, callback) : [];
  if (!callback || settlers.length === 0) return obligation;
  const over = overByRejection(sourceCode, obligation, callback);
  const effects = new Map(over.effects);
  for (const settler of settlers)
    for (const at of awaitsOf(sourceCode, obligation.root))
      if (isSettledBehindClear(sourceCode, knowledge, { settler, at, obligation }))
        effects.set(at, [...(effects.get(at) ?? []), { kind: "release", by: undefined }]);
  return { ...over, effects };
}

/** What a callback calls by the name of `reject`, or of a variable that an executor has put its function into. */
export function settlersIn(sourceCode: SourceCode, callback: TSESTree.Node): TSESTree.Expression[] {
  const body = isFunction(callback) ? callback.body : callback;
  return ownNodes(sourceCode, body).flatMap((each) => {
    if (each.type !== "CallExpression") return [];
    const callee = unwrap(each.callee);
    const isNamed = callee.type === "MemberExpression" && memberMatches(callee, /^reject$/);
    return isNamed || (callee.type === "Identifier" && deferredSettlerAt(sourceCode, callee)) ? [each.callee] : [];
  });
}

interface Asked {
  readonly settler: TSESTree.Expression;
  readonly at: TSESTree.AwaitExpression;
  readonly obligation: Obligation;
}

/**
 * Does an `await` wait for the promise of a settler, and has everything that settles this cleared the timer, but for
 * its own callback?
 */
function isSettledBehindClear(
  sourceCode: SourceCode,
  knowledge: Knowledge,
  { settler, at, obligation }: Asked,
): boolean {
  const { node: timer } = obligation.acquisition;
  const deferred = deferredSettlerAt(sourceCode, settler);
  const made = deferred && unwrap(deferred.made);
  const [executor] = made?.type === "NewExpression" ? made.arguments : [];
  const [callback] = timer.arguments;
  if (!deferred?.promises.some((promise) => outermost(promise).parent === at)) return false;
  if (made?.type !== "NewExpression" || !isFunction(executor) || timer.type !== "CallExpression" || !callback)
    return false;
  const given = settlersOf(sourceCode, executor) ?? [];
  const isKept = given.every(({ references }) => references.every(({ identifier }) => keeperOf(identifier)));
  const id = readTimerId(sourceCode, { timer, callback });
  if (!isKept || id.fate !== "kept") return false;
  const settlers = keptSettlersOf(sourceCode, given);
  const settling = new Settling(sourceCode, knowledge, {
    promise: { timer, promise: made, executor, settlers, callback },
    id,
  });
  return settling.functions.every((fn) => !settling.endsOf(fn).some((end) => isOpen(end.bits)));
}

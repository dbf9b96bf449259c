import type { TSESTree } from "@typescript-eslint/utils";
import type { Leak } from "../analysis/obligations/leak.ts";
import { findExecutor, promiseAround, settlersOf } from "../analysis/ownership/functions/executor.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin, placeOf } from "../ast/statement-list.ts";
import { outermost } from "../ast/transparent.ts";
import { evaluatingStatement } from "./evaluating-statement.ts";
import { keepsType, typeArgumentEdit } from "./expected-type.ts";
import type { Edit, Fix } from "./fix.ts";
import { onlySettles } from "./only-settles.ts";
import { ownSignal } from "./own-signal.ts";

/** A fix, and whether it keeps behaviour on every path. */
export interface PromiseFix {
  readonly fix: Fix;
  readonly isSafe: boolean;
}

/**
 * A listener that is added in a promise's executor gets a `signal` that is aborted when the promise settles, or when
 * the race that it is written in is over.
 *
 * It is safe where the listener does nothing but settle that promise: after the end nobody could see that.
 *
 * @returns `null` for other owners, where something removes the listener already, where a statement cannot be put
 *   before, for options that are not written there, and where `AbortController` is something else
 */
export function endWithPromise(
  sourceCode: SourceCode,
  { acquisition, owner, at, mistake, cause }: Leak,
): PromiseFix | null {
  const { node } = acquisition;
  const promise = promiseAround(node);
  const isRemoved = cause !== "discarded" && cause !== "never-released";
  if (owner !== "settlement" || mistake || isRemoved || !promise) return null;
  const end = at?.type === "CallExpression" ? at : promise;
  const statement = isWithin(promise, end) ? evaluatingStatement(end.parent) : undefined;
  const own = statement && placeOf(statement) && ownSignal(sourceCode, acquisition, statement, "settled");
  if (!own) return null;
  const ending: Edit = { range: [end.range[1], end.range[1]], text: `.finally(() => ${own.name}.abort())` };
  const typed = keepsType(sourceCode, end) ? [] : typedBy(sourceCode, end);
  return {
    fix: { edits: [...own.edits, ending, ...(typed ?? [])] },
    isSafe: typed !== undefined && isForNothingElse(sourceCode, node) && (end === promise || isRacer(promise, end)),
  };
}

/** Is a promise one of a race's list, and nothing else? What others have of it may still be told when it has lost. */
function isRacer(promise: TSESTree.Node, race: TSESTree.Node): boolean {
  let at = outermost(promise);
  while (/^(?:(?:Array|Conditional|Logical)Expression|SpreadElement)$/.test(at.parent.type)) at = outermost(at.parent);
  return at.parent === race;
}

/** What writes the type of the promise that `.finally` stands behind; `undefined` where that is not known. */
function typedBy(sourceCode: SourceCode, end: TSESTree.Node): readonly Edit[] | undefined {
  const edit = end.type === "NewExpression" ? typeArgumentEdit(sourceCode, end) : undefined;
  return edit && [edit];
}

/** Does a listener do nothing but settle the promise of its executor? */
function isForNothingElse(sourceCode: SourceCode, call: Leak["acquisition"]["node"]): boolean {
  const settlers = settlersOf(sourceCode, findExecutor(call)!);
  const [, callback] = call.arguments;
  return settlers !== undefined && onlySettles({ callback: callback!, settlers });
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { Leak } from "../analysis/obligations/leak.ts";
import { findExecutor, promiseAround, settlersOf } from "../analysis/ownership/functions/executor.ts";
import { receiverOf } from "../ast/members.ts";
import { calleeMatches, isPropertyNamed } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin, placeOf } from "../ast/statement-list.ts";
import { outermost } from "../ast/transparent.ts";
import { isGlobalAt } from "../scope/is-global-at.ts";
import { evaluatingStatement } from "./evaluating-statement.ts";
import { keepsType, typeArgumentEdit } from "./expected-type.ts";
import type { Edit, Fix } from "./fix.ts";
import { listensWithSignal } from "./listens-with-signal.ts";
import { onlySettles } from "./only-settles.ts";
import { startOf } from "./text/directives.ts";
import { endOfArguments } from "./text/end-of-arguments.ts";
import { newName } from "./text/free-name.ts";
import { indentAt, lineBreakOf } from "./text/lines.ts";

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
  const takesOptions = calleeMatches(node, /^(?:addEventListener|once)$/);
  if (owner !== "settlement" || mistake || isRemoved || !promise || !takesOptions) return null;
  const end = at?.type === "CallExpression" ? at : promise;
  const statement = isWithin(promise, end) ? evaluatingStatement(end.parent) : undefined;
  if (!statement || !placeOf(statement)) return null;
  const name = newName(sourceCode, statement, "settled", node);
  const option = optionEdit(sourceCode, node, `signal: ${name}.signal`);
  if (!option || !isGlobalAt(sourceCode, statement, "AbortController")) return null;
  const { text } = sourceCode;
  const start = startOf(sourceCode, statement);
  const declaration = `const ${name} = new AbortController();${lineBreakOf(text)}${indentAt(text, start)}`;
  const edits = [
    { range: [start, start] as const, text: declaration },
    option,
    { range: [end.range[1], end.range[1]] as const, text: `.finally(() => ${name}.abort())` },
  ];
  const typed = keepsType(sourceCode, end) ? [] : typedBy(sourceCode, end);
  return {
    fix: { edits: [...edits, ...(typed ?? [])] },
    isSafe: typed !== undefined && isForNothingElse(sourceCode, node) && (end === promise || !isReactedTo(promise)),
  };
}

/** Does something else come of a promise, `new Promise(…).catch(tell)`? When it loses a race, it may still do that. */
function isReactedTo(promise: TSESTree.Node): boolean {
  return outermost(promise).parent.type === "MemberExpression";
}

/** What writes the type of the promise that `.finally` stands behind; `undefined` where that is not known. */
function typedBy(sourceCode: SourceCode, end: TSESTree.Node): readonly Edit[] | undefined {
  const edit = end.type === "NewExpression" ? typeArgumentEdit(sourceCode, end) : undefined;
  return edit && [edit];
}

/** Adds the option to the third argument, or the argument: not beside another `signal`, nor where none is taken. */
function optionEdit(sourceCode: SourceCode, call: Leak["acquisition"]["node"], option: string): Edit | undefined {
  const [, listener, options] = call.arguments;
  const receiver = call.type === "CallExpression" ? receiverOf(call) : undefined;
  if (receiver && !listensWithSignal(sourceCode, receiver)) return undefined;
  if (!options) {
    const end = endOfArguments(sourceCode, call);
    return listener && { range: [end, end], text: `, { ${option} }` };
  }
  if (options.type !== "ObjectExpression" || options.properties.some((each) => isPropertyNamed(each, "signal")))
    return undefined;
  const last = options.properties.at(-1);
  if (!last) return { range: options.range, text: `{ ${option} }` };
  return { range: [last.range[1], last.range[1]], text: `, ${option}` };
}

/** Does a listener do nothing but settle the promise of its executor? */
function isForNothingElse(sourceCode: SourceCode, call: Leak["acquisition"]["node"]): boolean {
  const settlers = settlersOf(sourceCode, findExecutor(call)!);
  const [, callback] = call.arguments;
  return settlers !== undefined && onlySettles({ callback: callback!, settlers });
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../ast/functions.ts";
import { isPlain } from "../ast/plain.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin, placeOf, type StatementPlace } from "../ast/statement-list.ts";
import { unwrap } from "../ast/transparent.ts";
import type { Leak } from "../analysis/obligations/leak.ts";
import type { Obligation } from "../analysis/obligations/obligation.ts";
import { destinyOf } from "../analysis/ownership/outcomes/promise-destiny.ts";
import { promiseSort } from "../analysis/ownership/outcomes/promise-valued.ts";
import { releasesSurely } from "../analysis/ownership/tracing/sure-release.ts";
import { usesOf } from "../analysis/ownership/uses/value-uses.ts";
import { isUnstoppable } from "../resources/acquisition.ts";
import { releaseCall } from "../resources/release-call.ts";
import { blockNames } from "../scope/names-inside.ts";
import { isConstant } from "../scope/variables.ts";
import { bindHandle, type Binding } from "./bind-handle.ts";
import { declareBefore, type Split } from "./declare-before.ts";
import { isLastOfRun } from "./is-last-of-run.ts";
import { canStandInBlock, keepsMeaning, namesLost } from "./movable.ts";
import { acquireStatement } from "./safe-run.ts";
import type { Suggestion } from "./suggestion.ts";
import { hasComments } from "./text/chunk.ts";
import { semicolon, withoutSemicolon } from "./text/semicolon.ts";
import { isAlone } from "./wrap-in-finally.ts";
import { statementsOf, type Wrap } from "./wrap.ts";
import { writeWraps } from "./write-wraps.ts";

/** What a wrap needs to know of a leak. */
interface Subject {
  readonly obligation: Obligation;
  readonly acquire: TSESTree.VariableDeclaration;
  readonly place: StatementPlace;
  /** How the handle is called, with a name that this suggestion gives it or has already. */
  readonly call: string;
  readonly handle: string;
  readonly binding: Binding | undefined;
  /** Statements that do nothing but release. */
  readonly releases: readonly TSESTree.Statement[];
}

/**
 * `try … finally` where a person must judge whether the work is done by then: around the statements up to the last
 * release of the block, or around all that follows the acquire.
 *
 * @param owed what leaking resources are bound to: taken apart from its acquire, such a name would hide its own leak
 * @returns none where the handle is given another value, handed on, or kept in a variable that lives on behind the
 *   block, where a promise that nobody here awaits is returned, where the statements cannot stand in a block, and where
 *   the release needs a name that they declare
 */
export function suggestWraps(
  sourceCode: SourceCode,
  { obligation, cause }: Leak,
  owed: ReadonlySet<TSESLint.Scope.Variable>,
): Suggestion[] {
  const subject = cause === "overwritten" ? undefined : subjectOf(sourceCode, obligation);
  if (!subject || returnsPromise(sourceCode, obligation) || isReleasedLater(sourceCode, obligation)) return [];
  const upToRelease = suggestUpToRelease(sourceCode, subject, owed);
  const rest = upToRelease ? undefined : suggestRest(sourceCode, subject);
  return [upToRelease, rest].filter((each) => each !== undefined);
}

function subjectOf(sourceCode: SourceCode, obligation: Obligation): Subject | undefined {
  const acquire = acquireStatement(obligation);
  const place = acquire && placeOf(acquire);
  const isClear = [...obligation.effects.values()].flat().every(({ kind }) => kind !== "escape");
  if (!place || !isClear || obligation.disposals.size > 0 || isUnstoppable(obligation.acquisition)) return undefined;
  const binding = obligation.handle === undefined ? bindHandle(sourceCode, obligation) : undefined;
  const handle = obligation.handle ?? binding?.name;
  const [, holder, ...aliases] = obligation.holders;
  const variable = holder?.variable;
  if (!handle || (!binding && !(variable && isConstant(variable)))) return undefined;
  if (aliases.some((alias) => alias.variable && !alias.variable.defs.some(({ name }) => isWithin(name, place.parent))))
    return undefined;
  const found = releasesIn(sourceCode, obligation);
  const like = found.find(isPlainCall);
  const written = like && withoutSemicolon(sourceCode, like);
  return { obligation, acquire, place, handle, binding, releases: found, call: written ?? callOf(obligation, handle) };
}

/** The statements that surely release, and do it for nothing else, in the order of the text. */
function releasesIn(sourceCode: SourceCode, { effects }: Obligation): TSESTree.Statement[] {
  const found = [...effects].flatMap(([node, list]) => {
    const isRelease = releasesSurely(sourceCode, node) && list.every(({ kind }) => kind === "release");
    let at: TSESTree.Node = node;
    while (/Chain|Await|TSNonNull/.test(at.parent!.type)) at = at.parent!;
    return isRelease && at.parent!.type === "ExpressionStatement" ? [at.parent!] : [];
  });
  return found.sort((a, b) => a.range[0] - b.range[0]);
}

/** Is it a call that evaluates nothing beside, so that it may be written again: `await ctx.cancel();`? */
function isPlainCall(statement: TSESTree.Statement): boolean {
  const node = statement.type === "ExpressionStatement" ? unwrap(statement.expression) : statement;
  const call = node.type === "AwaitExpression" ? unwrap(node.argument) : node;
  return call.type === "CallExpression" && [call.callee, ...call.arguments].every(isPlain);
}

/** How a release is written that the code does not have yet. */
function callOf({ acquisition }: Obligation, handle: string): string {
  const { resource, node } = acquisition;
  const { release, disposable, nullable } = resource;
  const asks = nullable === true ? "?." : "";
  const call = release.by === "argument" ? releaseCall(acquisition, handle) : `${handle}${asks}()`;
  const fn = enclosingFunction(node);
  const canAwait = fn.type === "Program" ? fn.sourceType === "module" : fn.async;
  return disposable === "async" && canAwait ? `await ${call}` : call;
}

/** A release at the end of the block would come before the promise that is returned has settled. */
function returnsPromise(sourceCode: SourceCode, obligation: Obligation): boolean {
  return usesOf(sourceCode, obligation).some(({ kind, destiny }) => kind !== "read" && destiny?.kind === "returned");
}

/** Does work that nobody here waits for release, once it is done? The end of the block would come before that. */
function isReleasedLater(sourceCode: SourceCode, { effects, root }: Obligation): boolean {
  return [...effects].some(
    ([node, list]) =>
      list.some(({ kind }) => kind === "release") &&
      promiseSort(sourceCode, node) !== undefined &&
      destinyOf(sourceCode, node, root).kind !== "awaited",
  );
}

/** `moveIntoFinally` and `declareBefore`: what follows the release stays behind it. */
function suggestUpToRelease(
  sourceCode: SourceCode,
  subject: Subject,
  owed: ReadonlySet<TSESLint.Scope.Variable>,
): Suggestion | undefined {
  const { place, releases, acquire } = subject;
  const last = releases.findLast((statement) => statement.parent === place.parent);
  if (!last || releases.some(({ range }) => range[1] > last.range[1])) return undefined;
  const statements = statementsOf({ place, acquire, last });
  if (statements.length < 2 || !keepsMeaning(sourceCode, statements, place)) return undefined;
  const lost = namesLost(sourceCode, statements);
  const end = lost.length > 0 ? (plainReturnBehind(sourceCode, subject, last) ?? last) : last;
  if (lost.length === 0 || end !== last)
    return write(sourceCode, subject, end, { messageId: "moveIntoFinally", names: "" });
  const split = lost.some((variable) => owed.has(variable)) ? undefined : declareBefore(sourceCode, lost);
  const names = split?.names.map((name) => `\`${name}\``).join(", ") ?? "";
  return split && write(sourceCode, subject, last, { messageId: "declareBefore", names }, split);
}

/** A `return` that may as well come before the release, and after which no name of the run is used. */
function plainReturnBehind(
  sourceCode: SourceCode,
  { place, acquire, obligation }: Subject,
  last: TSESTree.Statement,
): TSESTree.Statement | undefined {
  const next = place.list[place.list.indexOf(last) + 1];
  if (next?.type !== "ReturnStatement" || !isPlain(next.argument)) return undefined;
  const asks = usesOf(sourceCode, obligation).some(({ node }) => isWithin(node, next));
  return asks || namesLost(sourceCode, statementsOf({ place, acquire, last: next })).length > 0 ? undefined : next;
}

/** `wrapRest` and `keepAndWrap`: all that follows the acquire in its block. */
function suggestRest(sourceCode: SourceCode, subject: Subject): Suggestion | undefined {
  const { place, binding } = subject;
  const statements = place.list.slice(place.index + 1);
  const last = statements.at(-1);
  if (!last || !canStandInBlock(sourceCode, statements) || namesLost(sourceCode, statements).length > 0)
    return undefined;
  const messageId = binding ? "keepAndWrap" : "wrapRest";
  return write(sourceCode, subject, last, { messageId, names: "" });
}

/** Is a release written with names that the run declares, such as a helper? In `finally` they are not seen. */
function needsNamesOf(
  sourceCode: SourceCode,
  statements: readonly TSESTree.Statement[],
  release: TSESTree.Statement | undefined,
): boolean {
  const names = release ? blockNames(sourceCode, statements) : [];
  return names.some(({ references }) => references.some(({ identifier }) => isWithin(identifier, release!)));
}

function write(
  sourceCode: SourceCode,
  subject: Subject,
  last: TSESTree.Statement,
  { messageId, names }: Pick<Suggestion, "messageId"> & { readonly names: string },
  split?: Split,
): Suggestion | undefined {
  const { acquire, place, binding, handle, releases, call, obligation } = subject;
  const isMoved = (statement: TSESTree.Statement): boolean => statement.parent === place.parent;
  const removed = releases
    .filter((statement) => isLastOfRun(sourceCode, statement, { place, last }))
    .filter((statement) => isMoved(statement) || (!isAlone(statement) && !hasComments(sourceCode, statement)));
  const staysTwice = removed.length < releases.length;
  if (staysTwice && obligation.acquisition.resource.traits?.idempotent === false) return undefined;
  const moved = removed.filter(isMoved);
  const isPlace = moved.length === 1 ? moved[0] : undefined;
  if (needsNamesOf(sourceCode, statementsOf({ place, acquire, last }), isPlace ?? releases[0])) return undefined;
  if (moved.some((statement) => statement !== isPlace && hasComments(sourceCode, statement))) return undefined;
  const wrap: Wrap = {
    acquire,
    place,
    last,
    removed,
    releases: [isPlace ?? call + semicolon(sourceCode, acquire)],
    declarations: split?.declarations ?? [],
    edits: [...(split?.edits ?? []), ...(binding ? [binding.edit] : [])],
  };
  const fix = writeWraps(sourceCode, [wrap]);
  const named = obligation.acquisition.resource.release.by === "argument" ? call : handle;
  return fix ? { messageId, data: { handle: `\`${named}\``, names }, fix } : undefined;
}

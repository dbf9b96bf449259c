import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction } from "../ast/functions.ts";
import { isPlain } from "../ast/plain.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin, placeOf, type StatementPlace } from "../ast/statement-list.ts";
import { outermost } from "../ast/transparent.ts";
import type { Obligation } from "../analysis/obligations/obligation.ts";
import { startEvent } from "../analysis/obligations/solvable.ts";
import { losesNarrowing } from "./loses-narrowing.ts";
import { keepsMeaning, namesLost, yields } from "./movable.ts";
import { ownReleases, releaseText, type OwnRelease } from "./own-releases.ts";
import { usesOf } from "../analysis/ownership/uses/value-uses.ts";
import { held, released, waysOut } from "./release-ways.ts";
import { abortedByTimer } from "./timer-callback.ts";
import { isUnusedAtExits } from "./unused-at-exits.ts";

type Statement = TSESTree.Statement;

/** The statements from an acquire to the end of its resource, where a release in `finally` changes nothing else. */
export interface SafeRun {
  readonly acquire: TSESTree.VariableDeclaration;
  readonly place: StatementPlace;
  /** The statements behind the acquire, up to the last that releases. */
  readonly statements: readonly Statement[];
  readonly releases: readonly OwnRelease[];
  /** Jumps out of it on which nothing was released. */
  readonly hasEarlyExits: boolean;
  /** Does an expression use the resource? Then its place beside the release matters. */
  readonly usedIn: (node: TSESTree.Node) => boolean;
}

/** The declaration whose last declarator is an acquire, in a list of statements; `undefined` for other spellings. */
export function acquireStatement(obligation: Obligation): TSESTree.VariableDeclaration | undefined {
  const declarator = outermost(startEvent(obligation)).parent;
  if (declarator.type !== "VariableDeclarator" || declarator.parent.declarations.at(-1) !== declarator)
    return undefined;
  return placeOf(declarator.parent) ? declarator.parent : undefined;
}

/** The statements behind a place that begin before an offset. There may be thousands behind that. */
function statementsUpTo({ list, index }: StatementPlace, end: number): Statement[] {
  let last = index;
  while (last + 1 < list.length && list[last + 1]!.range[0] < end) last++;
  return list.slice(index + 1, last + 1);
}

/**
 * The run of statements in which a resource lives, if a release at its end, whatever way it ends, is the only change
 * there is to see: every way that releases does so once and last, nothing that was given the resource is still at work
 * when it is left in another way, and an early way out comes before anybody was given anything.
 *
 * @param isOther is a statement the release of another resource, whose order beside this one does not matter?
 */
export function findSafeRun(
  sourceCode: SourceCode,
  obligation: Obligation,
  isOther: (statement: Statement) => boolean,
): SafeRun | undefined {
  const { traits, kind } = obligation.acquisition.resource;
  if (!traits?.idempotent || !traits.stateless) return undefined;
  if (kind === "timer" && !abortedByTimer(sourceCode, obligation)) return undefined;
  const releases = ownReleases(obligation);
  const acquire = acquireStatement(obligation);
  const place = acquire && placeOf(acquire);
  if (!releases || !place || !areAlike(sourceCode, releases)) return undefined;
  const statements = statementsUpTo(place, Math.max(...releases.map((each) => each.statement.range[1])));
  if (releases.some((each) => !statements.some((statement) => isWithin(each.statement, statement)))) return undefined;
  const ways = waysOut(statements, new Set(releases.map(({ statement }) => statement)), isOther);
  const isOnce =
    ways && (ways.end & held) === 0 && ways.exits.every((exit) => exit.ways === held || exit.ways === released);
  const run = { statements, releases };
  if (!isOnce || yields(sourceCode, statements) || !isUnusedAtExits(sourceCode, obligation, run, ways.exits))
    return undefined;
  const uses = usesOf(sourceCode, obligation);
  return {
    acquire,
    place,
    statements,
    releases,
    hasEarlyExits: ways.exits.some((exit) => exit.ways === held),
    usedIn: (node) => uses.some((use) => isWithin(use.node, node)),
  };
}

/** One `finally` can stand for all: they are written the same. */
function areAlike(sourceCode: SourceCode, releases: readonly OwnRelease[]): boolean {
  return new Set(releases.map((release) => releaseText(sourceCode, release))).size === 1;
}

/**
 * The same run with what must move along: releases of others, and a trailing `return` (or `throw`) of plain names that
 * are declared in it.
 *
 * @returns `undefined` when names of the run would be used behind it all the same, or it would mean something else
 */
export function withTrailingReturn(
  sourceCode: SourceCode,
  { place, statements, usedIn }: SafeRun,
  isOther: (statement: Statement) => boolean,
): readonly Statement[] | undefined {
  if (!keepsMeaning(sourceCode, statements, place) || losesNarrowing(sourceCode, statements)) return undefined;
  if (namesLost(sourceCode, statements).length === 0) return statements;
  const start = place.index + 1;
  let end = start + statements.length;
  while (place.list[end] && isOther(place.list[end]!)) end++;
  const last = place.list[end];
  const isLeft = last?.type === "ThrowStatement" || (last?.type === "ReturnStatement" && !awaitsReturns(last));
  const isPlainEnd = isLeft && isPlain(last.argument) && !usedIn(last);
  const longer = place.list.slice(start, isPlainEnd ? end + 1 : end);
  return namesLost(sourceCode, longer).length === 0 ? longer : undefined;
}

/** An async generator waits for what it returns, in the `try` that the `return` stands in. */
function awaitsReturns(statement: TSESTree.ReturnStatement): boolean {
  const fn = enclosingFunction(statement);
  return isFunction(fn) && fn.async && fn.generator;
}

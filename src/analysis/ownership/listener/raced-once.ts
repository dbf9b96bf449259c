import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isFunction } from "../../../ast/functions.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { writtenText } from "../../../ast/written-text.ts";
import { isExportOf, originOf } from "../../../scope/origin.ts";
import { plainKnowledgeOf } from "../outcomes/knowledge.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { isOnceEnded } from "../races/once-ended.ts";
import { racersOf } from "../races/racers.ts";
import { findLoop } from "../races/turns.ts";
import { mayUseEvents, type AbortListener } from "../signals/abort-listener.ts";
import type { ListenerOwner } from "./owner-of-listener.ts";
import { racesOfListener } from "./races-of-listener.ts";
import { isOver } from "./settled-listener.ts";

/** `once(signal, "abort")`: a promise, and a listener that stays until the abort. */
export type AbortOnce = Pick<AbortListener, "node" | "signal">;

/** Every `once(signal, "abort")` of Node's `events` without a third argument, in the order of the text. */
export function findAbortOnces(sourceCode: SourceCode): AbortOnce[] {
  if (!mayUseEvents(sourceCode.text)) return [];
  return [...sourceCode.text.matchAll(/\bonce\b/g)].flatMap(({ index }) => {
    const callee = nodeAt(sourceCode, index);
    const call = callOf(callee);
    if (callee.type !== "Identifier" || !call || !isAbortOnce(call)) return [];
    const [signal] = call.arguments;
    const isOfNode = isExportOf(originOf(sourceCode, callee), "events", ["once"]);
    return isOfNode && signal && signal.type !== "SpreadElement" ? [{ node: call, signal }] : [];
  });
}

function isAbortOnce(node: TSESTree.Node): boolean {
  if (node.type !== "CallExpression" || !isOnceEnded(node)) return false;
  const [, event] = node.arguments;
  return writtenText(event) === "abort";
}

/**
 * The race that is over while the listener of a `once` stays. It is quiet where the race is in a loop, which is what
 * no-race-in-loop tells of, where somebody waits for the promise outside of races too, and where all that is raced are
 * aborts.
 *
 * @returns `undefined` where nothing races it, or its end is not the end of the work
 */
export function findRaceOfOnce(
  { sourceCode, known }: Pick<TracedFile, "sourceCode" | "known">,
  once: AbortOnce,
  { root }: ListenerOwner,
): TSESTree.CallExpression | undefined {
  const knowledge = plainKnowledgeOf(sourceCode, known.settings);
  const races = racesOfListener(sourceCode, once, once.node);
  if (!isFunction(root) || races.some(({ call }) => findLoop(sourceCode, call, knowledge))) return undefined;
  if (races.some(({ isShared }) => isShared)) return undefined;
  return races.find(({ call }) => isOver(sourceCode, call, root, knowledge) && racesWork(call))?.call;
}

/** A list that is not written there may hold anything. */
function racesWork(race: TSESTree.CallExpression): boolean {
  const racers = racersOf(race);
  return racers.length === 0 || racers.some((each) => !isAbortOnce(unwrap(each)));
}

import type { FunctionNode } from "../../../ast/functions.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isUnstoppable, type Acquisition, type HandlePath } from "../../../resources/acquisition.ts";
import type { LeaksSettings } from "../../../resources/settings.ts";
import { inFlight, type Obligation } from "../../obligations/obligation.ts";
import { followReferences } from "./bind-pattern.ts";
import { activationOf } from "../functions/deferred.ts";
import { followValue } from "./follow-value.ts";
import { Trace, type Handover, type Value } from "./trace.ts";

/** What following the handle of one acquire has shown. */
export interface Traced {
  readonly obligation: Obligation;
  /** The returns that hand it over whole to the caller. */
  readonly handovers: readonly Handover[];
  /** It was made to cost nothing (`timer.unref()`); only who must end it with itself may still owe it. */
  readonly isHarmless: boolean;
}

/**
 * Follows the handle of an acquire through its activation.
 *
 * @returns `undefined` when something is done with it that cannot be placed; no rule may say anything then
 */
export function traceObligation(
  sourceCode: SourceCode,
  acquisition: Acquisition,
  settings: LeaksSettings,
): Traced | undefined {
  const root = activationOf(acquisition.node);
  const trace = new Trace(sourceCode, acquisition, root, settings);
  for (const path of acquisition.paths) {
    followValue(trace, acquisition.node, { path, by: inFlight, onCall: "release", closure: false });
  }
  followClosures(trace);
  escapeToCaptured(trace);
  settleLoans(trace);
  if (trace.isUnclear) return undefined;
  const { holders, effects, disposals, companions, value, handovers, isHarmless } = trace;
  const handle = nameHandle(trace);
  return {
    obligation: {
      acquisition,
      owner: "activation",
      root,
      handle,
      holders,
      effects,
      disposals,
      companions,
      value,
    },
    handovers,
    isHarmless,
  };
}

/** A closure over the handle is itself followed: where it is called its body acts, where it escapes the handle does. */
export function followClosures(trace: Trace): void {
  const followed = new Map<FunctionNode, string>();
  for (let again = true; again;) {
    again = false;
    for (const [fn, { onCall, by, later }] of trace.closures) {
      if (followed.get(fn) === onCall) continue;
      followed.set(fn, onCall);
      again = true;
      followClosure(trace, fn, { path: [], by, onCall, closure: true, later });
    }
  }
}

function followClosure(trace: Trace, fn: FunctionNode, value: Value): void {
  if (fn.type !== "FunctionDeclaration") return followValue(trace, fn, value);
  if (isExported(fn)) trace.isUnclear = true;
  const [name] = trace.sourceCode.getDeclaredVariables(fn);
  if (name) followReferences(trace, name, value);
}

function isExported({ parent }: FunctionNode): boolean {
  return parent.type === "ExportNamedDeclaration" || parent.type === "ExportDefaultDeclaration";
}

/**
 * A closure that was given away reaches what its variable gets from then on: what is copied there escapes. What the
 * acquire itself binds there is decided path by path (`findStarts`).
 */
function escapeToCaptured({ effects }: Trace): void {
  const all = [...effects].flatMap(([node, list]) => list.map((effect) => ({ at: node.range[0], list, effect })));
  const given = all.flatMap(({ at, effect }) =>
    effect.kind === "escape" && effect.lasting ? { before: at, by: effect.by } : [],
  );
  for (const { at, list, effect } of all) {
    if (effect.kind !== "hold" || effect.from === undefined || effect.from === inFlight) continue;
    if (given.some(({ before, by }) => before < at && by === effect.to))
      list.push({ kind: "escape", by: effect.from, how: "captured" });
  }
}

/** Lent to a call that is awaited here, if this activation releases it somewhere, or nobody can; else given away. */
function settleLoans(trace: Trace): void {
  if (isUnstoppable(trace.acquisition)) return;
  const releases = [...trace.effects.values(), ...trace.disposals.values()]
    .flat()
    .some(({ kind }) => kind === "release");
  if (!releases) for (const { node, value } of trace.loans) trace.escape(node, value, "passed");
}

/** How the handle is written where it is bound: `cancel`, `h.cancel`; `undefined` when nothing ever reads it. */
function nameHandle({ holders, effects, disposals }: Trace): string | undefined {
  const [, first] = holders;
  const isUsed = [...effects.values(), ...disposals.values()].flat().some(({ kind }) => kind !== "hold");
  const { variable } = first ?? {};
  if (!variable) return isUsed ? "" : undefined;
  const isMeantToBeDropped = variable.name.startsWith("_") && !isUsed;
  return isMeantToBeDropped ? undefined : writePath(variable.name, first!.path);
}

function writePath(name: string, path: HandlePath): string {
  return path.reduce<string>((text, step) => {
    const key = typeof step === "object" ? step[0]! : step;
    return typeof key === "number" ? `${text}[${key}]` : `${text}.${key}`;
  }, name);
}

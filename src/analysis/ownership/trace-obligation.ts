import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../ast/functions.ts";
import { outermost } from "../../ast/transparent.ts";
import type { Acquisition, HandlePath } from "../../resources/acquisition.ts";
import type { LeaksSettings } from "../../resources/settings.ts";
import { variableOf } from "../../scope/variables.ts";
import type { GraphRoot } from "../control-flow/graph.ts";
import { inFlight, type Obligation } from "../obligations/obligation.ts";
import { followReferences } from "./bind-pattern.ts";
import { activationOf } from "./deferred.ts";
import { followValue } from "./follow-value.ts";
import { Trace, type Handover, type Value } from "./trace.ts";

/** What following the handle of one acquire has shown. */
export interface Traced {
  readonly obligation: Obligation;
  /** The returns that hand it over whole to the caller. */
  readonly handovers: readonly Handover[];
}

/**
 * Follows the handle of an acquire through its activation.
 *
 * @returns `undefined` when something is done with it that cannot be placed; no rule may say anything then
 */
export function traceObligation(
  sourceCode: Readonly<TSESLint.SourceCode>,
  acquisition: Acquisition,
  settings: LeaksSettings,
): Traced | undefined {
  const root = ownerOf(sourceCode, acquisition.node);
  const trace = new Trace(sourceCode, acquisition, root, settings);
  for (const path of acquisition.paths) {
    followValue(trace, acquisition.node, { path, by: inFlight, onCall: "release", closure: false });
  }
  followClosures(trace);
  settleLoans(trace);
  if (trace.isUnclear) return undefined;
  const { holders, effects, disposals, companions, handovers } = trace;
  return {
    obligation: { acquisition, root, handle: nameHandle(trace), holders, effects, disposals, companions },
    handovers,
  };
}

/**
 * The activation that owns what is acquired at `node`: the function it stands in; from a callback that runs now, the
 * one that declares the variable it is assigned to.
 */
function ownerOf(sourceCode: Readonly<TSESLint.SourceCode>, node: TSESTree.Node): GraphRoot {
  const innermost = nearestFunction(node);
  const target = assignedVariable(sourceCode, node);
  const definition = target?.defs[0]?.name;
  if (!definition || nearestFunction(definition) === innermost) return innermost;
  const activation = activationOf(node);
  return activationOf(definition) === activation ? activation : innermost;
}

function nearestFunction(node: TSESTree.Node): GraphRoot {
  for (let at = node.parent; at; at = at.parent) if (isFunction(at) || at.type === "Program") return at;
  throw new TypeError("a node outside of a program");
}

function assignedVariable(
  sourceCode: Readonly<TSESLint.SourceCode>,
  node: TSESTree.Node,
): TSESLint.Scope.Variable | undefined {
  const { parent } = outermost(node);
  if (parent?.type !== "AssignmentExpression") return undefined;
  const target = firstName(parent.left);
  return target && variableOf(sourceCode, target);
}

function firstName(pattern: TSESTree.Node): TSESTree.Identifier | undefined {
  if (pattern.type === "Identifier") return pattern;
  const inner =
    pattern.type === "ArrayPattern"
      ? pattern.elements.at(-1)
      : pattern.type === "ObjectPattern"
        ? pattern.properties.at(-1)
        : pattern.type === "Property"
          ? pattern.value
          : undefined;
  return inner ? firstName(inner) : undefined;
}

/** A closure over the handle is itself followed: where it is called its body acts, where it escapes the handle does. */
function followClosures(trace: Trace): void {
  const followed = new Map<FunctionNode, string>();
  for (let again = true; again;) {
    again = false;
    for (const [fn, { onCall, by }] of trace.closures) {
      if (followed.get(fn) === onCall) continue;
      followed.set(fn, onCall);
      again = true;
      followClosure(trace, fn, { path: [], by, onCall, closure: true });
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

/** Lent to a call that is awaited here, if this activation releases it somewhere; otherwise given away. */
function settleLoans(trace: Trace): void {
  const releases = [...trace.effects.values(), ...trace.disposals.values()]
    .flat()
    .some(({ kind }) => kind === "release");
  if (!releases) for (const { node, by } of trace.loans) trace.escape(node, by, "passed");
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

import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { enclosingFunction, isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isPropertyNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { takesBack } from "../../../ast/takes-back.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { variableOf } from "../../../scope/variables.ts";
import { activationOf } from "../functions/deferred.ts";
import { readAbortCall } from "../signals/abort-listener.ts";
import { findCalls } from "../functions/calls-of.ts";
import type { Race } from "./races.ts";
import { chainOf } from "./reaction-chain.ts";
import { outlivesRace } from "./stopped-by-signal.ts";

/**
 * Is a timer cleared by nothing but the abort of a signal, which does not come when the race is over? The helper that
 * starts it is given no signal by the call in the race, `late(5000)` of `late(ms, signal?)`, or one that lives on.
 */
export function isClearedAtAbortOnly(
  sourceCode: SourceCode,
  clears: readonly TSESTree.Node[],
  { racer, call }: Race,
): boolean {
  return clears.every((clear) => {
    const signal = abortAround(sourceCode, clear);
    const root = signal && rootOf(signal);
    const param = variableOf(sourceCode, root)?.defs[0];
    if (!signal || param?.type !== "Parameter" || !isFunction(param.node)) return false;
    if (param.node === activationOf(call)) return outlivesRace(sourceCode, signal);
    const { start } = chainOf(sourceCode, racer);
    if (!start || !findCalls(sourceCode, param.node).includes(start)) return false;
    const index = param.node.params.indexOf(param.name);
    if (index < 0 || start.arguments.some(({ type }) => type === "SpreadElement")) return false;
    const given = start.arguments[index];
    return !given || outlivesRace(sourceCode, root === signal ? given : partCalled("signal", given));
  });
}

/** The signal whose abort runs the function that a node stands in; `undefined` where something else may run it. */
function abortAround(sourceCode: SourceCode, node: TSESTree.Node): TSESTree.Node | undefined {
  const fn = enclosingFunction(node);
  const listens = isFunction(fn) ? placesOf(sourceCode, fn).map(callGiven) : [];
  const [signal, ...more] = listens.flatMap((each) => {
    if (takesBack(each)) return [];
    return each ? [readAbortCall(each, "addEventListener")?.signal] : [undefined];
  });
  return more.length === 0 ? signal && unwrap(signal) : undefined;
}

function placesOf(sourceCode: SourceCode, fn: FunctionNode): TSESTree.Node[] {
  const name = nameOfFunction(sourceCode, fn);
  return name ? name.references.flatMap((each) => (each.init ? [] : each.identifier)) : [fn];
}

/** `options` of `options.signal`. */
function rootOf(signal: TSESTree.Node): TSESTree.Node {
  const node = unwrap(signal);
  return node.type === "MemberExpression" ? rootOf(node.object) : node;
}

function partCalled(name: string, given: TSESTree.Node): TSESTree.Node {
  const object = unwrap(given);
  if (object.type !== "ObjectExpression") return given;
  const part = object.properties.find((each) => isPropertyNamed(each, name));
  return part?.type === "Property" ? part.value : given;
}

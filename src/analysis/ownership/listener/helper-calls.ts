import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { rootOf } from "../../../ast/members.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { nameOfFunction } from "../../../scope/named-function.ts";
import { argumentAt, indexOfParam } from "../../../scope/parameters.ts";
import { variableOf, type Variable } from "../../../scope/variables.ts";
import { variablesUsedIn } from "../functions/used-in.ts";
import { namesGiven, type GivenNames } from "../functions/given-names.ts";
import type { Listening } from "./listening.ts";
import { ownerOf, type ListenerOwner } from "./owner-of-listener.ts";
import { signalOriginOf } from "../signals/signal-origin.ts";

/** Where a listener is added as part of the work of a function. */
export interface HelperCall<Owner extends ListenerOwner = ListenerOwner> {
  readonly node: TSESTree.CallExpression;
  readonly owner: Owner;
  /** What the call gives the function that adds it. */
  readonly given: GivenNames;
}

/**
 * The calls of a function that does nothing with an end itself, `linkTo(signal)`, from the function that it works for:
 * the one it is written in, or that makes all it acts on and gives it a signal from outside.
 *
 * It does not see calls in functions that are called in turn.
 */
export function callsOfHelper(listening: Listening): HelperCall[] {
  return everyCallOf(listening).filter(({ owner }) => owner.end !== "settlement");
}

/** Its calls in the executors of promises. */
export function callsInExecutors(listening: Listening): HelperCall<Settled>[] {
  return everyCallOf(listening).flatMap(({ owner, ...call }) => (owner.end === "settlement" ? { ...call, owner } : []));
}

/** The owner of a listener that is added in the executor of a promise. */
export type Settled = Extract<ListenerOwner, { end: "settlement" }>;

function everyCallOf({ sourceCode, added, uses, owner: { root } }: Listening): HelperCall[] {
  const name = isFunction(root) ? nameOfFunction(sourceCode, root) : undefined;
  if (!isFunction(root) || !name || keepsOwn(sourceCode, root, uses.fn)) return [];
  const isInside = name.scope.type !== "module" && name.scope.type !== "global";
  const called = name.references.flatMap(({ init, identifier }) => (init ? [] : [callOf(identifier)]));
  if (isInside && called.includes(undefined)) return [];
  return called.flatMap((node) => {
    const owner = node && ownerOf(sourceCode, node);
    if (!node || !owner) return [];
    if (isInside && !isWithin(root, owner.root)) return [];
    const given = namesGiven(sourceCode, root, node);
    return isFromOutside(sourceCode, added.signal, root, node) ? [{ node, owner, given }] : [];
  });
}

/** Does a listener act on what the helper makes itself? How long that lives is not told by who calls the helper. */
function keepsOwn(sourceCode: SourceCode, root: FunctionNode, fn: FunctionNode | undefined): boolean {
  if (!fn) return false;
  const isOwn = ({ defs }: Variable): boolean =>
    defs.some(({ type, name }) => type !== "Parameter" && isWithin(name, root) && !isWithin(name, fn));
  return [...variablesUsedIn(sourceCode, fn)].some(isOwn);
}

/** Does the call give a signal that outlives its function, if it is a parameter of the helper or in one? */
function isFromOutside(
  sourceCode: SourceCode,
  signal: TSESTree.Node,
  helper: FunctionNode,
  call: TSESTree.CallExpression,
): boolean {
  const definition = variableOf(sourceCode, rootOf(signal))?.defs[0];
  if (definition?.type !== "Parameter" || definition.node !== helper) return true;
  const argument = argumentAt(call, indexOfParam(helper, definition.name));
  return argument !== undefined && signalOriginOf(sourceCode, argument) === "outside";
}

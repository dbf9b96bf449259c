import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { isCallNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { boundAbort } from "../../../resources/aborted-by.ts";
import { constantValue, functionOf, type Variable, variableOf } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import { variablesUsedIn } from "../functions/used-in.ts";
import { abortsOf } from "../signals/aborts-of.ts";
import { bodiesOf } from "../functions/bodies-of.ts";
import { asksSignalOnly, standIns, type GivenNames } from "../functions/given-names.ts";
import type { Listening } from "./listening.ts";
import { madeFor } from "./made-listener.ts";
import { namesThis } from "../functions/names-this.ts";

/** What a listener acts on when the abort comes, of the activation that it was added in. */
export interface ListenerWork {
  /** It passes the abort on: to controllers that were made here or given. */
  readonly controllers: readonly Variable[];
  /** Everything else that the activation declares. */
  readonly locals: readonly Variable[];
  /** It acts on the object around. */
  readonly usesThis: boolean;
  /** It acts on what a call gives, and that is no name: `abortBy(this.own)`. */
  readonly usesUnknown: boolean;
}

/**
 * Reads what a listener names, itself and through the local functions it names.
 *
 * @param root the activation: the one it is added in, or one that calls the function which adds it
 * @param given what that call gives
 */
export function workOf(
  { sourceCode, added, uses, owner }: Pick<Listening, "sourceCode" | "added" | "uses" | "owner">,
  root: GraphRoot = owner.root,
  given: GivenNames = new Map(),
): ListenerWork {
  const made = madeFor(sourceCode, added.listener);
  const names: GivenNames = new Map([...given, ...(made?.given ?? [])]);
  const bodies = uses.fn ? bodiesOf(sourceCode, uses.fn, root) : new Set<FunctionNode>();
  const named = new Set([...bodies].flatMap((body) => [...variablesUsedIn(sourceCode, body)]));
  const bound = uses.fn ? undefined : boundBy(sourceCode, added.listener);
  if (bound) named.add(bound);
  const isAborted = (variable: Variable): boolean =>
    variable === bound || abortsOf(variable).some((identifier) => within(identifier, bodies));
  const controllers = standIns(
    [...named].filter((each) => isAborted(each)),
    names,
  );
  const ownCode: TSESTree.Node[] = [...bodies, ...(made ? [made.maker] : [])];
  const acted = [...named].filter((each) => !names.has(each) || !asksSignalOnly(each, bodies));
  const locals = standIns(acted, names).filter(
    (each) =>
      !controllers.includes(each) &&
      !functionOf(each) &&
      !isAlias(each) &&
      each.defs.some(({ name }) => runsIn(name, root) || isParameterInside(name, root)) &&
      !ownCode.some((code) => each.defs.some(({ name }) => isWithin(name, code))),
  );
  return {
    controllers,
    locals,
    usesThis: [...bodies].some((body) => namesThis(body, sourceCode)) || isBoundToThis(sourceCode, uses.fn, added),
    usesUnknown: acted.some((each) => names.get(each) === "unknown"),
  };
}

/** The controller that a listener aborts which is `controller.abort.bind(controller)`, there or in a constant. */
function boundBy(sourceCode: SourceCode, listener: TSESTree.Node): Variable | undefined {
  const node = constantValue(variableOf(sourceCode, listener)) ?? unwrap(listener);
  return node.type === "CallExpression" ? boundAbort(sourceCode, node) : undefined;
}

/** `onAbort.bind(this)`, of a function that names it. */
function isBoundToThis(
  sourceCode: SourceCode,
  fn: FunctionNode | undefined,
  { listener }: Listening["added"],
): boolean {
  const call = unwrap(listener);
  const isBound = isCallNamed(call, "bind");
  return isBound && fn !== undefined && /\bthis\b/.test(sourceCode.getText(fn));
}

/** Another name for something that was there before. */
function isAlias(variable: Variable): boolean {
  const value = constantValue(variable);
  return value !== undefined && /^(?:Identifier|MemberExpression|ThisExpression)$/.test(unwrap(value).type);
}

/** A parameter of a function inside of the root that runs with it, such as an executor's. */
function isParameterInside(name: TSESTree.Node, root: GraphRoot): boolean {
  return isFunction(root) && isWithin(name, root) && !root.params.some((param) => isWithin(name, param));
}

function within(node: TSESTree.Node, bodies: ReadonlySet<FunctionNode>): boolean {
  return [...bodies].some((body) => isWithin(node, body));
}

import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { memberOf } from "../../../ast/members.ts";
import { isMemberNamed, isNewController, isPropertyNamed } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { findPatternKeys } from "../../../ast/pattern-keys.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { constantValue, initOf, variableOf, type Variable } from "../../../scope/variables.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { runsIn } from "../../control-flow/immediate-callback.ts";
import { waysTo } from "../functions/ways-to.ts";
import { optionOf, type AbortListener } from "../signals/abort-listener.ts";
import { isAtOnce, onlyListens, type ListenerUses } from "./listener-uses.ts";

/**
 * The uses of a listener that a signal of its own takes away, `{ signal: own.signal }`: each `own.abort()` that the
 * listener does not do itself removes it.
 *
 * @returns `undefined` where the controller is not made here as a constant, is given to somebody, or is never aborted
 */
export function usesByOwnSignal(
  sourceCode: SourceCode,
  added: AbortListener,
  uses: ListenerUses,
): ListenerUses | undefined {
  const controller = controllerOf(sourceCode, added);
  if (!controller) return undefined;
  const members = controller.references.filter((each) => !each.init).map(({ identifier }) => memberOn(identifier));
  if (members.some((member) => member !== "signal" && typeof member !== "object")) return undefined;
  const removals = members.flatMap((abort) =>
    typeof abort === "object" && !(uses.fn && isWithin(abort, uses.fn)) ? [{ ...added, node: abort }] : [],
  );
  return removals.length > 0 ? { ...uses, removals, others: [] } : undefined;
}

/**
 * Is the signal that takes a listener away aborted by that listener alone, and so at the abort it listens for? Then it
 * ends nothing before. An `own.abort()` in front of the listener is for a signal that was aborted already, and one
 * behind it for a signal that is asked again.
 */
export function endsOnlyItself(
  sourceCode: SourceCode,
  added: AbortListener,
  { variable, fn }: ListenerUses,
  root: GraphRoot,
): boolean {
  const controller = controllerOf(sourceCode, added);
  if (!controller || !fn || (variable && !onlyListens(variable))) return false;
  const [start] = added.node.range;
  const isOfListener = (node: TSESTree.Node): boolean =>
    isWithin(node, fn) || isAtOnce(node) || (node.range[1] <= start && runsIn(node, root));
  return controller.references.every(({ init, identifier }) => {
    const member = init ? "signal" : memberOn(identifier);
    if (typeof member !== "object") return member === "signal";
    return isOfListener(member) || isCalledBy(sourceCode, member, root, isOfListener);
  });
}

/** Does a node stand in a local function that is called in accepted places alone, a listener among them? */
function isCalledBy(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  root: GraphRoot,
  accepts: (call: TSESTree.Node) => boolean,
): boolean {
  const ways = waysTo(sourceCode, node, root, accepts);
  return ways !== undefined && ways.given.length === 0 && ways.calls.length > 0;
}

/** The variable of `own` in the option `signal: own.signal`, wherever option and signal are written. */
function controllerOf(sourceCode: SourceCode, { options }: AbortListener): Variable | undefined {
  const option = optionOf(sourceCode, options, "signal");
  const own = option && option !== "none" ? controllerAt(sourceCode, unwrap(option)) : undefined;
  const variable = variableOf(sourceCode, own);
  const made = variable && constantValue(variable);
  return isNewController(made) ? variable : undefined;
}

/** What a signal is taken from: `own` of `own.signal`, also by a constant name, `const { signal } = own`. */
function controllerAt(sourceCode: SourceCode, signal: TSESTree.Node): TSESTree.Node | undefined {
  if (isMemberNamed(signal, "signal")) return unwrap(signal.object);
  const variable = variableOf(sourceCode, signal);
  const taken = variable && initOf(variable);
  const keys = variable?.defs.flatMap(({ name }) => findPatternKeys(name).keys);
  if (keys?.length === 0) return isMemberNamed(taken, "signal") ? unwrap(taken.object) : undefined;
  return keys?.length === 1 && keys[0] === "signal" ? taken : undefined;
}

/** What is done with the controller where it is named: it is asked for its signal, or aborted; else `undefined`. */
function memberOn(identifier: TSESTree.Node): "signal" | TSESTree.CallExpression | undefined {
  const member = memberOf(identifier);
  if (isMemberNamed(member, "signal") || isTakenApart(identifier)) return "signal";
  return isMemberNamed(member, "abort") ? callOf(member) : undefined;
}

/** `const { signal } = own` */
function isTakenApart(controller: TSESTree.Node): boolean {
  const { parent } = outermost(controller);
  if (parent.type !== "VariableDeclarator" || parent.id.type !== "ObjectPattern") return false;
  return parent.id.properties.every((each) => isPropertyNamed(each, "signal"));
}

import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { calleeWord } from "../../../ast/names.ts";
import { plainText } from "../../../ast/plain-text.ts";
import { escapePattern } from "../../../ast/text-pattern.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { listenMethods, onceEvents, repeatingEvents } from "../../../resources/catalog/lifecycles/objects.ts";
import { spend } from "../../bounded.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { activationOf } from "../functions/deferred.ts";
import { referencesTo } from "./driven.ts";
import type { Arm, Field } from "./field.ts";
import { ownFunctionsOf } from "../functions/own-functions.ts";
import { solvableOf } from "./own-graph.ts";
import { runBy } from "./runs.ts";
import { walkPaths } from "./walk-paths.ts";
import { decides, endsArm } from "./overwritten.ts";
import { isSetUp } from "./set-up.ts";
import { teardownsOf } from "./teardown.ts";

/**
 * The call that registers a handler which fires again and again, and each time starts one more interval in the same
 * field. Nothing on the way looks at the one before, and no other handler stops it.
 *
 * @returns `undefined` for a one-shot, and where the field is released anywhere but in the teardown
 */
export function findRepeated(file: TracedFile, field: Field, arm: Arm): TSESTree.CallExpression | undefined {
  if (arm.acquisition.resource.expires === true || field.uses.some(({ kind }) => kind === "other")) return undefined;
  const teardowns = new Set(teardownsOf(file, field).flatMap(({ fn }) => (fn ? [...runBy(file, fn)] : [])));
  const isStopped = field.uses.some(
    ({ kind, event }) => kind === "release" && !teardowns.has(activationOf(event) as FunctionNode),
  );
  const root = activationOf(arm.event);
  return isStopped || !isFunction(root)
    ? undefined
    : handlerAround(file, field, arm, { root, target: arm.acquisition.node });
}

/**
 * The method that makes one more interval with each call of it, and nothing in it stops the one before. Only the
 * callers know whether they call it twice.
 */
export function findRestarted(file: TracedFile, field: Field, arm: Arm): FunctionNode | undefined {
  const root = activationOf(arm.event);
  if (arm.acquisition.resource.expires === true || !isFunction(root)) return undefined;
  const own = ownFunctionsOf({ node: field.object, isStatic: field.isStatic }).find(({ fn }) => fn === root);
  // Frameworks call a set-up again only after the teardown.
  const isMethod = own?.kind === "method" && !own.name.startsWith("#") && !isSetUp(field, own.name);
  return isMethod && isStraight(file, field, arm, { root, target: arm.acquisition.node }) ? root : undefined;
}

interface Way {
  readonly root: FunctionNode;
  readonly target: TSESTree.Node;
}

/** The registration of the function that leads to the target, or of a function that calls it. */
function handlerAround(
  file: TracedFile,
  field: Field,
  arm: Arm,
  way: Way,
  hops = 0,
): TSESTree.CallExpression | undefined {
  if (hops > 2) return undefined;
  // Most functions are no handlers, which is seen at once; paths are walked for the others.
  const found = registrationOf(file, way.root) ?? handlerBehind(file, field, arm, way.root, hops);
  return found && isStraight(file, field, arm, way) ? found : undefined;
}

function handlerBehind(
  file: TracedFile,
  field: Field,
  arm: Arm,
  fn: FunctionNode,
  hops: number,
): TSESTree.CallExpression | undefined {
  for (const reference of referencesTo(file, field, fn)) {
    spend(1);
    const call = callOf(reference);
    const around = call && activationOf(call);
    const found =
      call && isFunction(around)
        ? handlerAround(file, field, arm, { root: around, target: call }, hops + 1)
        : registrationOf(file, reference);
    if (found) return found;
  }
  return undefined;
}

/** Does the function reach the target on no condition, past nothing that may have ended the timer before? */
function isStraight(file: TracedFile, field: Field, arm: Arm, { root, target }: Way): boolean {
  let isReached = false;
  walkPaths(solvableOf(file, root), undefined, 1, {
    event(node, state) {
      if (node === target && state === 1) isReached = true;
      return node === target || endsArm(file, field, arm, node) ? undefined : state;
    },
    test: (condition, state) => (decides(file, undefined, condition) ? 0 : state),
  });
  return isReached;
}

/** The call that is given a function as a handler of an event which repeats. */
function registrationOf({ sourceCode }: TracedFile, handler: TSESTree.Node): TSESTree.CallExpression | undefined {
  const value = outermost(handler);
  const { parent: call } = value;
  if (call.type !== "CallExpression" || call.arguments[1] !== value || call.arguments.length > 2) return undefined;
  const [event] = call.arguments;
  if (event?.type !== "Literal" || !listenMethods.has(calleeWord(call) ?? "")) return undefined;
  const name = String(event.value);
  const callee = unwrap(call.callee);
  if (callee.type !== "MemberExpression" || !repeatingEvents.has(name)) return undefined;
  // A connection that is made here connects once.
  const emitter = plainText(sourceCode, callee.object);
  const around = activationOf(call);
  const isMadeHere =
    isFunction(around) &&
    new RegExp(String.raw`(?<![\w.])${escapePattern(emitter)}\s*=[^=]`).test(sourceCode.getText(around));
  return onceEvents.has(name) && isMadeHere ? undefined : call;
}

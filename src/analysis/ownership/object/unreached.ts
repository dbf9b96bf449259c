import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { isMemberNamed } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import type { TracedFile } from "../tracing/claim.ts";
import { activationOf } from "../functions/deferred.ts";
import { changersOf } from "./changers.ts";
import type { Arm, Field } from "./field.ts";
import type { Use } from "./field-use.ts";
import { futileReleasesOf } from "./futile.ts";
import { ownFunctionAt, ownFunctionsOf } from "../functions/own-functions.ts";
import { solvableOf, runBy, walkPaths } from "./own-graph.ts";
import { teardownOf, teardownsOf, type Teardown } from "./teardown.ts";
import { WaitSearch } from "./wait-search.ts";

/**
 * The teardown that ends the object while the timer in the field runs on: nothing in the file releases the field, but
 * perhaps to put the next timer into it, or where the teardown does not come by.
 *
 * @returns `undefined` when there is no teardown, or the field is released or given to somebody anywhere
 */
export const findUnreached: (file: TracedFile, field: Field) => Teardown | undefined = oncePer((file, field) => {
  if (field.uses.some(({ kind }) => kind === "other")) return undefined;
  const futile = futileReleasesOf(file, field);
  const [teardown = meantAsTeardown(file, field, futile)] = teardownsOf(file, field);
  if (!teardown) return undefined;
  const releases = field.uses.filter((use) => use.kind === "release" && !futile.has(use));
  const { fn } = teardown;
  const isOwn = ({ event }: Use): boolean => activationOf(event) === fn;
  const isRun = (use: Use): boolean =>
    isOwn(use) || (fn !== undefined && runBy(file, fn).has(activationOf(use.event) as FunctionNode));
  // Those of the teardown itself are asked first: they mostly settle it, and cheaply.
  const inOrder = [...releases.filter(isOwn), ...releases.filter((use) => !isOwn(use))];
  return inOrder.every((use) => isForNextArm(file, field, use, isRun(use)) || isPassedBy(field, teardown, use))
    ? teardown
    : undefined;
});

/** Where no name says what ends the object, the method whose release of an interval never runs: it was meant to. */
function meantAsTeardown(file: TracedFile, field: Field, futile: ReadonlySet<Use>): Teardown | undefined {
  const { object: node, isStatic, arms } = field;
  const isOneShot = arms.some(({ acquisition }) => acquisition.resource.expires);
  const use = isOneShot ? undefined : [...futile].find((each) => !isForNextArm(file, field, each, true));
  const root = use && activationOf(use.event);
  const method = ownFunctionsOf({ node, isStatic }).find(({ fn, kind }) => fn === root && kind === "method");
  return method && teardownOf(method);
}

/** Does a one-shot look, when it fires, whether the teardown has run in the meantime? */
export function asksWhenItFires(file: TracedFile, field: Field, arm: Arm): boolean {
  if (!arm.acquisition.resource.expires) return false;
  const isWritten = teardownsOf(file, field).some(({ fn }) => fn);
  return isWritten && new WaitSearch(file, field).asks(arm);
}

/** Is an interval started that nothing in the file can stop, in an object that nothing says the end of? */
export function isEndless({ uses, arms }: Field): boolean {
  return arms.every(({ acquisition }) => !acquisition.resource.expires) && uses.every(({ kind }) => kind === "test");
}

/**
 * Does every way on from a release lead to an arm, so that it leaves the field with a timer in it? Behind one that the
 * teardown runs, a call that may arm does not count: it may well ask whether the object has ended.
 */
function isForNextArm(file: TracedFile, field: Field, { event }: Use, isRunByTeardown: boolean): boolean {
  const root = activationOf(event);
  if (!mayArm(file, field, root, isRunByTeardown)) return false;
  let [isLeft, isArmed] = [false, false];
  walkPaths(solvableOf(file, root), event, 0, {
    event(node) {
      const isArm = changersOf(field).acquires.has(node) || (!isRunByTeardown && armsByCall(file, field, node));
      isArmed ||= isArm;
      return isArm ? undefined : 0;
    },
    exit: () => void (isLeft = true),
  });
  return isArmed && !isLeft;
}

/** Has a function an arm at all, in itself or in what it calls? Most have none, and need no walk. */
function mayArm(file: TracedFile, field: Field, root: GraphRoot, isRunByTeardown: boolean): boolean {
  const { functions } = changersOf(field);
  if (functions.has(root) || isRunByTeardown || !isFunction(root)) return functions.has(root);
  return [...runBy(file, root)].some((fn) => functions.has(fn));
}

/** Does an event call a function that arms the field? */
function armsByCall(file: TracedFile, field: Field, node: TSESTree.Node): boolean {
  const { functions } = changersOf(field);
  const callee = node.type === "CallExpression" ? ownFunctionAt(file.sourceCode, node.callee) : undefined;
  if (!callee) return false;
  for (const each of runBy(file, callee)) if (functions.has(each)) return true;
  return false;
}

function isPassedBy({ object, isStatic }: Field, { passedBy }: Teardown, { event }: Use): boolean {
  if (passedBy.length === 0) return false;
  const around = ownFunctionsOf({ node: object, isStatic }).find(({ fn }) => isWithin(event, fn));
  return around !== undefined && passedBy.includes(around.name);
}

/** Is the timer in the field kept from holding the process, `this.timer.unref()`? */
export function isUnrefd({ uses }: Field): boolean {
  return uses.some(({ node }) => isMemberNamed(memberOf(node), "unref"));
}

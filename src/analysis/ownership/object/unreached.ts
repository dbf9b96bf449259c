import type { FunctionNode } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { isMemberNamed } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import { activationOf } from "../functions/deferred.ts";
import type { Arm, Field } from "./field.ts";
import type { FieldUse } from "./field-use.ts";
import { futileReleasesOf } from "./futile.ts";
import { isForNextArm } from "./for-next-arm.ts";
import { ownFunctionsOf } from "../functions/own-functions.ts";
import { runBy } from "./runs.ts";
import { isResumption } from "./resumption.ts";
import { teardownOf, teardownsOf, type Teardown } from "./teardown.ts";
import { WaitSearch } from "./wait-search.ts";

/**
 * The teardown that ends the object while the timer in the field runs on: nothing in the file releases the field, but
 * perhaps to put the next timer into it, to go on with the work, or where the teardown does not come by.
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
  const isOwn = ({ event }: FieldUse): boolean => activationOf(event) === fn;
  const isRun = (use: FieldUse): boolean =>
    isOwn(use) || (fn !== undefined && runBy(file, fn).has(activationOf(use.event) as FunctionNode));
  // Those of the teardown itself are asked first: they mostly settle it, and cheaply.
  const inOrder = [...releases.filter(isOwn), ...releases.filter((use) => !isOwn(use))];
  const isNoEnd = (use: FieldUse): boolean =>
    isForNextArm(file, field, use.event, isRun(use)) ||
    isPassedBy(field, teardown, use) ||
    isResumption(file, field, use.event);
  return inOrder.every(isNoEnd) ? teardown : undefined;
});

/** Where no name says what ends the object, the method whose release of an interval never runs: it was meant to. */
function meantAsTeardown(file: TracedFile, field: Field, futile: ReadonlySet<FieldUse>): Teardown | undefined {
  const { object: node, isStatic, arms } = field;
  const isOneShot = arms.some(({ acquisition }) => acquisition.resource.expires);
  const use = isOneShot ? undefined : [...futile].find(({ event }) => !isForNextArm(file, field, event, true));
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

function isPassedBy({ object, isStatic }: Field, { passedBy }: Teardown, { event }: FieldUse): boolean {
  if (passedBy.length === 0) return false;
  const around = ownFunctionsOf({ node: object, isStatic }).find(({ fn }) => isWithin(event, fn));
  return around !== undefined && passedBy.includes(around.name);
}

/** Is the timer in the field kept from holding the process, `this.timer.unref()`? */
export function isUnrefd({ uses }: Field): boolean {
  return uses.some(({ node }) => isMemberNamed(memberOf(node), "unref"));
}

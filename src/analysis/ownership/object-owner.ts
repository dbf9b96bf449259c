import type { FieldFault, Leak } from "../obligations/leak.ts";
import { claimForActivation } from "./activation-owner.ts";
import { leakOf, type Claim, type Claimant } from "./tracing/claim.ts";
import type { TracedFile } from "./tracing/traced-file.ts";
import { findSetup } from "./functions/find-setup.ts";
import { endsSoon } from "./object/ends-soon.ts";
import { fieldOf, type Arm, type Field } from "./object/field.ts";
import { findOverwritten } from "./object/overwritten.ts";
import { isIdle } from "./object/idle.ts";
import { findRearmed } from "./object/rearmed.ts";
import { isStartedByTeardown } from "./object/started-by-teardown.ts";
import { teardownsOf, type Teardown } from "./object/teardown.ts";
import { asksWhenItFires, findUnreached, isEndless, isUnrefd } from "./object/unreached.ts";
import { findRepeated, findRestarted } from "./object/repeated.ts";
import type { Traced } from "./tracing/trace-obligation.ts";

/**
 * An object owns what is stored in its fields, until its teardown. What it leaks is one of three things: the teardown
 * never stops the timer, the next timer overwrites it, or it is made after the teardown.
 *
 * It does not see what other files do with a field they can reach, nor a teardown under a name of its own.
 */
export const claimForObject: Claimant = (file: TracedFile, traced: Traced): Claim | undefined => {
  const field = fieldOf(file, traced.obligation.acquisition);
  const arm = field?.arms.find(({ acquisition }) => acquisition === traced.obligation.acquisition);
  if (!field || !arm || (field.variable && !isOfFactory(file, field, traced))) return undefined;
  const fault = isHarmless(field, traced) ? undefined : findFault(file, field, arm);
  return fault ? { obligations: [], leaks: [leakOfField(field, traced, fault)] } : claimForActivation(file, traced);
};

/** A variable of a function is a field if that returns an object which ends, and others of its functions set it. */
function isOfFactory(file: TracedFile, field: Field, { obligation: { root } }: Traced): boolean {
  return root !== field.object && !findSetup(file.sourceCode, root) && teardownsOf(file, field).length > 0;
}

/** Unref'd, a one-shot is of no matter; an interval still holds the object that is over. */
function isHarmless(field: Field, { obligation, isHarmless }: Traced): boolean {
  return obligation.acquisition.resource.expires === true && (isHarmless || isUnrefd(field));
}

type Fault = Pick<Leak, "cause" | "at" | "certain"> & { readonly field: FieldFault };

function findFault(file: TracedFile, field: Field, arm: Arm): Fault | undefined {
  // What an effect puts into a ref is the effect's; what else does can at most come too late.
  const isRef = field.variable !== undefined && field.member !== undefined;
  return (
    (isRef ? undefined : findLoss(file, field, arm)) ?? findLate(file, field, arm) ?? findPossible(file, field, arm)
  );
}

/** The teardown passes the timer by, or the field loses it. */
function findLoss(file: TracedFile, field: Field, arm: Arm): Fault | undefined {
  const unreached = isStartedByTeardown(file, field, arm) ? undefined : findUnreached(file, field);
  if (unreached) {
    const certain = !field.isOpen && !isOfNoMatter(file, field, arm) && !asksWhenItFires(file, field, arm);
    return { cause: "never-released", at: undefined, certain, field: faultOf("unreached", unreached) };
  }
  const overwritten = findOverwritten(file, field, arm);
  if (overwritten) {
    const { at, isCertain } = overwritten;
    return { cause: "overwritten", at, certain: isCertain, field: faultOf("overwritten") };
  }
  const repeated = findRepeated(file, field, arm);
  return repeated && { cause: "overwritten", at: repeated, certain: true, field: faultOf("repeated") };
}

function findLate(file: TracedFile, field: Field, arm: Arm): Fault | undefined {
  const rearmed = findRearmed(file, field, arm);
  if (!rearmed) return undefined;
  const { after, isCertain, teardown } = rearmed;
  const certain = isCertain && !isOfNoMatter(file, field, arm);
  return { cause: "never-released", at: after, certain, field: faultOf("rearmed", teardown) };
}

/** Does it only set something when it fires, or fire soon? */
function isOfNoMatter(file: TracedFile, field: Field, arm: Arm): boolean {
  return isIdle(file, arm) || endsSoon(file, field, arm);
}

/** What only who uses the object can rule out: it ends without a teardown, it is started twice. */
function findPossible(file: TracedFile, field: Field, arm: Arm): Fault | undefined {
  if (isEndless(field)) return { cause: "never-released", at: undefined, certain: false, field: faultOf("endless") };
  const restarted = findRestarted(file, field, arm);
  return restarted && { cause: "overwritten", at: restarted, certain: false, field: faultOf("restarted") };
}

function faultOf(kind: FieldFault["kind"], teardown?: Teardown): FieldFault {
  return { kind, teardown: teardown?.text, writtenAt: teardown?.fn };
}

function leakOfField(field: Field, { obligation }: Traced, fault: Fault): Leak {
  return leakOf({ ...obligation, owner: "object" }, { handle: field.text, topLevel: false, ...fault });
}

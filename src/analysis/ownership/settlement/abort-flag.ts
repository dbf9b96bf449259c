import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { memberOf } from "../../../ast/members.ts";
import { isMemberNamed, isNewController, isPropertyNamed } from "../../../ast/names.ts";
import { oncePer } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost } from "../../../ast/transparent.ts";
import { boundAbort } from "../../../resources/aborted-by.ts";
import { constantValue, isConstant, readsOf, type Variable } from "../../../scope/variables.ts";
import type { Place } from "../../dataflow/places.ts";
import { kinds, type AbstractValue } from "../../dataflow/value.ts";
import { placesOfSignal } from "../signals/places-of-signal.ts";
import type { Flag } from "./flags.ts";

/** What a signal says before it is aborted, and behind that. */
const answers: Readonly<Record<string, { before: AbstractValue; behind: AbstractValue | undefined }>> = {
  aborted: { before: { kinds: kinds.false }, behind: { kinds: kinds.true } },
  reason: { before: { kinds: kinds.undefined }, behind: undefined },
};

/** `own.signal.aborted`, also `signal.aborted` behind `const { signal } = own`, where all that aborts it is seen. */
export function abortFlagAt(sourceCode: SourceCode, { variable, members }: Place): Flag | undefined {
  const answer = answers[members.at(-1) ?? ""];
  const signals = answer && variable ? signalsAt(sourceCode, variable, members.slice(0, -1)) : [];
  const controller = signals.find((each) => each.members.length === 1 && each.members[0] === "signal")?.variable;
  const aborts = controller && abortsOfOwn(sourceCode, controller);
  if (!answer || !aborts) return undefined;
  const later = aborts.map((node) => ({ node, value: answer.behind }));
  return { variable: controller, history: () => ({ first: answer.before, later }) };
}

function signalsAt(
  sourceCode: SourceCode,
  variable: Variable,
  members: readonly string[],
): readonly Pick<Place, "variable" | "members">[] {
  if (members.length > 0) return [{ variable, members }];
  return isConstant(variable) ? placesOfSignal(sourceCode, variable.defs[0]!.name) : [];
}

/** Where a controller is aborted that nobody else has; `undefined` for one that is not made here, or is given away. */
export function abortsOfOwn(sourceCode: SourceCode, controller: Variable): readonly TSESTree.Node[] | undefined {
  return isNewController(constantValue(controller)) ? abortsIn(controller, sourceCode) : undefined;
}

const abortsIn = oncePer((controller: Variable, sourceCode: SourceCode): readonly TSESTree.Node[] | undefined => {
  const reads = readsOf(controller).filter((read) => !asksForSignal(read) && !isBound(sourceCode, read, controller));
  return reads.every((read) => isMemberNamed(memberOf(read), "abort")) ? reads : undefined;
});

/** `own.signal`, `const { signal } = own` */
function asksForSignal(controller: TSESTree.Node): boolean {
  const { parent } = outermost(controller);
  if (parent.type !== "VariableDeclarator") return isMemberNamed(memberOf(controller), "signal");
  return parent.id.type === "ObjectPattern" && parent.id.properties.every((each) => isPropertyNamed(each, "signal"));
}

/** The second `own` of `own.abort.bind(own)`. */
function isBound(sourceCode: SourceCode, argument: TSESTree.Node, controller: Variable): boolean {
  const call = callGiven(argument);
  return call !== undefined && boundAbort(sourceCode, call) === controller;
}

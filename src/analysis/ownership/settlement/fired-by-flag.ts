import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { FunctionNode } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { isMemberNamed } from "../../../ast/names.ts";
import { isNothing } from "../../../ast/nothing.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { isWriteTarget } from "../../../ast/write-target.ts";
import { boundAbort } from "../../../resources/aborted-by.ts";
import type { Variable } from "../../../scope/variables.ts";
import { heldBehind } from "../../control-flow/conditions-around.ts";
import type { Condition } from "../../control-flow/graph.ts";
import type { Fired } from "../../obligations/fired.ts";
import { abortsOfOwn } from "./abort-flag.ts";
import { errorsOfAbort } from "./abort-errors.ts";
import { runByTimer } from "./run-by-timer.ts";
import { tells, type Sign } from "./sign.ts";
import { writesBehind } from "./writes-behind.ts";

/** Does a condition that holds say that the timer has fired? */
export type Says = Fired["says"];

/**
 * What shows that a timer has fired which settles no promise: a test of what its callback alone sets, `timedOut = true`
 * or `state.late = true`, or of a signal that it alone aborts.
 *
 * @returns `undefined` where the callback sets nothing that could be asked for
 */
export function findFiredByFlag(sourceCode: SourceCode, callback: TSESTree.Node | undefined): Fired | undefined {
  const says = callback && saidByFlags(sourceCode, callback);
  return says && { rejects: new Set(), says: sayingToo(sourceCode, says) };
}

/** The same for a timer of any kind; each condition is better asked once. */
export function saidByFlags(sourceCode: SourceCode, callback: TSESTree.Node): Says | undefined {
  const bodies = runByTimer(sourceCode, callback);
  const flags = flagsOf(sourceCode, callback, bodies);
  if (flags.size === 0) return undefined;
  const isByTimer = (node: TSESTree.Node): boolean => [callback, ...bodies].some((body) => isWithin(node, body));
  const signs = [...bodies]
    .flatMap((body) => signsSetIn(sourceCode, body))
    .filter((sign) => isSetOnly(sign, isByTimer));
  for (const flag of flags) {
    const aborts = abortsOfOwn(sourceCode, flag);
    if (aborts?.every(isByTimer)) signs.push(...errorsOfAbort(sourceCode, flag, aborts));
  }
  return (condition) => {
    const writes = writesBehind(sourceCode, condition, (variable) => flags.has(variable));
    return writes?.every(isByTimer) === true || signs.some((sign) => tells(sourceCode, sign, condition));
  };
}

/** Also for a test of a constant that was given what says so: `const over = late`. Each condition is asked once. */
export function sayingToo(sourceCode: SourceCode, says: Says): Says {
  const known = new Map<Condition, boolean>();
  return (condition) => {
    let answer = known.get(condition);
    if (answer === undefined) {
      answer = [condition, ...heldBehind(sourceCode, condition)].some(says);
      known.set(condition, answer);
    }
    return answer;
  };
}

/** The variables of others that are set when a timer fires, also by a member, and the controllers that are aborted. */
function flagsOf(
  sourceCode: SourceCode,
  callback: TSESTree.Node,
  bodies: ReadonlySet<FunctionNode>,
): ReadonlySet<Variable> {
  const flags = new Set<Variable>();
  for (const reference of [...bodies].flatMap((body) => referencesOut(sourceCode, body))) {
    const member = memberOf(reference.identifier);
    const isMemberSet = member !== undefined && (isWriteTarget(member) || isMemberNamed(member, "abort"));
    if (reference.resolved && (reference.isWrite() || isMemberSet)) flags.add(reference.resolved);
  }
  const call = unwrap(callback);
  const bound = call.type === "CallExpression" ? boundAbort(sourceCode, call) : undefined;
  return bound ? flags.add(bound) : flags;
}

/** The variables of others that a function assigns, with what they get. */
export function signsSetIn(sourceCode: SourceCode, fn: FunctionNode): Sign[] {
  return referencesOut(sourceCode, fn).flatMap(({ resolved, identifier }) => {
    const { parent } = identifier;
    const isWrite = parent.type === "AssignmentExpression" && parent.left === identifier;
    return isWrite && resolved ? { variable: resolved, values: [parent.right] } : [];
  });
}

function referencesOut(sourceCode: SourceCode, fn: FunctionNode): readonly TSESLint.Scope.Reference[] {
  return sourceCode.scopeManager?.acquire(fn)?.through ?? [];
}

/** Does nothing else ever give the variable a value that is not false, `null` or the like? */
function isSetOnly({ variable }: Sign, isByTimer: (node: TSESTree.Node) => boolean): boolean {
  if (variable.defs[0]?.type !== "Variable") return false;
  return variable.references.every(
    (each) => !each.isWrite() || isByTimer(each.identifier) || (each.writeExpr && isEmpty(unwrap(each.writeExpr))),
  );
}

/** `false`, `null`, `undefined`, `0` or `""`. */
function isEmpty(value: TSESTree.Node): boolean {
  return isNothing(value) || (value.type === "Literal" && !value.value);
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../ast/calls.ts";
import { isFunction } from "../../ast/functions.ts";
import { isCallNamed, isNewController, memberMatches, memberName } from "../../ast/names.ts";
import { onlyExpressionOf } from "../../ast/only-expression.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { outermost, unwrap } from "../../ast/transparent.ts";
import { constantValue, variableOf } from "../../scope/variables.ts";
import { isBrief } from "./outcomes/brief.ts";
import { leakOf, type Claim, type Claimant } from "./tracing/claim.ts";
import { activationOf } from "./functions/deferred.ts";
import { destinyOf } from "./outcomes/promise-destiny.ts";

/**
 * A dropped one-shot that does nothing but abort a controller of its own function is a deadline for what the function
 * awaits. When that has settled there is nothing left to abort, and the timer goes on for nothing.
 *
 * It does not see: a controller or a signal that leaves the function or is kept in a variable, and work that is
 * returned rather than awaited.
 */
export const claimForDeadline: Claimant = ({ sourceCode }, { obligation }): Claim | undefined => {
  const { acquisition } = obligation;
  const { node, resource } = acquisition;
  if (!resource.expires || node.parent.type !== "ExpressionStatement") return undefined;
  if (isBrief(sourceCode, acquisition)) return undefined;
  const controller = findAborted(sourceCode, node);
  if (!controller || !isSpentInside(sourceCode, controller)) return undefined;
  return { obligations: [], leaks: [leakOf(obligation, { cause: "discarded" })] };
};

/** The controller, made in the same function, that the callback of a timer aborts, and does nothing else. */
export function findAborted(
  sourceCode: SourceCode,
  timer: TSESTree.CallExpression | TSESTree.NewExpression,
): TSESLint.Scope.Variable | undefined {
  const [callback] = timer.arguments;
  if (!isFunction(callback)) return undefined;
  const done = onlyExpressionOf(callback);
  if (!isCallNamed(done, "abort")) return undefined;
  const callee = unwrap(done.callee);
  const variable = callee.type === "MemberExpression" ? variableOf(sourceCode, callee.object) : undefined;
  const made = constantValue(variable);
  const isOwn = isNewController(made);
  return isOwn && activationOf(made) === activationOf(timer) ? variable : undefined;
}

/** Is the signal given to work alone that the function awaits, and the controller to nobody? */
function isSpentInside(sourceCode: SourceCode, { references }: TSESLint.Scope.Variable): boolean {
  const uses = references.flatMap((each) => (each.init === true ? [] : [useOf(sourceCode, each.identifier)]));
  return uses.includes("work") && !uses.includes("other");
}

function useOf(sourceCode: SourceCode, controller: TSESTree.Node): "work" | "read" | "other" {
  const { parent } = controller;
  if (parent?.type !== "MemberExpression" || parent.object !== controller) return "other";
  const name = memberName(parent);
  if (name === "abort") return "read";
  if (name !== "signal") return "other";
  const value = outermost(parent);
  if (value.parent.type === "MemberExpression")
    return memberMatches(value.parent, /^(?:aborted|reason|throwIfAborted)$/) ? "read" : "other";
  const call = callGiven(optionsWith(value));
  if (!call) return "other";
  return destinyOf(sourceCode, call, activationOf(call)).kind === "awaited" ? "work" : "other";
}

/** The options that a value is written into: `{ request: { signal } }`; itself where there are none. */
function optionsWith(value: TSESTree.Node): TSESTree.Node {
  const { parent } = value;
  if (parent?.type !== "Property" || parent.parent.type !== "ObjectExpression") return value;
  return optionsWith(outermost(parent.parent));
}

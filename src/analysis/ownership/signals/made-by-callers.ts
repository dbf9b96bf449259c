import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../../../ast/functions.ts";
import { isNewController, memberName } from "../../../ast/names.ts";
import { isSameText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { variableOf, type Variable } from "../../../scope/variables.ts";
import type { Given } from "../functions/given-by-calls.ts";
import { mentionsOf } from "../functions/mentions.ts";

/**
 * Do all calls give the signal of a controller that the function around them has made, `own.signal`, also where it has
 * put that into a field of the object, `this.own = new AbortController()`?
 */
export function isOfCallersOnly(sourceCode: SourceCode, calls: readonly Given[]): boolean {
  const isOwn = (signal: TSESTree.Node): boolean => {
    const member = unwrap(signal);
    if (member.type !== "MemberExpression") return false;
    const object = unwrap(member.object);
    if (object.type === "MemberExpression") return isFieldMadeAround(sourceCode, object);
    const controller = variableOf(sourceCode, object);
    return controller !== undefined && controller.scope.type !== "module" && isMadeHere(controller);
  };
  return calls.length > 0 && calls.every(({ given }) => given.every(isOwn));
}

/** Is it given something that is made here? */
export function isMadeHere({ references }: Variable): boolean {
  return references.some(({ writeExpr }) => writeExpr?.type === "NewExpression");
}

/** Does the function around a field put a new controller into it? */
function isFieldMadeAround(sourceCode: SourceCode, field: TSESTree.MemberExpression): boolean {
  const name = memberName(field);
  if (name === undefined || unwrap(field.object).type !== "ThisExpression") return false;
  return mentionsOf(sourceCode, name).some(({ parent: written }) => {
    const isIt = written?.type === "MemberExpression" && isSameText(sourceCode, written, field);
    if (!isIt || enclosingFunction(written) !== enclosingFunction(field)) return false;
    const target = outermost(written);
    const { parent } = target;
    return parent.type === "AssignmentExpression" && parent.left === target && isNewController(unwrap(parent.right));
  });
}

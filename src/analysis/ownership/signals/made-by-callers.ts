import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../../../ast/functions.ts";
import { memberOf } from "../../../ast/members.ts";
import { isMemberNamed, isNewController, isPropertyNamed, memberName } from "../../../ast/names.ts";
import { isSameText } from "../../../ast/plain-text.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { outermost, unwrap } from "../../../ast/transparent.ts";
import { variableOf, type Variable } from "../../../scope/variables.ts";
import type { Given } from "../functions/given-by-calls.ts";
import { mentionsOf } from "../functions/mentions.ts";

/**
 * Do all calls give the signal of a controller that the function around them has made, `own.signal`, or that a method
 * has put into a field for one piece of work, `this.own = new AbortController()`? Those that give none do not matter.
 *
 * @param keys where in the argument the signal is: `signal` for `{ signal: own.signal }`
 */
export function isOfCallersOnly(sourceCode: SourceCode, calls: readonly Given[], keys: readonly string[]): boolean {
  const isOwn = (signal: TSESTree.Node): boolean => {
    const member = unwrap(signal);
    if (member.type !== "MemberExpression") return false;
    const object = unwrap(member.object);
    if (object.type === "MemberExpression") return isFieldOfWork(sourceCode, object);
    const controller = variableOf(sourceCode, object);
    return controller !== undefined && controller.scope.type !== "module" && isMadeHere(controller);
  };
  return calls.length > 0 && calls.every(({ given }) => given.every((each) => partsAt(each, keys)?.every(isOwn)));
}

/** What stands in an object under keys: none where it is not written, `undefined` where the object is not. */
function partsAt(value: TSESTree.Node, [key, ...rest]: readonly string[]): readonly TSESTree.Node[] | undefined {
  if (key === undefined) return [value];
  const object = unwrap(value);
  if (object.type !== "ObjectExpression" || object.properties.some(({ type }) => type === "SpreadElement"))
    return undefined;
  const written = object.properties.find((each) => isPropertyNamed(each, key));
  return written?.type === "Property" ? partsAt(written.value, rest) : [];
}

/** Is it given something that is made here? */
export function isMadeHere({ references }: Variable): boolean {
  return references.some(({ writeExpr }) => writeExpr && unwrap(writeExpr).type === "NewExpression");
}

/**
 * Does a method put a new controller into a field, for what it begins? Not the constructor, and not where the one
 * before is aborted beside it: such a controller is there for all that the object does.
 */
function isFieldOfWork(sourceCode: SourceCode, field: TSESTree.MemberExpression): boolean {
  const name = memberName(field);
  if (name === undefined || unwrap(field.object).type !== "ThisExpression") return false;
  const mentions = mentionsOf(sourceCode, name).flatMap(({ parent: member }) =>
    member?.type === "MemberExpression" && isSameText(sourceCode, member, field) ? [member] : [],
  );
  const isEndedIn = (fn: TSESTree.Node): boolean =>
    mentions.some((each) => enclosingFunction(each) === fn && isMemberNamed(memberOf(each), "abort"));
  return mentions.some((written) => {
    const target = outermost(written);
    const { parent } = target;
    const isNew = parent.type === "AssignmentExpression" && parent.left === target;
    if (!isNew || !isNewController(unwrap(parent.right))) return false;
    const fn = enclosingFunction(written);
    return fn === enclosingFunction(field) || !(isConstructor(fn) || isEndedIn(fn));
  });
}

function isConstructor({ parent }: TSESTree.Node): boolean {
  return parent?.type === "MethodDefinition" && parent.kind === "constructor";
}

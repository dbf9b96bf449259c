import type { TSESTree } from "@typescript-eslint/utils";
import { callGiven } from "../../../ast/calls.ts";
import { memberNamedBy, memberOf } from "../../../ast/members.ts";
import { isMemberNamed, isName, memberName, propertyName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isWithin } from "../../../ast/statement-list.ts";
import { unwrap, type InnerNode } from "../../../ast/transparent.ts";
import { constantValue, isConstant, readsOf, variableOf } from "../../../scope/variables.ts";
import { mentionsOf } from "../functions/mentions.ts";
import { makesDeferred, promiseOfDeferred } from "../races/deferred-object.ts";

/**
 * Is it the promise of a deferred that the file resolves and never rejects? In three forms: taken apart without its
 * reject, `const { promise, resolve } = Promise.withResolvers()`; of a constant, `d.promise`, also where that is put
 * into a list, `pending.set(id, d)`, and the file rejects nothing of that kind; of a member, `flow.deferred.promise`,
 * that the file resolves by that name.
 *
 * It does not see what other files do with one that they have too.
 *
 * @param own code that may reject it all the same
 */
export function isOnlyResolved(sourceCode: SourceCode, promise: TSESTree.Node, own?: TSESTree.Node): boolean {
  const node = unwrap(promise);
  const isElsewhere = (use: TSESTree.Node): boolean => !own || !isWithin(use, own);
  if (node.type === "Identifier") return isTakenWithoutReject(sourceCode, node, isElsewhere);
  if (!isMemberNamed(node, promiseOfDeferred)) return false;
  const object = unwrap(node.object);
  const uses = usesOfDeferred(sourceCode, object, isElsewhere);
  return !!uses && uses.length > 0 && uses.every((use) => use !== undefined && /^(?!reject)/.test(use));
}

/** `const { promise, resolve } = deferred()`, where nothing takes the reject, or nobody calls it. */
function isTakenWithoutReject(sourceCode: SourceCode, name: TSESTree.Identifier, isElsewhere: Filter): boolean {
  const variable = variableOf(sourceCode, name);
  const definition = variable?.defs[0];
  const made = definition?.type === "Variable" ? definition.node.init : undefined;
  const pattern = definition?.type === "Variable" ? definition.node.id : undefined;
  if (!variable || !made || !isConstant(variable) || !makesDeferred(made) || pattern?.type !== "ObjectPattern")
    return false;
  return pattern.properties.every((each) => {
    if (each.type !== "Property") return false;
    const isPromise = each.value === definition?.name;
    const key = propertyName(each) ?? "";
    if (isPromise) return promiseOfDeferred.test(key);
    const taken = key === "reject" ? variableOf(sourceCode, each.value) : undefined;
    return key === "resolve" || (taken !== undefined && !readsOf(taken).some(isElsewhere));
  });
}

/** Does a use count? */
type Filter = (use: TSESTree.Node) => boolean;

/** Which member each use of a deferred takes, `undefined` for a use as a whole; nothing where it is no deferred. */
function usesOfDeferred(
  sourceCode: SourceCode,
  object: TSESTree.Node,
  isElsewhere: Filter,
): (string | undefined)[] | undefined {
  if (object.type === "Identifier") {
    const variable = variableOf(sourceCode, object);
    const made = constantValue(variable);
    if (!variable || !made || !makesDeferred(made)) return undefined;
    return readsOf(variable)
      .filter(isElsewhere)
      .map((read) => useOf(sourceCode, read, isElsewhere));
  }
  const name = object.type === "MemberExpression" && !object.computed ? memberName(object) : undefined;
  if (name === undefined) return undefined;
  const mentions = mentionsOf(sourceCode, name).filter(isElsewhere);
  const uses = mentions.flatMap((mention) => {
    const member = memberNamedBy(mention);
    return member ? [partOf(member)] : [];
  });
  return uses.includes("resolve") ? uses : undefined;
}

/** The member that is taken; of one that is put into a list, what the file takes of such. */
function useOf(sourceCode: SourceCode, deferred: TSESTree.Node, isElsewhere: Filter): string | undefined {
  const part = partOf(deferred);
  const call = part === undefined ? callGiven(deferred) : undefined;
  if (!call || !isMemberNamed(unwrap(call.callee), /^(?:set|push|add|unshift)$/)) return part;
  const rejects = mentionsOf(sourceCode, "reject").filter(isElsewhere);
  return rejects.some((mention) => isTaken(sourceCode, mention)) ? "reject" : "kept";
}

/**
 * Is a member of that name taken of something that may be one of a list: `entry.reject`, `const { reject } = entry`?
 * What a constant has made is no other.
 */
function isTaken(sourceCode: SourceCode, mention: InnerNode): boolean {
  const { parent } = mention;
  if (parent.type === "Property") return parent.parent.type === "ObjectPattern" && !takesApartDeferred(parent.parent);
  const member = memberNamedBy(mention);
  if (!member) return false;
  const made = constantValue(variableOf(sourceCode, unwrap(member.object)));
  return !isName(member.object, "Promise") && !(made && makesDeferred(made));
}

/** `const { promise, reject } = Promise.withResolvers()` */
function takesApartDeferred({ parent }: TSESTree.ObjectPattern): boolean {
  return parent.type === "VariableDeclarator" && parent.init !== null && makesDeferred(parent.init);
}

function partOf(value: TSESTree.Node): string | undefined {
  const member = memberOf(value);
  return member && memberName(member);
}

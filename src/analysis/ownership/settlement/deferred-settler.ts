import type { TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import { variableOf } from "../../../scope/variables.ts";
import { deferredPromiseOf, isReadByParts, type DeferredPromise } from "./deferred-promise.ts";

/** A function that settles a promise from beside its executor. */
export interface DeferredSettler extends DeferredPromise {
  /** It rejects. */
  readonly rejects: boolean;
}

/**
 * What a callee settles: a name that holds the resolve or the reject of a promise, or `d.reject` of an object.
 *
 * @returns `undefined` for anything else, and for an object that somebody else has too
 */
export function deferredSettlerAt(sourceCode: SourceCode, callee: TSESTree.Node): DeferredSettler | undefined {
  const node = unwrap(callee);
  const name = node.type === "MemberExpression" ? memberName(node) : undefined;
  const variable = variableOf(sourceCode, node.type === "MemberExpression" ? node.object : node);
  const deferred = variable && deferredPromiseOf(sourceCode, variable);
  if (!variable || !deferred) return undefined;
  if (node.type !== "MemberExpression") return { ...deferred, rejects: deferred.rejecting.includes(variable) };
  const isSettler = name === "resolve" || name === "reject";
  return isSettler && isReadByParts(variable) ? { ...deferred, rejects: name === "reject" } : undefined;
}

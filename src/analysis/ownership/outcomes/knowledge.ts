import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction, isFunction } from "../../../ast/functions.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import { isReaction } from "../../../ast/names.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { unwrap } from "../../../ast/transparent.ts";
import type { LeaksSettings } from "../../../resources/settings.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import { isFilled } from "../../control-flow/filled-list.ts";
import type { Knowledge } from "../../control-flow/knowledge.ts";
import type { Obligation } from "../../obligations/obligation.ts";
import { yieldsErrorAsValue } from "./error-as-value.ts";
import { neverReturns } from "./no-return.ts";
import { canReject } from "./rejection.ts";
import { promisesReturned } from "./returned-promises.ts";

/** What is known of the calls and awaits of a file: a release never throws, and some promises are never rejected. */
export function knowledgeOf(
  sourceCode: SourceCode,
  settings: LeaksSettings,
  obligations: readonly Obligation[],
): Knowledge {
  const releases = new Set<TSESTree.Node>();
  for (const { effects, disposals } of obligations) {
    for (const [node, list] of [...effects, ...disposals])
      if (list.some(({ kind }) => kind === "release")) releases.add(node);
  }
  return {
    throws: settings.throws ?? "await",
    mayThrow(node) {
      if (releases.has(node) && !waitsForOthers(node)) return false;
      const returned = returnedBy(node);
      if (returned) return awaitedAtEnd(sourceCode, returned).some((each) => canReject(sourceCode, each));
      if (node.type === "YieldExpression") return !isCoroutine(node);
      if (node.type !== "AwaitExpression") return true;
      if (yieldsErrorAsValue(node)) return false;
      const argument = unwrap(node.argument);
      return !(releases.has(argument) && !waitsForOthers(argument)) && canReject(sourceCode, argument);
    },
    neverReturns: (node) => neverReturns(sourceCode, node),
    hasElement(list) {
      const value = constantValue(variableOf(sourceCode, unwrap(list)));
      return value !== undefined && isFilled(value);
    },
  };
}

/** What an async function or generator awaits as it ends: the value of a `return`, or of an arrow without a block. */
function returnedBy(node: TSESTree.Node): TSESTree.Expression | null | undefined {
  if (node.type === "ReturnStatement") return node.argument;
  return node.type === "ArrowFunctionExpression" && node.body.type !== "BlockStatement" ? node.body : undefined;
}

/** A generator awaits where its `return` stands, so that a `try` around it means a promise; a function behind that. */
function awaitedAtEnd(sourceCode: SourceCode, returned: TSESTree.Node): readonly TSESTree.Node[] {
  const fn = enclosingFunction(returned);
  return isFunction(fn) && fn.generator ? [returned] : promisesReturned(sourceCode, returned);
}

/** The same where no release is asked for, made once for a file. */
export const plainKnowledgeOf: (sourceCode: SourceCode, settings: LeaksSettings) => Knowledge = oncePer(
  (sourceCode, settings) => knowledgeOf(sourceCode, settings, []),
  programOf,
);

/** A bare `yield` whose value is used is sent to by who drives the generator: nobody iterates and leaves it there. */
function isCoroutine({ parent, delegate, argument }: TSESTree.YieldExpression): boolean {
  return !delegate && !argument && parent.type !== "ExpressionStatement";
}

/** `await work().finally(cancel)` releases, but rejects when the work does. */
function waitsForOthers(node: TSESTree.Node): boolean {
  return node.type === "CallExpression" ? isReaction(node) : node.type === "AwaitExpression";
}

import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../../ast/calls.ts";
import type { FunctionNode } from "../../../ast/functions.ts";
import { nodeAt } from "../../../ast/node-at.ts";
import { isMemberNamed } from "../../../ast/names.ts";
import { oncePer, programOf } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { leaves, placeOf } from "../../../ast/statement-list.ts";
import { outermost } from "../../../ast/transparent.ts";
import { parameterOf } from "../../../scope/parameters.ts";
import { constantValue, variableOf } from "../../../scope/variables.ts";
import type { ClassNode } from "../functions/self.ts";
import { knownByTest, type OwnTest } from "./own-test.ts";

/** A function that watches its parent where that is no context of its own kind: Go's `propagateCancel`. */
export interface Fallback {
  /** What waits for the parent's end. */
  readonly wait: TSESTree.Node;
  readonly maker: FunctionNode;
  /** Which parameter of it is the parent. */
  readonly index: number;
  /** The classes it knows. */
  readonly own: readonly ClassNode[];
}

const done = /\.[dD]one\(\)/g;

/** Does a file ask anything for its end? A look at its text, as for acquires. */
export const mayAskDone: (sourceCode: SourceCode) => boolean = oncePer(
  ({ text }) => text.includes("done()") || text.includes("Done()"),
  programOf,
);

/** Could a file watch a parent because of its class? */
export function mayFallBack(sourceCode: SourceCode): boolean {
  return mayAskDone(sourceCode) && sourceCode.text.includes("instanceof");
}

/**
 * The watchers that a file falls back to: `parent.done().then(…)` or `await parent.done()`, where a test for a class of
 * this file has failed before.
 *
 * It does not see: tests by a brand or a `WeakMap`, a parent in a field, and fallbacks that throw or do nothing.
 */
export function findFallbacks(sourceCode: SourceCode): Fallback[] {
  return [...sourceCode.text.matchAll(done)].flatMap(({ index: offset }) => {
    const member = nodeAt(sourceCode, offset);
    const call = outermost(member).parent;
    const parameter = member.type === "MemberExpression" ? parameterOf(sourceCode, member.object) : undefined;
    if (!call || !parameter) return [];
    const { fn: maker, index, variable: parent } = parameter;
    const test: OwnTest = (node) => knownByTest(sourceCode, node, parent);
    return waitsOf(sourceCode, call).flatMap((wait) => {
      const own = failedBefore(wait, test);
      return own ? { wait, maker, index, own } : [];
    });
  });
}

/** Where a promise is waited for, in place or by its constant name. */
function waitsOf(sourceCode: SourceCode, promise: TSESTree.Node): TSESTree.Node[] {
  const { parent } = outermost(promise);
  const variable = parent.type === "VariableDeclarator" ? variableOf(sourceCode, parent.id) : undefined;
  const uses =
    variable && constantValue(variable) ? variable.references.map(({ identifier }) => identifier) : [promise];
  return uses.flatMap((use): TSESTree.Node[] => {
    const around = outermost(use).parent;
    if (around.type === "AwaitExpression") return [around];
    const call = isMemberNamed(around, "then") ? callOf(around) : undefined;
    return call ? [call] : [];
  });
}

/** The classes of the test that has failed where a node runs; `undefined` where there was no such test. */
function failedBefore(node: TSESTree.Node, test: OwnTest): readonly ClassNode[] | undefined {
  for (let at = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (parent.type === "IfStatement") {
      const tested = test(parent.test);
      if (tested && at === (tested.holds ? parent.alternate : parent.consequent)) return tested.own;
    }
    const place = placeOf(at);
    for (const before of place?.list.slice(0, place.index) ?? []) {
      const left = before.type === "IfStatement" && leaves(before.consequent) ? test(before.test) : undefined;
      if (left?.holds) return left.own;
    }
  }
  return undefined;
}

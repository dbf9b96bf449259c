import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../../ast/functions.ts";
import { oncePer } from "../../../ast/once.ts";
import { ownNodes } from "../../../ast/own-nodes.ts";
import { spend } from "../../bounded.ts";
import { activationOf } from "../functions/deferred.ts";
import { ownFunctionAt } from "../functions/own-functions.ts";
import type { TracedFile } from "../tracing/traced-file.ts";
import type { Field } from "./field.ts";

/**
 * What a function leads to, itself included: what it runs, and the functions of this file that it makes or mentions,
 * which somebody may run later.
 */
const ledToBy: (file: TracedFile, fn: FunctionNode) => ReadonlySet<FunctionNode> = oncePer(({ sourceCode }, fn) => {
  const found = new Set([fn]);
  for (const each of found) {
    const nodes = ownNodes(sourceCode, each.body);
    spend(nodes.length);
    for (const node of nodes) {
      const next = isFunction(node) ? node : isName(node) ? ownFunctionAt(sourceCode, node) : undefined;
      if (next) found.add(next);
    }
  }
  return found;
});

function isName({ type }: TSESTree.Node): boolean {
  return type === "Identifier" || type === "MemberExpression";
}

/** Does a function lead to this one? */
export function leadsTo(file: TracedFile, fn: FunctionNode, other: FunctionNode): boolean {
  return ledToBy(file, fn).has(other);
}

/** Does a function lead to a timer in the field? */
export function leadsToArm(file: TracedFile, { arms }: Field, fn: FunctionNode): boolean {
  const ledTo: ReadonlySet<TSESTree.Node> = ledToBy(file, fn);
  return arms.some(({ event }) => ledTo.has(activationOf(event)));
}

import type { TSESTree } from "@typescript-eslint/utils";
import { childrenOf } from "../../../ast/children.ts";
import { isFunction } from "../../../ast/functions.ts";
import { oncePer } from "../../../ast/once.ts";
import type { SourceCode } from "../../../ast/source-code.ts";
import { isImmediate } from "../../control-flow/immediate-callback.ts";
import type { GraphRoot } from "../../control-flow/graph.ts";
import { spend } from "../../bounded.ts";

/**
 * What a function calls, waits for and changes itself, in no order; what runs later is not among it. Unlike the events
 * of its graph these cost one look at its tree, and code that never runs counts.
 *
 * It does not see the fields of a class that its constructor sets.
 */
export function eventsOf(sourceCode: SourceCode, root: GraphRoot): readonly TSESTree.Node[] {
  const events = collect(root, sourceCode);
  spend(events.length);
  return events;
}

const collect = oncePer((root: GraphRoot, sourceCode: SourceCode): readonly TSESTree.Node[] => {
  const events: TSESTree.Node[] = [];
  const open: TSESTree.Node[] = [root];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node !== root && isLater(node)) continue;
    if (isEvent(node)) events.push(node);
    for (const child of childrenOf(sourceCode, node)) open.push(child);
  }
  return events;
});

function isLater(node: TSESTree.Node): boolean {
  if (isFunction(node)) return !isImmediate(node);
  return node.type === "TSTypeAnnotation" || (node.type === "PropertyDefinition" && !node.static);
}

function isEvent({ type }: TSESTree.Node): boolean {
  switch (type) {
    case "AssignmentExpression":
    case "AwaitExpression":
    case "CallExpression":
    case "ImportExpression":
    case "NewExpression":
    case "TaggedTemplateExpression":
    case "UnaryExpression":
    case "UpdateExpression":
      return true;
    default:
      return false;
  }
}

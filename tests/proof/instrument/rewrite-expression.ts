import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../src/ast/functions.ts";
import type { Rewriter } from "./instrument.ts";
import { acquires, isBehindOptional, isRisky, runsNow, sourceOfHeld } from "./nodes.ts";

/** An expression (or whatever else is left) with its event, after those of its children. */
export function rewriteExpression(rewriter: Rewriter, node: TSESTree.Node): string {
  const { labels, print, printChildren, source } = rewriter;
  switch (node.type) {
    case "AwaitExpression":
    case "YieldExpression":
    case "UpdateExpression": {
      const text = printChildren(node);
      return `$.e(${labels.event("evaluate", node)}, ${text})`;
    }
    case "TaggedTemplateExpression": {
      const text = printChildren(node);
      const risky = isRisky(node, source(node.tag)) ? text.replace(/`$/, "${$.risk()}`") : text;
      return `$.e(${labels.event("evaluate", node)}, ${risky})`;
    }
    case "CallExpression":
    case "NewExpression":
      return rewriteCall(rewriter, node);
    case "AssignmentExpression":
      return rewriteAssignment(rewriter, node);
    case "AssignmentPattern": {
      const code = labels.question("undefined", node, node, false);
      return `${print(node.left)} = ($.e(${code + 1}), ${print(node.right)})`;
    }
    case "FunctionDeclaration":
    case "FunctionExpression":
    case "ArrowFunctionExpression":
      return rewriteFunction(rewriter, node);
    default:
      return printChildren(node);
  }
}

/** Behind a `?.` nothing can stand around a call: there its event is one more argument, the last to be evaluated. */
function rewriteCall(rewriter: Rewriter, node: TSESTree.CallExpression | TSESTree.NewExpression): string {
  const { labels, print, source } = rewriter;
  const callee = print(node.callee);
  const args = node.arguments.map(print);
  if (isRisky(node, source(node.callee))) args.push(isKeeping(source(node.callee)) ? "$.risk" : "...$.risk()");
  if (node.type === "CallExpression" && isFunction(node.callee)) {
    // Called and awaited on the spot: the call itself is over at the first `await` inside, the graph says at the end.
    if (node.callee.async) return `(${callee})()`;
    return `$.e(${labels.event("evaluate", node)}, (${callee})())`;
  }
  const code = labels.event("evaluate", node);
  if (node.type === "NewExpression") return `$.e(${code}, new ${callee}(${args.join(", ")}))`;
  if (isBehindOptional(node)) {
    return `${callee}${node.optional ? "?." : ""}(${[...args, `...$.mark(${code})`].join(", ")})`;
  }
  return `$.${acquires(node) ? "acquired" : "e"}(${code}, ${callee}(${args.join(", ")}))`;
}

/** Does this function take what it is given? Then it throws after that. */
function isKeeping(callee: string): boolean {
  return callee === "keep" || callee === "list.push";
}

function rewriteAssignment({ labels, print }: Rewriter, node: TSESTree.AssignmentExpression): string {
  const left = print(node.left);
  if (node.operator === "??=" || node.operator === "||=" || node.operator === "&&=") {
    const assignsWhen = node.operator !== "||=";
    const kind = node.operator === "??=" ? "nullish" : "truthy";
    const question = labels.question(kind, node.left, node.left, !assignsWhen);
    const right = print(node.right);
    const code = labels.event("evaluate", node);
    return `${left} ${node.operator} ($.e(${question + (assignsWhen ? 1 : 0)}), $.e(${code}, ${right}))`;
  }
  const right = print(node.right);
  const stores = node.left.type === "MemberExpression";
  return `$.${stores ? "stores" : "e"}(${labels.event("evaluate", node)}, ${left} ${node.operator} ${right})`;
}

/** A function that runs later has no events here; what it holds is noted, in case it leaves. */
function rewriteFunction(
  { source, printChildren, visitorKeys }: Rewriter,
  node: TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression,
): string {
  if (runsNow(node)) return printChildren(node);
  const text = source(node);
  const held = `() => ${sourceOfHeld(node, source, visitorKeys)}`;
  return node.type === "FunctionDeclaration"
    ? `${text} $.holds(${source(node.id!)}, ${held});`
    : `$.holds(${text}, ${held})`;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../../ast/transparent.ts";
import type { Condition } from "./graph.ts";

/** A test taken apart into simple ones: it comes out as `whenAll` where all of them hold, and else the other way. */
export interface Conjunction {
  readonly whenAll: boolean;
  readonly parts: readonly Condition[];
}

/** Nobody writes as many in one test. */
const maxParts = 8;

/** What `a !== undefined && !b` asks, or `a || b`; `undefined` where both operators are mixed. */
export function conjunctionOf(test: TSESTree.Node): Conjunction | undefined {
  const parts: Condition[] = [];
  let whenAll: boolean | undefined;
  const rest = [{ node: unwrap(test), holds: true }];
  for (let next = rest.pop(); next; next = rest.pop()) {
    const { node, holds } = next;
    if (node.type === "UnaryExpression" && node.operator === "!") {
      rest.push({ node: unwrap(node.argument), holds: !holds });
    } else if (node.type === "LogicalExpression" && node.operator !== "??") {
      // What is true where both are, or false where both are not, is one with what is around it.
      const isOfBoth = (node.operator === "&&") === holds;
      whenAll ??= isOfBoth;
      if (whenAll !== isOfBoth) return undefined;
      rest.push({ node: unwrap(node.right), holds }, { node: unwrap(node.left), holds });
    } else {
      parts.push({ kind: "truthy", node, holds });
    }
    if (parts.length + rest.length > maxParts) return undefined;
  }
  const all = whenAll ?? true;
  return { whenAll: all, parts: all ? parts : parts.map((each) => ({ ...each, holds: !each.holds })) };
}

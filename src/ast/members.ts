import type { TSESTree } from "@typescript-eslint/utils";
import { callOf } from "./calls.ts";
import { outermost, unwrap, type InnerNode } from "./transparent.ts";

/** The member expression that asks a value for a part: `value.part`; `undefined` where that is not what is done. */
export function memberOf(value: TSESTree.Node): TSESTree.MemberExpression | undefined {
  const object = outermost(value);
  const { parent } = object;
  return parent?.type === "MemberExpression" && parent.object === object ? parent : undefined;
}

/** The member expression that a name stands in as what is asked for: `name` of `value.name`. */
export function memberNamedBy(name: InnerNode): TSESTree.MemberExpression | undefined {
  const { parent } = name;
  return parent.type === "MemberExpression" && parent.property === name ? parent : undefined;
}

/** The call of a method of a value: `value.method()`; `undefined` where that is not what is done. */
export function methodCallOf(value: TSESTree.Node): TSESTree.CallExpression | undefined {
  const member = memberOf(value);
  return member && callOf(member);
}

/** What a method is called on: `value` of `value.method()`; `undefined` where the callee is no member. */
export function receiverOf({ callee }: TSESTree.CallExpression): TSESTree.Expression | undefined {
  const member = unwrap(callee);
  return member.type === "MemberExpression" ? member.object : undefined;
}

/** What a chain of members begins with: `options` of `options.signal!.reason`, and of what is none, itself. */
export function rootOf(expression: TSESTree.Node): TSESTree.Node {
  const node = unwrap(expression);
  return node.type === "MemberExpression" ? rootOf(node.object) : node;
}

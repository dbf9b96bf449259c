import type { TSESTree } from "@typescript-eslint/utils";
import { memberName } from "../../ast/names.ts";
import { unwrap } from "../../ast/transparent.ts";
import type { Condition } from "../control-flow/graph.ts";
import type { Obligation } from "./obligation.ts";

/** What contexts and signals are asked to learn whether they have ended. */
const endedWord = /^(?:aborted|(?:is)?(?:Aborted|Cancell?ed|cancell?ed|Done|Ended|ended)|[eE]rr(?:or)?)$/;

/**
 * Does a condition that holds say that the context has ended by itself, by its deadline or its parent? It then holds
 * nothing any more: `if (ctx.isCancelled()) return`, `if (signal.aborted) …`, `if (ctx.err() !== null) …`.
 */
export function saysEnded({ kind, node, holds }: Condition, { value, holders }: Obligation): boolean {
  if (kind !== "truthy") return false;
  const { asked, whenTrue } = askedOf(unwrap(node));
  if (holds !== whenTrue) return false;
  const callee = asked.type === "CallExpression" ? unwrap(asked.callee) : asked;
  if (callee.type !== "MemberExpression" || !endedWord.test(memberName(callee) ?? "")) return false;
  const base = baseOf(callee);
  const isOwn = (name: string | undefined): boolean => name !== undefined && base === name;
  return isOwn(value?.name) || holders.some(({ variable }) => isOwn(variable?.name));
}

/** The question in a comparison with null, undefined or true; other comparisons are no such question. */
function askedOf(node: TSESTree.Node): { asked: TSESTree.Node; whenTrue: boolean } {
  if (node.type !== "BinaryExpression" || !/[!=]=/.test(node.operator)) return { asked: node, whenTrue: true };
  const right = unwrap(node.right);
  const isNullish =
    (right.type === "Literal" && right.value === null) || (right.type === "Identifier" && right.name === "undefined");
  return { asked: unwrap(node.left), whenTrue: isNullish && node.operator.startsWith("!") };
}

function baseOf(member: TSESTree.MemberExpression): string | undefined {
  let node: TSESTree.Node = member;
  while (node.type === "MemberExpression") node = unwrap(node.object);
  return node.type === "Identifier" ? node.name : undefined;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { rootOf } from "../../ast/members.ts";
import { isMemberNamed, isName, memberName } from "../../ast/names.ts";
import { isNothing } from "../../ast/nothing.ts";
import { unwrap } from "../../ast/transparent.ts";
import type { Condition } from "../control-flow/graph.ts";
import type { Obligation } from "./obligation.ts";

/** What contexts and signals are asked to learn whether they have ended. */
const endedWord = /^(?:aborted|(?:is)?(?:Aborted|Cancell?ed|cancell?ed|Done|Ended|ended)|[eE]rr(?:or)?)$/;

/**
 * Does a condition that holds say that the context has ended by itself, by its deadline or its parent? It then holds
 * nothing any more: `if (ctx.isCancelled()) return`, `if (signal.aborted) …`, `if (ctx.err() !== null) …`. So it is
 * where the parent that it was derived from is asked.
 */
export function saysEnded({ kind, node, holds }: Condition, { acquisition, value, holders }: Obligation): boolean {
  if (kind !== "truthy") return false;
  const question = askedOf(unwrap(node));
  if (holds !== question?.whenTrue) return false;
  const { asked } = question;
  const callee = asked.type === "CallExpression" ? unwrap(asked.callee) : asked;
  if (!isMemberNamed(callee, endedWord)) return false;
  if (isParent(callee.object, acquisition)) return true;
  const base = rootOf(callee);
  return [value, ...holders.map(({ variable }) => variable)].some((own) => own && isName(base, own.name));
}

/**
 * The question in a comparison for equality with null, undefined or true, or with a class of errors, and the outcome
 * that says yes; `undefined` for comparisons with anything else, which are no such question.
 */
function askedOf(node: TSESTree.Node): { asked: TSESTree.Node; whenTrue: boolean } | undefined {
  if (node.type !== "BinaryExpression") return { asked: node, whenTrue: true };
  const { operator } = node;
  const [left, right] = [unwrap(node.left), unwrap(node.right)];
  if (operator === "instanceof") return { asked: left, whenTrue: true };
  const [answer, asked] = answerOf(left) === undefined ? [right, left] : [left, right];
  const isYes = answerOf(answer);
  return isYes === undefined ? undefined : { asked, whenTrue: isYes === operator.startsWith("=") };
}

/** Does a value that is compared with stand for yes, as `true` does, or for no? `undefined` for any other. */
function answerOf(node: TSESTree.Node): boolean | undefined {
  if (node.type === "Literal" && typeof node.value === "boolean") return node.value;
  return isNothing(node) ? false : undefined;
}

/** `parent` and `options.signal`, where the acquire was given the same. */
function isParent(asked: TSESTree.Node, { node, resource }: Obligation["acquisition"]): boolean {
  const name = resource.kind === "context" && resource.holds.includes("parent") ? dotted(asked) : undefined;
  return name !== undefined && node.arguments.some((each) => dotted(each) === name);
}

function dotted(expression: TSESTree.Node): string | undefined {
  const node = unwrap(expression);
  if (node.type === "Identifier") return node.name;
  const object = node.type === "MemberExpression" ? dotted(node.object) : undefined;
  return object && node.type === "MemberExpression" ? `${object}.${memberName(node)}` : undefined;
}

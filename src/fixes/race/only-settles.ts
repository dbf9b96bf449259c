import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../ast/functions.ts";
import { isPlain } from "../../ast/plain.ts";
import { unwrap } from "../../ast/transparent.ts";
import type { TimerPromise } from "../../analysis/ownership/settlement/timer-promise.ts";

/** Does a timer do nothing but settle its own promise? Then nobody misses it once that is settled. */
export function onlySettles({ callback, settlers }: TimerPromise): boolean {
  const node = unwrap(callback);
  const isSettler = (callee: TSESTree.Node): boolean =>
    settlers.some(({ references }) => references.some(({ identifier }) => identifier === callee));
  if (isSettler(node)) return true;
  const only = onlyExpressionOf(node);
  return only?.type === "CallExpression" && isSettler(only.callee) && only.arguments.every(isHarmless);
}

/** What a callback does, if that is one expression: `() => reject(error)`, `() => { reject(error); }`. */
function onlyExpressionOf(node: TSESTree.Node): TSESTree.Node | undefined {
  if (!isFunction(node) || node.async || node.generator) return undefined;
  if (node.body.type !== "BlockStatement") return node.body;
  const [only, ...more] = node.body.body;
  if (more.length > 0) return undefined;
  if (only?.type === "ExpressionStatement") return only.expression;
  return only?.type === "ReturnStatement" ? (only.argument ?? undefined) : undefined;
}

/** Does a reaction to the timer's promise do nothing but give a value or throw? */
export function onlyGives(reaction: TSESTree.Node): boolean {
  if (!isFunction(reaction) || reaction.generator) return false;
  if (reaction.body.type !== "BlockStatement") return isHarmless(reaction.body);
  const [only, ...more] = reaction.body.body;
  if (!only) return true;
  const gives = only.type === "ReturnStatement" || only.type === "ThrowStatement";
  return gives && more.length === 0 && (!only.argument || isHarmless(only.argument));
}

/** Values that cost nothing to leave unmade, new errors with a message among them. */
function isHarmless(value: TSESTree.Node): boolean {
  const node = unwrap(value);
  switch (node.type) {
    case "TemplateLiteral":
      return node.expressions.every(isHarmless);
    case "MemberExpression":
      return isHarmless(node.object) && (!node.computed || isHarmless(node.property));
    case "BinaryExpression":
    case "LogicalExpression":
      return isHarmless(node.left) && isHarmless(node.right);
    case "ConditionalExpression":
      return isHarmless(node.test) && isHarmless(node.consequent) && isHarmless(node.alternate);
    case "NewExpression":
      return /(?:Error|Exception)$/.test(nameOf(node.callee)) && node.arguments.every(isHarmless);
    case "ObjectExpression":
      return node.properties.every((each) => each.type === "Property" && !each.computed && isHarmless(each.value));
    default:
      return isPlain(node);
  }
}

function nameOf(callee: TSESTree.Node): string {
  const name = callee.type === "MemberExpression" ? callee.property : callee;
  return name.type === "Identifier" ? name.name : "";
}

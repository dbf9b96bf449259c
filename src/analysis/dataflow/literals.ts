import type { TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../../ast/transparent.ts";
import { writtenText } from "../../ast/written-text.ts";
import { kinds, truthyKinds, type AbstractValue } from "./value.ts";

/** What is known of an expression's value without running it; `undefined` when nothing is. */
export function literalValue(expression: TSESTree.Node): AbstractValue | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case "Literal":
      return valueOf(node);
    case "Identifier":
      return node.name === "undefined" ? { kinds: kinds.undefined } : undefined;
    case "TemplateLiteral": {
      const text = writtenText(node);
      return text === undefined ? undefined : ofPrimitive(text);
    }
    case "UnaryExpression":
      return unary(node);
    case "ArrayExpression":
    case "ObjectExpression":
    case "ArrowFunctionExpression":
    case "FunctionExpression":
    case "ClassExpression":
    case "NewExpression":
      return { kinds: kinds.truthy };
    default:
      return undefined;
  }
}

/** Is it written as what a test takes for false: `false`, `null`, `undefined`, `0`, `""`? */
export function isFalsy(expression: TSESTree.Node): boolean {
  const value = literalValue(expression);
  return value !== undefined && (value.kinds & truthyKinds) === 0;
}

function unary({ operator, argument }: TSESTree.UnaryExpression): AbstractValue | undefined {
  if (operator === "void") return { kinds: kinds.undefined };
  const value = literalValue(argument);
  if (!value) return undefined;
  if (operator === "-" && value.literal?.startsWith("number ")) return ofPrimitive(-Number(value.literal.slice(7)));
  if (operator !== "!") return undefined;
  return { kinds: value.kinds & truthyKinds ? kinds.false : kinds.true };
}

function valueOf(node: TSESTree.Literal): AbstractValue {
  if ("regex" in node) return { kinds: kinds.truthy };
  if ("bigint" in node) return ofPrimitive(BigInt(node.bigint));
  return ofPrimitive(node.value);
}

function ofPrimitive(value: string | number | boolean | bigint | null): AbstractValue {
  if (value === null) return { kinds: kinds.null };
  if (typeof value === "boolean") return { kinds: value ? kinds.true : kinds.false };
  return { kinds: value ? kinds.truthy : kinds.falsy, literal: `${typeof value} ${String(value)}` };
}

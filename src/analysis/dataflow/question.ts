import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import { unwrap } from "../../ast/transparent.ts";
import type { Condition } from "../control-flow/graph.ts";
import { comparedIn, type Compared } from "./compared.ts";
import { literalValue } from "./literals.ts";
import { findPlace, type Place } from "./places.ts";
import { anyKind, kinds, nullishKinds, truthyKinds, type AbstractValue } from "./value.ts";

/**
 * What a condition asks, apart from how it is written: does the value at `key` lie in `yes`? Two conditions with equal
 * keys are answered by the same fact. For a comparison with a literal, `literal` is that; the key names both sides and
 * `place` may answer it as well.
 */
export interface Question {
  readonly key: string;
  readonly yes: number;
  readonly literal?: string;
  readonly place: Place | undefined;
  /** The place whose `typeof` is compared. */
  readonly typeOf?: Place;
  readonly compared?: Compared;
  /** What is compared with a length, from below: where it is 0, that holds. */
  readonly counter?: Place;
  /** Everything the answer depends on. */
  readonly places: readonly Place[];
}

/** @returns `undefined` when the condition depends on anything but places and literals, a call for instance */
export function questionOf(sourceCode: SourceCode, { kind, node, test }: Condition): Question | undefined {
  const place = findPlace(sourceCode, node);
  if (kind === "next") return undefined;
  if (kind === "case") return test && comparison(sourceCode, node, test, true);
  if (place) {
    const yes = { truthy: truthyKinds, nullish: nullishKinds, undefined: kinds.undefined }[kind];
    return { key: place.key, yes, place, places: [place] };
  }
  return kind === "truthy" ? questionOfTest(sourceCode, unwrap(node)) : undefined;
}

function questionOfTest(sourceCode: SourceCode, node: TSESTree.Node): Question | undefined {
  if (node.type === "CallExpression") {
    const [argument] = node.arguments;
    const isBoolean = node.callee.type === "Identifier" && node.callee.name === "Boolean" && argument;
    return isBoolean ? questionOf(sourceCode, { kind: "truthy", node: argument, holds: true }) : undefined;
  }
  if (node.type !== "BinaryExpression" || node.left.type === "PrivateIdentifier") return undefined;
  const strict = node.operator === "===" || node.operator === "!==";
  if (strict || node.operator === "==" || node.operator === "!=") {
    const question =
      comparison(sourceCode, node.left, node.right, strict) ?? comparison(sourceCode, node.right, node.left, strict);
    return question && node.operator.startsWith("!") ? { ...question, yes: anyKind & ~question.yes } : question;
  }
  const [left, right] = [operand(sourceCode, node.left), operand(sourceCode, node.right)];
  if (!left || !right) return undefined;
  const compared = comparedIn(left, node.operator, right);
  const counter =
    node.operator === "<=" ? countedBy(left, right) : node.operator === ">=" ? countedBy(right, left) : undefined;
  return {
    key: `${left.key} ${node.operator} ${right.key}`,
    yes: kinds.true,
    place: undefined,
    places: [...left.places, ...right.places],
    ...(compared && { compared }),
    ...(counter && { counter }),
  };
}

/** `i` of `i <= list.length`: a length is never negative. */
function countedBy({ places: [counter] }: Operand, { places: [list] }: Operand): Place | undefined {
  const last = list?.members.at(-1);
  return counter?.members.length === 0 && (last === "length" || last === "size") ? counter : undefined;
}

/** `place === literal`, or two places compared. */
function comparison(
  sourceCode: SourceCode,
  left: TSESTree.Node,
  right: TSESTree.Node,
  strict: boolean,
): Question | undefined {
  const side = operand(sourceCode, left);
  if (!side || side.places.length === 0) return undefined;
  const value = literalValue(right);
  const place = findPlace(sourceCode, left);
  const isNullish = value !== undefined && (value.kinds & nullishKinds) !== 0;
  // `typeof` gives a string, with which `==` converts nothing.
  const converts = !strict && !isNullish && !(value?.literal?.startsWith("string ") && isTypeOf(left));
  if (converts) return looseComparison(side, operand(sourceCode, right));
  if (value && !value.literal && value.kinds !== kinds.truthy) {
    return { key: side.key, yes: strict ? value.kinds : nullishKinds, place, places: side.places };
  }
  if (value?.literal) {
    const key = `${side.key} === ${value.literal}`;
    const typeOf = place ? undefined : side.places[0];
    return { key, yes: kinds.true, literal: value.literal, place, places: side.places, ...(typeOf && { typeOf }) };
  }
  const other = operand(sourceCode, right);
  if (!other) return undefined;
  const key = [side.key, other.key].sort().join(" === ");
  return { key, yes: kinds.true, place: undefined, places: [...side.places, ...other.places] };
}

function isTypeOf(expression: TSESTree.Node): boolean {
  const node = unwrap(expression);
  return node.type === "UnaryExpression" && node.operator === "typeof";
}

/** `==` converts, so it agrees with nothing but itself. */
function looseComparison(left: Operand, right: Operand | undefined): Question | undefined {
  if (!right) return undefined;
  const places = [...left.places, ...right.places];
  return { key: [left.key, right.key].sort().join(" == "), yes: kinds.true, place: undefined, places };
}

interface Operand {
  readonly key: string;
  readonly places: readonly Place[];
}

/** A side of a comparison that has no effects: a place, `typeof` of one, or a literal. */
function operand(sourceCode: SourceCode, expression: TSESTree.Node): Operand | undefined {
  const node = unwrap(expression);
  const place = findPlace(sourceCode, node);
  if (place) return { key: place.key, places: [place] };
  if (node.type === "UnaryExpression" && node.operator === "typeof") {
    const inner = findPlace(sourceCode, node.argument);
    return inner && { key: `typeof ${inner.key}`, places: [inner] };
  }
  const literal: AbstractValue | undefined = literalValue(node);
  if (literal && literal.kinds !== kinds.truthy) return { key: literal.literal ?? String(literal.kinds), places: [] };
  if (literal?.literal) return { key: literal.literal, places: [] };
  return node.type === "Identifier" ? { key: node.name, places: [] } : undefined;
}

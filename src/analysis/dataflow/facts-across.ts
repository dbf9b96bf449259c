import type { TSESTree } from "@typescript-eslint/utils";
import { isConstant } from "../../scope/variables.ts";
import type { Condition } from "../control-flow/graph.ts";
import type { Correlations } from "./correlations.ts";
import { withFact, type Facts } from "./facts.ts";
import type { Place } from "./places.ts";
import { answersWhere, truthOf, type Answered, type Formula } from "./formula.ts";
import type { Question } from "./question.ts";
import { anyKind, falsyKinds, kinds, truthyKinds, type AbstractValue } from "./value.ts";

/**
 * The facts after an event: what it assigns is known when it is a literal or a test that has one outcome here, and
 * unknown otherwise.
 *
 * @param isHeld does the place hold a handle there?
 */
export function factsAfter(
  { changes, tracked }: Correlations,
  node: TSESTree.Node,
  facts: Facts,
  isHeld: IsHeld = holdsNothing,
): Facts {
  let result = facts;
  for (const { forgets, key, value, formula } of changes.get(node) ?? []) {
    for (const forgotten of forgets) result = withFact(result, forgotten, undefined);
    if (!tracked.has(key)) continue;
    const known = value ?? (formula && valueOf(formula, facts, isHeld));
    if (known) result = withFact(result, key, known);
  }
  return result;
}

/** What is true to a test, or what is false to it; `undefined` where both are possible. */
function valueOf(formula: Formula, facts: Facts, isHeld: IsHeld): AbstractValue | undefined {
  const truth = truthOf(formula, (question) => answerTo(question, facts, isHeld));
  return truth === undefined ? undefined : { kinds: truth ? truthyKinds : falsyKinds };
}

/** Does the place hold a handle? That is never null or false, nor what anybody writes down: `=== "none"`. */
export type IsHeld = (place: Place) => boolean;

/** Of no place it is known. */
export const holdsNothing: IsHeld = () => false;

/**
 * The facts where a condition holds.
 *
 * @returns `undefined` when the facts contradict the condition
 */
export function factsAcross(
  correlations: Correlations,
  condition: Condition,
  facts: Facts,
  isHeld: IsHeld,
): Facts | undefined {
  const { holds } = condition;
  const question = correlations.questionOf(condition);
  if (!question) return facts;
  const meaning = correlations.meaningOf(condition);
  const answer = answerTo(question, facts, isHeld) ?? (meaning && truthThen(meaning, facts, isHeld));
  if (answer !== undefined) return answer === holds ? facts : undefined;
  const known = withAnswer(correlations, { question, holds }, facts);
  const answers = meaning ? answersWhere(meaning, holds) : [];
  return answers.reduce((before, each) => withAnswer(correlations, each, before), known);
}

/** What a constant came to where it was declared: a member may have been given the handle behind that. */
function truthThen(meaning: Formula, facts: Facts, isHeld: IsHeld): boolean | undefined {
  return truthOf(meaning, (question) =>
    answerTo(question, facts, (place) => place.members.length === 0 && isHeld(place)),
  );
}

function answerTo(question: Question, facts: Facts, isHeld: IsHeld): boolean | undefined {
  return answerByHandle(question, (each) => isHeld(each) || isFunctionName(each)) ?? answerByFacts(question, facts);
}

/** The facts with what an answer to a question says. */
function withAnswer({ tracked, latches }: Correlations, { question, holds }: Answered, facts: Facts): Facts {
  const { place, key, yes, literal } = question;
  if (!tracked.has(key)) return facts;
  const latch = place && latches.get(place.key);
  const isKnownLiteral = literal !== undefined && place && ((yes & kinds.true) !== 0) === holds;
  if (isKnownLiteral && (!latch || latch.literal === literal))
    return withFact(facts, place.key, valueOfLiteral(literal));
  // Of what may be set meanwhile, only that it is set lasts.
  if (question.places.some((each) => latches.has(each.key)) && (!latch || key !== place.key)) return facts;
  const before = facts.get(key)?.kinds ?? anyKind;
  const after = (before & (holds ? yes : ~yes)) | (latch?.kinds ?? 0);
  return after === before ? facts : withFact(facts, key, { ...facts.get(key), kinds: after });
}

/** A function declaration that nothing overwrites is there. */
function isFunctionName({ variable, members }: Place): boolean {
  return members.length === 0 && variable?.defs[0]?.type === "FunctionName" && isConstant(variable);
}

/** The place equals the literal, so it is that. */
function valueOfLiteral(literal: string): AbstractValue {
  const isFalsy = /^(?:string |number -?0|number NaN|bigint 0)$/.test(literal);
  return { kinds: isFalsy ? kinds.falsy : kinds.truthy, literal };
}

/** What a question comes to where a place holds a handle; `undefined` where that does not tell. */
export function answerByHandle(question: Question, isHeld: IsHeld): boolean | undefined {
  const { place, yes, literal } = question;
  if (!place || !isHeld(place)) return answerOfType(question, isHeld);
  return literal === undefined ? (yes & kinds.truthy) !== 0 : (yes & kinds.true) === 0;
}

/** `typeof cancel === "function"`, while `cancel` is held. */
function answerOfType({ typeOf, literal, yes }: Question, isHeld: IsHeld): boolean | undefined {
  if (!typeOf || !isHeld(typeOf)) return undefined;
  const asksEqual = (yes & kinds.true) !== 0;
  if (literal === "string function") return asksEqual;
  return literal === "string undefined" ? !asksEqual : undefined;
}

/** What the facts say to a question; `undefined` when both answers are possible. */
export function answerByFacts(question: Question, facts: Facts): boolean | undefined {
  const { key, yes, counter } = question;
  if (counter && facts.get(counter.key)?.literal === "number 0") return true;
  const known = facts.get(key);
  if (known && (known.kinds & yes) === 0) return false;
  if (known && (known.kinds & ~yes) === 0) return true;
  return answerByValue(question, facts);
}

/** What is known of the place that is compared with something. */
function answerByValue({ yes, literal, place, compared }: Question, facts: Facts): boolean | undefined {
  const operand = compared && facts.get(compared.place.key);
  if (operand) return compared.answer(operand);
  const value = literal !== undefined && place ? facts.get(place.key) : undefined;
  if (!value) return undefined;
  const asksEqual = (yes & kinds.true) !== 0;
  if (value.literal !== undefined) return (value.literal === literal) === asksEqual;
  const canBeLiteral = (value.kinds & (kinds.falsy | kinds.truthy)) !== 0;
  return canBeLiteral ? undefined : !asksEqual;
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isConstant } from "../../scope/variables.ts";
import type { Condition } from "../control-flow/graph.ts";
import type { Correlations } from "./correlations.ts";
import { withFact, type Facts } from "./facts.ts";
import type { Place } from "./places.ts";
import type { Question } from "./question.ts";
import { anyKind, kinds, type AbstractValue } from "./value.ts";

/** The facts after an event: what it assigns is known when it is a literal, and unknown otherwise. */
export function factsAfter({ changes, tracked }: Correlations, node: TSESTree.Node, facts: Facts): Facts {
  let result = facts;
  for (const { forgets, key, value } of changes.get(node) ?? []) {
    for (const forgotten of forgets) result = withFact(result, forgotten, undefined);
    if (value && tracked.has(key)) result = withFact(result, key, value);
  }
  return result;
}

/**
 * The facts where a condition holds.
 *
 * @param isHeld does the place hold a handle? That is never null or false, nor what anybody writes down: `=== "none"`
 * @returns `undefined` when the facts contradict the condition
 */
export function factsAcross(
  correlations: Correlations,
  condition: Condition,
  facts: Facts,
  isHeld: (place: Place) => boolean,
): Facts | undefined {
  const question = correlations.questionOf(condition);
  if (!question) return facts;
  const { place, key, yes, literal } = question;
  const answer =
    answerByHandle(question, (each) => isHeld(each) || isFunctionName(each)) ?? answerByFacts(question, facts);
  if (answer !== undefined) return answer === condition.holds ? facts : undefined;
  if (!correlations.tracked.has(key)) return facts;
  const latch = place && correlations.latches.get(place.key);
  const isKnownLiteral = literal !== undefined && place && ((yes & kinds.true) !== 0) === condition.holds;
  if (isKnownLiteral && (!latch || latch.literal === literal))
    return withFact(facts, place.key, valueOfLiteral(literal));
  // Of what may be set meanwhile, only that it is set lasts.
  if (question.places.some((each) => correlations.latches.has(each.key)) && (!latch || key !== place.key)) return facts;
  const before = facts.get(key)?.kinds ?? anyKind;
  const after = (before & (condition.holds ? yes : ~yes)) | (latch?.kinds ?? 0);
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
export function answerByHandle(question: Question, isHeld: (place: Place) => boolean): boolean | undefined {
  const { place, yes, literal } = question;
  if (!place || !isHeld(place)) return answerOfType(question, isHeld);
  return literal === undefined ? (yes & kinds.truthy) !== 0 : (yes & kinds.true) === 0;
}

/** `typeof cancel === "function"`, while `cancel` is held. */
function answerOfType({ typeOf, literal, yes }: Question, isHeld: (place: Place) => boolean): boolean | undefined {
  if (!typeOf || !isHeld(typeOf)) return undefined;
  const asksEqual = (yes & kinds.true) !== 0;
  if (literal === "string function") return asksEqual;
  return literal === "string undefined" ? !asksEqual : undefined;
}

/** What the facts say to a question; `undefined` when both answers are possible. */
export function answerByFacts({ key, yes, literal, place, counter }: Question, facts: Facts): boolean | undefined {
  if (counter && facts.get(counter.key)?.literal === "number 0") return true;
  const known = facts.get(key);
  if (known && (known.kinds & yes) === 0) return false;
  if (known && (known.kinds & ~yes) === 0) return true;
  const value = literal !== undefined && place ? facts.get(place.key) : undefined;
  if (!value) return undefined;
  const asksEqual = (yes & kinds.true) !== 0;
  if (value.literal !== undefined) return (value.literal === literal) === asksEqual;
  const canBeLiteral = (value.kinds & (kinds.falsy | kinds.truthy)) !== 0;
  return canBeLiteral ? undefined : !asksEqual;
}

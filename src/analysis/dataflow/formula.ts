import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import { unwrap } from "../../ast/transparent.ts";
import { constantValue, isConstant, variableOf } from "../../scope/variables.ts";
import { conjunctionOf } from "../control-flow/conjunction.ts";
import type { Condition } from "../control-flow/graph.ts";
import type { Place } from "./places.ts";
import { questionOf, type Question } from "./question.ts";
import { slotBehind, writingsOf } from "./slots.ts";

/** A question, and the answer to it. */
export interface Answered {
  readonly question: Question;
  readonly holds: boolean;
}

/** What an expression comes to by several questions: `whenAll` where all of them have these answers. */
export interface Formula {
  readonly whenAll: boolean;
  readonly parts: readonly Answered[];
}

/** The formula of `timer !== undefined`, `!!signal && ms > 0`; `undefined` for a value that is no test, as a name. */
export function formulaOf(sourceCode: SourceCode, expression: TSESTree.Node): Formula | undefined {
  const node = unwrap(expression);
  if (!/^(?:Binary|Unary|Logical|Call)Expression$/.test(node.type)) return undefined;
  const conjunction = conjunctionOf(node);
  const parts = conjunction?.parts.flatMap((part) => {
    const question = questionOf(sourceCode, part);
    return question ? { question, holds: part.holds } : [];
  });
  if (!conjunction || !parts || parts.length < conjunction.parts.length) return undefined;
  return { whenAll: conjunction.whenAll, parts };
}

/**
 * What a test of a constant asks by another name: `if (limited)`, behind `const limited = ms !== undefined`.
 *
 * @returns `undefined` for other tests, and where something of it is not constant: it may have changed in between
 */
export function meaningOf(sourceCode: SourceCode, { kind, node }: Condition): Formula | undefined {
  const value = kind === "truthy" ? constantValue(variableOf(sourceCode, node)) : undefined;
  const formula = value && formulaOf(sourceCode, value);
  const places = formula?.parts.flatMap(({ question }) => question.places);
  return places?.every(isLasting) ? formula : undefined;
}

/**
 * Is it given no value but where it is declared? A member that anybody may change is taken to last, as between any two
 * tests.
 */
function isLasting(place: Place): boolean {
  const slot = slotBehind(place);
  return slot !== undefined && isConstant(slot.variable) && writingsOf(slot).every(({ isFirst }) => isFirst);
}

/** The questions of a formula. */
export function questionsIn({ parts }: Formula): readonly Question[] {
  return parts.map(({ question }) => question);
}

/** What a formula comes to; `undefined` where the answers to its questions leave that open. */
export function truthOf(
  { whenAll, parts }: Formula,
  answerTo: (question: Question) => boolean | undefined,
): boolean | undefined {
  let isOpen = false;
  for (const { question, holds } of parts) {
    const answer = answerTo(question);
    if (answer === !holds) return !whenAll;
    isOpen ||= answer === undefined;
  }
  return isOpen ? undefined : whenAll;
}

/** The answers that a formula with this outcome has for sure: none, where one of several must be otherwise. */
export function answersWhere({ whenAll, parts }: Formula, truth: boolean): readonly Answered[] {
  if (truth === whenAll) return parts;
  return parts.length === 1 ? parts.map(({ question, holds }) => ({ question, holds: !holds })) : [];
}

import type { TSESLint } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import type { Fix } from "./fix.ts";
import { toReportFix } from "./fix.ts";

/** The titles of the suggestions: what each will change. A rule takes them into its messages. */
export const suggestionMessages = {
  moveIntoFinally: "Call {{handle}} in a `finally` block around the statements before it, however they end.",
  declareBefore: "Call {{handle}} in a `finally` block, and declare {{names}} before it.",
  wrapRest: "Wrap the rest of the block in `try … finally`, and call {{handle}} at its end.",
  keepAndWrap: "Keep {{handle}}, wrap the rest of the block in `try … finally`, and call it at its end.",
  useUsing: "Declare {{value}} with `{{keyword}}`, which releases it at the end of the block.",
  clearAfterRace: "Keep the id of the timer, and clear it when the race is over.",
  clearOnSettle: "Clear the timer wherever something else settles its promise.",
  abortAfterRace: "Give the timer a `signal`, and abort that when the race is over.",
  returnCleanup: "Return a cleanup that calls {{release}}.",
  clearInCleanup: "Call {{release}} in the cleanup.",
  registerCleanup: "Call {{release}} in {{tearDown}}.",
  clearInTeardown: "Call {{release}} in {{tearDown}}.",
  clearBefore: "Call {{release}} before the next timer.",
} as const;

/** The message of a suggestion, by its id. */
export type SuggestionId = keyof typeof suggestionMessages;

/** A change for a person to decide on. */
export interface Suggestion {
  readonly messageId: SuggestionId;
  readonly data: TSESLint.ReportDescriptorMessageData;
  readonly fix: Fix;
}

/** Suggestions in the form ESLint takes, without those that would not keep the comments. */
export function toReportSuggestions(
  sourceCode: SourceCode,
  suggestions: readonly Suggestion[],
): TSESLint.SuggestionReportDescriptor<SuggestionId>[] {
  return suggestions.flatMap(({ messageId, data, fix: written }) => {
    const fix = toReportFix(sourceCode, written);
    return fix ? [{ messageId, data, fix }] : [];
  });
}

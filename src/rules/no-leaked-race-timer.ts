import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { analyzeFile, hasCandidates } from "../analysis/analyze-file.ts";
import { causes, type Cause, type Leak } from "../analysis/obligations/leak.ts";
import { createRule, type Rule } from "./create-rule.ts";
import { branchMessage, exceptionWords, jumpWord, placeOf, type BranchMessage } from "./leak-words.ts";

export interface Options {
  /** The kinds of leaks that are reported; all of them by default. */
  causes?: Cause[];
}

type MessageId =
  | "discarded"
  | "sleep"
  | "neverReleased"
  | "earlyReturn"
  | "exception"
  | "overwritten"
  | "rejected"
  | "resolved"
  | BranchMessage;

/**
 * Reports a timer that loses a race and goes on: the work was faster, but the timeout beside it still runs and keeps
 * the process alive. It says nothing of a timer that is waited for, nor of one that keeps nothing alive (`unref`).
 */
const rule: Rule<MessageId, [Options]> = createRule({
  name: "no-leaked-race-timer",
  meta: {
    type: "problem",
    docs: {
      description: "require the timer of a promise timeout to be cleared when the work is faster",
      recommended: true,
    },
    schema: [
      {
        type: "object",
        properties: {
          causes: {
            description: "The kinds of leaks that are reported; all of them by default.",
            type: "array",
            items: { type: "string", enum: [...causes] },
            uniqueItems: true,
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ causes: [...causes] }],
    messages: {
      discarded:
        "This timer goes on when {{winner}} on line {{line}} is first: nobody keeps its id. Keep it and call `clearTimeout`.",
      sleep:
        "This timer goes on when the race on line {{line}} is won by another. Give it a `signal` and abort that after the race.",
      neverReleased: "{{handle}} is never cleared. Call `clearTimeout` when {{winner}} on line {{line}} is first.",
      rejected: "{{handle}} is not cleared when {{winner}} on line {{line}} is first. Call `clearTimeout` there too.",
      resolved: "{{handle}} is not cleared when {{winner}} on line {{line}} is first. Call `clearTimeout` there too.",
      earlyReturn:
        "{{handle}} is not cleared on the {{jump}} at line {{line}}. Call `clearTimeout` in a `finally` block.",
      exception:
        "{{handle}} is not cleared when {{what}} on line {{line}}{{happens}}. Call `clearTimeout` in a `finally` block.",
      branch: "{{handle}} is not cleared when the condition on line {{line}} is {{outcome}}. Call `clearTimeout`.",
      noTurn: "{{handle}} is not cleared when the loop on line {{line}} has no turn. Call `clearTimeout`.",
      fulfilled: "{{handle}} is not cleared when the promise on line {{line}} is fulfilled. Call `clearTimeout`.",
      otherBranch: "{{handle}} is not cleared on every way past line {{line}}. Call `clearTimeout`.",
      overwritten: "{{handle}} is overwritten on line {{line}} while its timer still runs. Call `clearTimeout` before.",
    },
  },
  create(context) {
    const { options, settings, sourceCode } = context;
    const reported = options[0].causes ?? causes;
    if (!hasCandidates(sourceCode, settings)) return {};
    return {
      "Program:exit"() {
        for (const leak of analyzeFile(sourceCode, settings).leaks("race-timer")) {
          if (reported.includes(leak.cause)) context.report({ loc: placeOf(leak), ...describeLeak(leak) });
        }
      },
    };
  },
});

export default rule;

function describeLeak(leak: Leak): { messageId: MessageId; data: TSESLint.ReportDescriptorMessageData } {
  const { cause, at, outcome, acquisition } = leak;
  const handle = leak.handle ? `\`${leak.handle}\`` : "This timer";
  const line = at?.loc.start.line ?? acquisition.node.loc.start.line;
  const data = { handle, line, winner: winnerWord(at) };
  switch (cause) {
    case "discarded":
      return { messageId: isSleep(leak) ? "sleep" : "discarded", data };
    case "never-released":
      return { messageId: "neverReleased", data };
    case "early-return":
      return { messageId: "earlyReturn", data: { ...data, jump: jumpWord(at) } };
    case "exception":
      if (at?.type === "Identifier") return { messageId: "rejected", data };
      return { messageId: "exception", data: { ...data, ...exceptionWords(at) } };
    case "branch":
      if (at?.type === "Identifier") return { messageId: "resolved", data };
      return { messageId: branchMessage(leak), data: { ...data, outcome: String(outcome) } };
    case "overwritten":
      return { messageId: "overwritten", data };
  }
}

/** Who is faster than the timer: a race, or the function that settles its promise. */
function winnerWord(at: TSESTree.Node | undefined): string {
  return at?.type === "Identifier" ? `\`${at.name}\`` : "the race";
}

/** A timer that is a promise has no id. */
function isSleep({ acquisition: { resource } }: Leak): boolean {
  return resource.release.by === "argument" && resource.release.of.length === 0;
}

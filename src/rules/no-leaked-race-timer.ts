import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { analyzeFile, hasCandidates } from "../analysis/analyze-file.ts";
import { causes, type Cause, type Leak } from "../analysis/obligations/leak.ts";
import { toReportFix } from "../fixes/fix.ts";
import { isRace } from "../ast/is-race.ts";
import { memberName } from "../ast/names.ts";
import { unwrap } from "../ast/transparent.ts";
import { repairRaces } from "../fixes/race/repair-races.ts";
import { suggestionMessages, toReportSuggestions, type SuggestionId } from "../fixes/suggestion.ts";
import { signalOfSleep } from "../resources/match-sleep.ts";
import { knownIn } from "../resources/known.ts";
import { causesOption } from "./causes-option.ts";
import { createRule, type Rule } from "./create-rule.ts";
import { describeCause, placeOf, type CauseMessage } from "./leak-words.ts";

/** The options of no-leaked-race-timer. */
export interface Options {
  /** The kinds of leaks that are reported; all of them by default. */
  causes?: Cause[];
}

type MessageId = CauseMessage | "sleep" | "signalled" | "channel" | "host" | "rejected" | "resolved" | SuggestionId;

/**
 * Reports a timer that loses a race and goes on: the work was faster, but the timeout beside it still runs and keeps
 * the process alive. It says nothing of a timer that is waited for, nor of one that keeps nothing alive (`unref`).
 */
const rule: Rule<MessageId, [Options]> = createRule({
  name: "no-leaked-race-timer",
  meta: {
    type: "problem",
    fixable: "code",
    hasSuggestions: true,
    docs: {
      description: "require the timer of a promise timeout to be cleared when the work is faster",
      recommended: true,
    },
    schema: [
      {
        type: "object",
        properties: {
          causes: causesOption(causes, "The kinds of leaks that are reported; all of them by default."),
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ causes: [...causes] }],
    messages: {
      discarded: "This timer goes on when {{winner}}. Keep its id and call `clearTimeout`.",
      sleep: "This timer goes on when {{winner}}. Give it a `signal`, and abort that.",
      signalled: "This timer goes on when {{winner}}. Give it a signal of its own, and abort that.",
      channel: "This timer goes on when {{winner}}. Use one that can be stopped, and stop it.",
      host: "This timer goes on when {{winner}}. Keep its id and call the `clearTimeout` that goes with it.",
      neverReleased: "{{handle}} is never cleared. Call `clearTimeout` when {{winner}}.",
      rejected: "{{handle}} is not cleared when {{winner}}. Call `clearTimeout` there too.",
      resolved: "{{handle}} is not cleared when {{winner}}. Call `clearTimeout` there too.",
      earlyReturn: "{{handle}} is not cleared on the {{jump}} at line {{line}}. Call `clearTimeout` in `finally`.",
      exception:
        "{{handle}} is not cleared when {{what}} on line {{line}}{{happens}}. Call `clearTimeout` in `finally`.",
      branch: "{{handle}} is not cleared when the condition on line {{line}} is {{outcome}}. Call `clearTimeout`.",
      noTurn: "{{handle}} is not cleared when the loop on line {{line}} has no turn. Call `clearTimeout`.",
      fulfilled: "{{handle}} is not cleared when the promise on line {{line}} is fulfilled. Call `clearTimeout`.",
      otherBranch: "{{handle}} is not cleared on every way past line {{line}}. Call `clearTimeout`.",
      overwritten: "{{handle}} is overwritten on line {{line}} while its timer runs. Call `clearTimeout` before.",
      ...suggestionMessages,
    },
  },
  create(context) {
    const { options, settings, sourceCode } = context;
    const reported = options[0].causes ?? causes;
    if (!hasCandidates(sourceCode, settings)) return {};
    return {
      "Program:exit"() {
        const leaks = analyzeFile(context)
          .leaks("race-timer")
          .filter(({ cause }) => reported.includes(cause));
        const repairs = repairRaces(sourceCode, knownIn(settings).settings, leaks);
        for (const [leak, { fix, suggestions }] of repairs) {
          const suggest = toReportSuggestions(sourceCode, suggestions);
          context.report({ loc: placeOf(leak), ...describeLeak(leak), fix: toReportFix(sourceCode, fix), suggest });
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
  const data = { handle, line, winner: winnerWords(at) };
  if (cause === "discarded") return { messageId: discardedMessage(leak), data };
  const isSettler = at !== undefined && settlerWord(at) !== undefined;
  if (cause === "exception" && isSettler) return { messageId: "rejected", data };
  // A settler that comes first, or the end of a race, has no outcome; a condition has.
  const isFirst = isSettler || (at?.type === "CallExpression" && isRace(at));
  if (cause === "branch" && outcome === undefined && isFirst) return { messageId: "resolved", data };
  const { messageId, words } = describeCause(leak);
  return { messageId, data: { ...data, ...words } };
}

/** What comes before the timer: the end of a race, or a function that settles its promise. */
function winnerWords(at: TSESTree.Node | undefined): string {
  if (!at) return "the race is won by another";
  const { line } = at.loc.start;
  const settler = settlerWord(at);
  return settler ? `\`${settler}\` on line ${line} is first` : `the race on line ${line} is won by another`;
}

/** `resolve`, or `late.resolve`. */
function settlerWord(at: TSESTree.Node): string | undefined {
  if (at.type === "Identifier") return at.name;
  const object = at.type === "MemberExpression" && unwrap(at.object);
  return object && object.type === "Identifier" ? `${object.name}.${memberName(at) ?? ""}` : undefined;
}

/** A timer that is a promise has no id, but may take a signal; of another host's it is not known what it gives. */
function discardedMessage({ acquisition: { name, node, resource } }: Leak): MessageId {
  if (resource.release.by === "argument" && resource.release.of.length > 0) return "discarded";
  if (resource.kind === "race-timer" && signalOfSleep(node)) return "signalled";
  if (resource.harmless?.options) return "sleep";
  return name === "setTimeout" ? "host" : "channel";
}

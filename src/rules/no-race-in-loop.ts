import type { TSESLint } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { analyzeFile, hasRaces } from "../analysis/analyze-file.ts";
import { bounded } from "../analysis/bounded.ts";
import { lifetimes, type Lifetime } from "../analysis/ownership/races/lifetime.ts";
import type { RacedInLoop } from "../analysis/ownership/races/raced-in-loops.ts";
import { endWithTurn } from "../fixes/end-with-turn.ts";
import { toReportFix } from "../fixes/fix.ts";
import { othersOf, pollInstead } from "../fixes/poll-instead.ts";
import { knownIn } from "../resources/known.ts";
import { causesOption } from "./causes-option.ts";
import { createRule, type Rule } from "./create-rule.ts";

/** The options of no-race-in-loop. */
export interface Options {
  /** What a promise is known by that lives longer than the loop; all but `unknown` by default. */
  causes?: Lifetime[];
}

type MessageId = "reaction" | "listener" | "poll" | "endWithTurn" | "pollInstead";

/**
 * Reports a promise that is raced in every turn of a loop and outlives them: each race leaves a reaction behind that is
 * freed only when the promise settles. It says nothing of promises of work that was just started, nor of short loops.
 */
const rule: Rule<MessageId, [Options]> = createRule({
  name: "no-race-in-loop",
  meta: {
    type: "problem",
    docs: {
      description: "disallow racing one long-lived promise in every turn of a loop",
      recommended: true,
      strict: { causes: [...lifetimes] },
    },
    hasSuggestions: true,
    fixable: "code",
    schema: [
      {
        type: "object",
        properties: {
          causes: causesOption(
            lifetimes,
            "What a promise is known by that lives longer than the loop; all but `unknown` by default.",
          ),
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ causes: lifetimes.filter((lifetime) => lifetime !== "unknown") }],
    messages: {
      reaction:
        "Each turn of the loop on line {{line}} adds a reaction to `{{promise}}` that is only freed when it settles. " +
        "Listen for the end instead, and remove the listener after each turn.",
      poll:
        "Each turn of the loop on line {{line}} adds a reaction to `{{promise}}` that is only freed when it settles. " +
        "Ask for the end once a turn instead: `ctx.err()` or `signal.aborted`.",
      listener:
        "Each turn of the loop on line {{line}} adds a listener that stays until the end comes. " +
        "Take it away after the turn: `once` has the option `signal`.",
      endWithTurn: "Listen anew in each turn, with a `signal` that is aborted when the race is over.",
      pollInstead: "Wait for `{{other}}` alone: the loop asks for the end in each turn, and ends up to one wait later.",
    },
  },
  create(context) {
    const { options, settings, sourceCode } = context;
    const [reported] = options;
    const isUnsafe = knownIn(settings).settings.unsafeFixes === true;
    if (!hasRaces(sourceCode.ast, sourceCode.text)) return {};
    return {
      "Program:exit"() {
        for (const raced of analyzeFile(context).racedInLoops()) {
          if (!isReported(raced, reported)) continue;
          const suggest = bounded(sourceCode, raced.racer, () => suggestionsFor(sourceCode, raced), []);
          const fix = isUnsafe ? suggest[0]?.fix : undefined;
          context.report({ node: raced.racer, ...describe(sourceCode, raced), ...(fix ? { fix } : { suggest }) });
        }
      },
    };
  },
});

export default rule;

function isReported({ lifetime }: RacedInLoop, { causes }: Options): boolean {
  return causes?.includes(lifetime) ?? lifetime !== "unknown";
}

function describe(
  sourceCode: SourceCode,
  raced: RacedInLoop,
): { messageId: MessageId; data: TSESLint.ReportDescriptorMessageData } {
  const { promise, loop, lifetime } = raced;
  const data = { line: loop.loc.start.line, promise: shorten(sourceCode.getText(promise)) };
  if (lifetime === "once" && promise.type === "CallExpression") return { messageId: "listener", data };
  return { messageId: pollInstead(sourceCode, raced) ? "poll" : "reaction", data };
}

/** A racer of several lines is named by its first. */
function shorten(text: string): string {
  const [line = "", ...more] = text.split("\n");
  return more.length > 0 || line.length > 40 ? `${line.slice(0, 40).trimEnd()}…` : line;
}

function suggestionsFor(
  sourceCode: SourceCode,
  raced: RacedInLoop,
): (TSESLint.SuggestionReportDescriptor<MessageId> & { fix: TSESLint.ReportFixFunction })[] {
  const [other] = othersOf(raced.race, raced.racer);
  const turn = toReportFix(sourceCode, endWithTurn(sourceCode, raced));
  const poll = toReportFix(sourceCode, pollInstead(sourceCode, raced));
  return [
    ...(turn ? [{ messageId: "endWithTurn" as const, fix: turn }] : []),
    ...(poll && other
      ? [{ messageId: "pollInstead" as const, data: { other: shorten(sourceCode.getText(other)) }, fix: poll }]
      : []),
  ];
}

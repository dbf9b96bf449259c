import type { TSESLint } from "@typescript-eslint/utils";
import { analyzeFile, hasCandidates } from "../analysis/analyze-file.ts";
import { causes, type Cause, type Leak } from "../analysis/obligations/leak.ts";
import { toReportFix } from "../fixes/fix.ts";
import { repairLeaks } from "../fixes/repair-leaks.ts";
import { suggestionMessages, toReportSuggestions, type SuggestionId } from "../fixes/suggestion.ts";
import { knownIn } from "../resources/known.ts";
import { causesOption } from "./causes-option.ts";
import { createRule, type Rule } from "./create-rule.ts";
import { describeCause, placeOf, type CauseMessage } from "./leak-words.ts";

/** The options of no-lost-cancel. */
export interface Options {
  /** The kinds of leaks that are reported; all of them by default. */
  causes?: Cause[];
  /** Report contexts of the module's top level too, whose end is that of the process. */
  topLevel?: boolean;
}

type MessageId = CauseMessage | SuggestionId;

/**
 * Reports a derived context whose cancel function does not run on every path out of the function that made it. It says
 * nothing where the cancel function is handed to someone else, nor of functions that only share a name with a derive.
 */
const rule: Rule<MessageId, [Options]> = createRule({
  name: "no-lost-cancel",
  meta: {
    type: "problem",
    fixable: "code",
    hasSuggestions: true,
    docs: {
      description: "require the cancel function of a derived context to run on every path",
      recommended: true,
      strict: { topLevel: true },
    },
    schema: [
      {
        type: "object",
        properties: {
          causes: causesOption(causes, "The kinds of leaks that are reported; all of them by default."),
          topLevel: {
            description: "Whether contexts made at the top level of a module are reported too.",
            type: "boolean",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ causes: [...causes], topLevel: false }],
    messages: {
      discarded:
        "`{{derive}}` returns a cancel function and it is discarded. Keep it and call it in a `finally` block.",
      neverReleased: "{{handle}} is never called. Call it in a `finally` block once the work is done.",
      earlyReturn: "{{handle}} is not called on the {{jump}} at line {{line}}. Call it in a `finally` block.",
      exception: "{{handle}} is not called when {{what}} on line {{line}}{{happens}}. Call it in a `finally` block.",
      branch: "{{handle}} is not called when the condition on line {{line}} is {{outcome}}.",
      noTurn: "{{handle}} is not called when the loop on line {{line}} has no turn.",
      fulfilled: "{{handle}} is not called when the promise on line {{line}} is fulfilled.",
      otherBranch: "{{handle}} is not called on every way past line {{line}}.",
      overwritten: "{{handle}} is overwritten on line {{line}} before it is called.",
      ...suggestionMessages,
    },
  },
  create(context) {
    const { options, settings, sourceCode } = context;
    const [reported] = options;
    if (!hasCandidates(sourceCode, settings)) return {};
    return {
      "Program:exit"() {
        const leaks = analyzeFile(context)
          .leaks("context")
          .filter((leak) => isReported(leak, reported));
        for (const [leak, { fix, suggestions }] of repairLeaks(sourceCode, knownIn(settings).settings, leaks)) {
          const suggest = toReportSuggestions(sourceCode, suggestions);
          context.report({ loc: placeOf(leak), ...describeLeak(leak), fix: toReportFix(sourceCode, fix), suggest });
        }
      },
    };
  },
});

export default rule;

function isReported({ cause, topLevel }: Leak, options: Options): boolean {
  return (options.causes ?? causes).includes(cause) && (options.topLevel === true || !topLevel);
}

function describeLeak(leak: Leak): { messageId: MessageId; data: TSESLint.ReportDescriptorMessageData } {
  const { at, acquisition } = leak;
  const derive = acquisition.name;
  const handle = leak.handle ? `\`${leak.handle}\`` : `The cancel function of \`${derive}\``;
  const line = at?.loc.start.line ?? acquisition.node.loc.start.line;
  const { messageId, words } = describeCause(leak);
  return { messageId, data: { derive, handle, line, ...words } };
}

import type { TSESLint } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { analyzeFile, hasAbortListeners, hasCandidates } from "../analysis/analyze-file.ts";
import { bounded } from "../analysis/bounded.ts";
import { causes, type Cause, type Leak } from "../analysis/obligations/leak.ts";
import { anySignal } from "../fixes/any-signal.ts";
import { endWithBlock } from "../fixes/end-with-block.ts";
import { endWithPromise } from "../fixes/end-with-promise.ts";
import { suggestRemoval } from "../fixes/suggest-removal.ts";
import { suggestionMessages, type Suggestion } from "../fixes/suggestion.ts";
import { toReportFix } from "../fixes/fix.ts";
import { knownIn } from "../resources/known.ts";
import { causesOption } from "./causes-option.ts";
import { createRule, type Rule } from "./create-rule.ts";
import { placeOf } from "./leak-words.ts";
import { describeListenerLeak, listenerMessages, type ListenerMessage } from "./listener-words.ts";

/** The options of no-leaked-abort-listener. */
export interface Options {
  /** The kinds of leaks that are reported; all of them by default. */
  causes?: Cause[];
  /** Also report listeners on an `AbortSignal.any` with a signal from outside in it; `false` by default. */
  composed?: boolean;
}

type MessageId =
  ListenerMessage | "replaced" | "endWithPromise" | "endWithBlock" | "anySignal" | "moveIntoFinally" | "declareBefore";

/**
 * Reports a listener that stays on a signal from outside when the work is done: a signal that lives longer collects
 * them. It says nothing of signals that are made here, or for one request, nor of what is set up for good.
 */
const rule: Rule<MessageId, [Options]> = createRule({
  name: "no-leaked-abort-listener",
  meta: {
    type: "problem",
    docs: {
      description: "require abort listeners to be removed when the work ends",
      recommended: true,
      strict: { composed: true },
    },
    hasSuggestions: true,
    fixable: "code",
    schema: [
      {
        type: "object",
        properties: {
          causes: causesOption(causes, "The kinds of leaks that are reported; all of them by default."),
          composed: {
            description:
              "Also report listeners on an `AbortSignal.any` with a signal from outside; `false` by default.",
            type: "boolean",
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ causes: [...causes], composed: false }],
    messages: {
      ...listenerMessages,
      replaced:
        "Line {{line}} sets `{{signal}}.onabort` again, so this handler never runs. Call `addEventListener` for both.",
      anySignal: "Give `fetch` the signal `AbortSignal.any([{{signals}}])` instead of the listener, for the body too.",
      moveIntoFinally: suggestionMessages.moveIntoFinally,
      declareBefore: suggestionMessages.declareBefore,
      endWithPromise: "Give the listener a `signal` that is aborted when the promise settles.",
      endWithBlock: "Give the listener a `signal` that is aborted in a `finally` block around what follows.",
    },
  },
  create(context) {
    const { options, settings, sourceCode } = context;
    const [{ causes: reported, composed }] = options;
    if (!hasCandidates(sourceCode, settings) && !hasAbortListeners(sourceCode)) return {};
    const isUnsafe = knownIn(settings).settings.unsafeFixes === true;
    return {
      "Program:exit"() {
        const analysis = analyzeFile(context);
        for (const leak of analysis.leaks("listener")) {
          if (!(reported ?? causes).includes(leak.cause) || !(leak.certain || composed)) continue;
          context.report({
            loc: placeOf(leak),
            ...describeListenerLeak(sourceCode, leak),
            ...bounded(sourceCode, leak.acquisition.node, () => repair(sourceCode, leak, isUnsafe), {}),
          });
        }
        if (!(reported ?? causes).includes("overwritten")) return;
        for (const { node, signal, by } of analysis.lostHandlers()) {
          const data = { signal: sourceCode.getText(signal), line: by.loc.start.line };
          context.report({ node, messageId: "replaced", data });
        }
      },
    };
  },
});

export default rule;

type Repair = Pick<TSESLint.ReportDescriptor<MessageId>, "fix" | "suggest">;

/** Only a listener in an executor is removed: elsewhere the end of the work may not be the end of what it started. */
function repair(sourceCode: SourceCode, leak: Leak, isUnsafe: boolean): Repair {
  const found = endWithPromise(sourceCode, leak);
  const fix = found && toReportFix(sourceCode, found.fix);
  if (fix) return found.isSafe || isUnsafe ? { fix } : { suggest: [{ messageId: "endWithPromise", fix }] };
  const removal = suggestRemoval(sourceCode, leak);
  if (removal) return suggestInFinally(sourceCode, removal, isUnsafe);
  return { suggest: suggestionsToEnd(sourceCode, leak) };
}

/** A removal that only an error passes by. */
function suggestInFinally(sourceCode: SourceCode, found: Suggestion, isUnsafe: boolean): Repair {
  const fix = toReportFix(sourceCode, found.fix);
  if (!fix) return {};
  const messageId = found.messageId === "declareBefore" ? found.messageId : "moveIntoFinally";
  return isUnsafe ? { fix } : { suggest: [{ messageId, data: found.data, fix }] };
}

/**
 * No fix, not with `unsafeFixes` either. Where a response is returned, whoever reads its body still needs the abort,
 * and nothing is removed early; elsewhere a person must judge whether the end of the block is that of the work.
 */
function suggestionsToEnd(sourceCode: SourceCode, leak: Leak): NonNullable<Repair["suggest"]> {
  const any = anySignal(sourceCode, leak);
  const ended = any ? null : endWithBlock(sourceCode, leak);
  const fix = any ? toReportFix(sourceCode, any.fix) : ended && toReportFix(sourceCode, ended);
  if (!fix) return [];
  return [any ? { messageId: "anySignal", data: { signals: any.signals }, fix } : { messageId: "endWithBlock", fix }];
}

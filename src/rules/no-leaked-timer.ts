import type { TSESLint } from "@typescript-eslint/utils";
import { analyzeFile, hasCandidates } from "../analysis/analyze-file.ts";
import { bounded } from "../analysis/bounded.ts";
import { causes, type Cause, type Leak } from "../analysis/obligations/leak.ts";
import { suggestCleanup } from "../fixes/effect/suggest-cleanup.ts";
import { suggestClear } from "../fixes/object/suggest-clear.ts";
import { toReportFix } from "../fixes/fix.ts";
import { repairLeaks } from "../fixes/repair-leaks.ts";
import { suggestionMessages, toReportSuggestions, type Suggestion, type SuggestionId } from "../fixes/suggestion.ts";
import { isUnstoppable } from "../resources/acquisition.ts";
import { knownIn } from "../resources/known.ts";
import { releaseCall } from "../resources/release-call.ts";
import { causesOption } from "./causes-option.ts";
import { createRule, type Rule } from "./create-rule.ts";
import { describeEffectLeak, effectMessages } from "./effect-words.ts";
import { describeObjectLeak, objectMessages } from "./object-words.ts";
import { describeCause, isOverwrittenByItself, placeOf, type CauseMessage } from "./leak-words.ts";

/** The options of no-leaked-timer. */
export interface Options {
  /** The kinds of leaks that are reported; all of them by default. */
  causes?: Cause[];
  /** Also report timers that end with the process: of the module's top level, and dropped in a function. */
  topLevel?: boolean;
  /** Of objects and effects: only what certainly leaks, or also what may. */
  fields?: "certain" | "all";
}

type MessageId =
  | CauseMessage
  | "atShutdown"
  | "unstoppable"
  | "settled"
  | "overwrittenInTurn"
  | SuggestionId
  | keyof typeof effectMessages
  | keyof typeof objectMessages;

/**
 * Reports a timer that nobody stops: an interval nobody can stop, and a timer that is stopped on some ways out of its
 * function but not on all. Of one-shot timers that are left to fire it reports those that only abort finished work.
 */
const rule: Rule<MessageId, [Options]> = createRule({
  name: "no-leaked-timer",
  meta: {
    type: "problem",
    docs: {
      description: "require timers to be stopped on every path",
      recommended: true,
      strict: { topLevel: true, fields: "all" },
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          causes: causesOption(causes, "The kinds of leaks that are reported; all of them by default."),
          topLevel: {
            description:
              "Also report timers that end with the process: of the module's top level, and dropped in a function.",
            type: "boolean",
          },
          fields: {
            description: "Of objects and effects: only what certainly leaks, or also what may.",
            type: "string",
            enum: ["certain", "all"],
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ causes: [...causes], topLevel: false, fields: "certain" }],
    messages: {
      discarded: "The result of `{{acquire}}` is dropped, so nothing can stop it. Keep it and call {{release}}.",
      atShutdown:
        "Set in `{{hook}}`, this timer keeps the process alive. Call {{release}} with its id, or `.unref()` it.",
      unstoppable: "`{{acquire}}` starts a timer that nothing can stop. Make one that has a way to.",
      neverReleased: "{{handle}} is never stopped. Call {{release}} once it is no longer needed.",
      earlyReturn: "{{handle}} is not stopped on the {{jump}} at line {{line}}. Call {{release}} in a `finally` block.",
      exception:
        "{{handle}} is not stopped when {{what}} on line {{line}}{{happens}}. Call {{release}} in a `finally` block.",
      settled: "{{handle}} is not stopped when `{{settler}}` on line {{line}} is first. Call {{release}} there too.",
      branch: "{{handle}} is not stopped when the condition on line {{line}} is {{outcome}}. Call {{release}}.",
      noTurn: "{{handle}} is not stopped when the loop on line {{line}} has no turn. Call {{release}}.",
      fulfilled: "{{handle}} is not stopped when the promise on line {{line}} is fulfilled. Call {{release}}.",
      otherBranch: "{{handle}} is not stopped on every way past line {{line}}. Call {{release}}.",
      overwritten: "{{handle}} is overwritten on line {{line}} while its timer still runs. Call {{release}} before.",
      overwrittenInTurn:
        "The next turn of the loop overwrites {{handle}} while its timer still runs. Call {{release}} before.",
      ...effectMessages,
      ...objectMessages,
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
          .leaks("timer")
          .filter((leak) => isReported(leak, reported));
        const owned = leaks.filter(({ owner }) => owner === "activation");
        const known = knownIn(settings).settings;
        const repairs = repairLeaks(sourceCode, known, owned);
        for (const leak of leaks) {
          const repair = repairs.get(leak);
          const find = (): Suggestion | undefined => suggestCleanup(sourceCode, leak) ?? suggestClear(sourceCode, leak);
          const cleanup = bounded(sourceCode, leak.acquisition.node, find, undefined);
          const suggest = toReportSuggestions(sourceCode, repair?.suggestions ?? (cleanup ? [cleanup] : []));
          const fix = repair?.fix ?? ((known.unsafeFixes === true && cleanup?.fix) || null);
          context.report({ loc: placeOf(leak), ...describeLeak(leak), fix: toReportFix(sourceCode, fix), suggest });
        }
      },
    };
  },
});

export default rule;

function isReported({ cause, topLevel, certain, acquisition }: Leak, options: Options): boolean {
  // A loop without end may use what nothing can stop.
  if (cause === "exception" && isUnstoppable(acquisition)) return false;
  return (
    (options.causes ?? causes).includes(cause) &&
    (options.topLevel === true || !topLevel) &&
    (options.fields === "all" || certain)
  );
}

function describeLeak(leak: Leak): { messageId: MessageId; data: TSESLint.ReportDescriptorMessageData } {
  const { cause, at, acquisition } = leak;
  const acquire = acquisition.name;
  const kept = keptIn(leak);
  const isMethod = kept !== (leak.handle ?? "");
  const handle = kept ? `\`${kept}\`` : `The timer of \`${acquire}\``;
  const line = at?.loc.start.line ?? acquisition.node.loc.start.line;
  const data = {
    acquire,
    handle,
    line,
    release: `\`${isMethod ? `${leak.handle}()` : releaseCall(acquisition, kept)}\``,
  };
  const ofOwner = describeEffectLeak(leak, data) ?? describeObjectLeak(leak, data);
  if (ofOwner) return ofOwner;
  if (isUnstoppable(acquisition)) return { messageId: "unstoppable", data };
  if (leak.owner === "settlement" && at?.type === "Identifier")
    return { messageId: "settled", data: { ...data, settler: at.name } };
  if (cause === "discarded") {
    const words = { ...data, release: nameOf(data.release) };
    return leak.hook
      ? { messageId: "atShutdown", data: { ...words, hook: leak.hook } }
      : { messageId: cause, data: words };
  }
  if (cause === "overwritten" && isOverwrittenByItself(leak)) return { messageId: "overwrittenInTurn", data };
  const { messageId, words } = describeCause(leak);
  return { messageId, data: { ...data, ...words } };
}

/** The name alone of a release that is called with nothing yet: `clearInterval`. */
function nameOf(release: string): string {
  return release.replace(/^`\.|\(\)`$/, "`");
}

/** What the timer is kept in: of a handle that is a method, the object that has it. */
function keptIn({ handle = "", owner, acquisition: { resource } }: Leak): string {
  const { release } = resource;
  const last = handle.slice(handle.lastIndexOf(".") + 1);
  const isMethod =
    last !== handle &&
    (release.by === "method" ? release.names.includes(last) : release.by === "call" && owner !== "object");
  return isMethod ? handle.slice(0, -last.length - 1) : handle;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { analyzeFile, findLostHandlers, hasAbortListeners, hasCandidates } from "../analysis/analyze-file.ts";
import { bounded } from "../analysis/bounded.ts";
import { causes, type Cause, type Leak } from "../analysis/obligations/leak.ts";
import { anySignal } from "../fixes/any-signal.ts";
import { endWithPromise } from "../fixes/end-with-promise.ts";
import { toReportFix } from "../fixes/fix.ts";
import { knownIn } from "../resources/known.ts";
import { calleeWord } from "../ast/names.ts";
import { unwrap } from "../ast/transparent.ts";
import { causesOption } from "./causes-option.ts";
import { createRule, type Rule } from "./create-rule.ts";
import { branchMessage, exceptionWords, jumpWord, placeOf, type BranchMessage } from "./leak-words.ts";

export interface Options {
  /** The kinds of leaks that are reported; all of them by default. */
  causes?: Cause[];
  /** Also report listeners on an `AbortSignal.any` with a signal from outside in it; `false` by default. */
  composed?: boolean;
}

type MessageId =
  | "discarded"
  | "neverReleased"
  | "settled"
  | "raced"
  | "racedOnce"
  | "disposable"
  | "unreached"
  | "earlyReturn"
  | "exception"
  | "overwritten"
  | "replaced"
  | "addedAgain"
  | "otherFunction"
  | "otherPhase"
  | "endWithPromise"
  | "anySignal"
  | BranchMessage;

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
      discarded:
        "This listener stays on `{{signal}}` when the work is done: nothing can remove it. " +
        "Name it and call `removeEventListener`, or give it a `signal` of its own.",
      neverReleased:
        "`{{listener}}` stays on `{{signal}}` when the work is done. Call `removeEventListener` in a `finally` block.",
      settled:
        "{{Listener}} stays on `{{signal}}` when `{{settler}}` on line {{line}} settles the promise. " +
        "Call `removeEventListener` there.",
      raced:
        "{{Listener}} stays on `{{signal}}` when another wins the race on line {{line}}. " +
        "Call `removeEventListener` when the race is over.",
      racedOnce:
        "The listener of this `once` stays on `{{signal}}` when another wins the race on line {{line}}. " +
        "Give `once` a third argument, `{ signal }`, and abort that when the race is over.",
      disposable: "The listener stays on `{{signal}}`: dispose of what `addAbortListener` gives, with `using`.",
      unreached:
        "{{Listener}} stays on `{{signal}}` when {{teardown}} has run. " +
        "Give it a `signal` that is aborted there, or call `removeEventListener`.",
      earlyReturn:
        "`{{listener}}` stays on `{{signal}}` on the {{jump}} at line {{line}}. " +
        "Call `removeEventListener` in a `finally` block.",
      exception:
        "`{{listener}}` stays on `{{signal}}` when {{what}} on line {{line}}{{happens}}. " +
        "Call `removeEventListener` in a `finally` block.",
      branch:
        "`{{listener}}` stays on `{{signal}}` when the condition on line {{line}} is {{outcome}}. " +
        "Call `removeEventListener` there too.",
      noTurn:
        "`{{listener}}` stays on `{{signal}}` when the loop on line {{line}} has no turn. Call `removeEventListener`.",
      fulfilled:
        "`{{listener}}` stays on `{{signal}}` when the promise on line {{line}} is fulfilled. " +
        "Call `removeEventListener` there too.",
      otherBranch:
        "`{{listener}}` stays on `{{signal}}` on a way past line {{line}}. Call `removeEventListener` on every way.",
      overwritten:
        "`{{signal}}` is overwritten on line {{line}} while `{{listener}}` is on it. " +
        "Call `removeEventListener` before.",
      replaced:
        "Line {{line}} sets `{{signal}}.onabort` again, so this handler never runs. Call `addEventListener` for both.",
      addedAgain:
        "This adds `{{listener}}` to `{{signal}}` once more, where things are ended. `removeEventListener` was meant.",
      otherFunction:
        "{{Listener}} stays on `{{signal}}`: line {{line}} removes another function, which is made there. " +
        "Give both calls the same one.",
      otherPhase:
        "{{Listener}} stays on `{{signal}}`: it is added with another `capture` than line {{line}} removes it with.",
      anySignal: "Give `fetch` the signal `AbortSignal.any([{{signals}}])` instead of the listener, for the body too.",
      endWithPromise: "Give the listener a `signal` that is aborted when the promise settles.",
    },
  },
  create(context) {
    const { options, settings, sourceCode } = context;
    const [{ causes: reported, composed }] = options;
    if (!hasCandidates(sourceCode, settings) && !hasAbortListeners(sourceCode)) return {};
    const isUnsafe = knownIn(settings).settings.unsafeFixes === true;
    return {
      "Program:exit"() {
        for (const leak of analyzeFile(context).leaks("listener")) {
          if (!(reported ?? causes).includes(leak.cause) || !(leak.certain || composed)) continue;
          context.report({
            loc: placeOf(leak),
            ...describeLeak(sourceCode, leak),
            ...bounded(sourceCode, leak.acquisition.node, () => repair(sourceCode, leak, isUnsafe), {}),
          });
        }
        if (!(reported ?? causes).includes("overwritten")) return;
        for (const { node, signal, by } of findLostHandlers(sourceCode)) {
          const data = { signal: sourceCode.getText(signal), line: by.loc.start.line };
          context.report({ node, messageId: "replaced", data });
        }
      },
    };
  },
});

export default rule;

type SourceCode = Readonly<TSESLint.SourceCode>;

function describeLeak(
  sourceCode: SourceCode,
  leak: Leak,
): { messageId: MessageId; data: TSESLint.ReportDescriptorMessageData } {
  const { cause, at, outcome, acquisition, handle, mistake, field } = leak;
  const data = {
    signal: sourceCode.getText(signalOf(acquisition.node)),
    listener: handle ?? "listener",
    Listener: handle === undefined ? "This listener" : `\`${handle}\``,
    line: at?.loc.start.line ?? acquisition.node.loc.start.line,
    settler: at ? sourceCode.getText(at) : "",
  };
  if (mistake) return { messageId: mistakeMessages[mistake.kind], data };
  if (field?.teardown !== undefined) return { messageId: "unreached", data: { ...data, teardown: field.teardown } };
  if (acquisition.name === "addAbortListener") return { messageId: "disposable", data };
  if (calleeWord(acquisition.node) === "once") return { messageId: "racedOnce", data };
  if (leak.owner === "settlement") return { messageId: at?.type === "CallExpression" ? "raced" : "settled", data };
  switch (cause) {
    case "discarded":
      return { messageId: "discarded", data };
    case "never-released":
      return { messageId: "neverReleased", data };
    case "early-return":
      return { messageId: "earlyReturn", data: { ...data, jump: jumpWord(at) } };
    case "exception":
      return { messageId: "exception", data: { ...data, ...exceptionWords(at) } };
    case "branch":
      return { messageId: branchMessage(leak), data: { ...data, outcome: String(outcome) } };
    case "overwritten":
      return { messageId: "overwritten", data };
  }
}

type Repair = Pick<TSESLint.ReportDescriptor<MessageId>, "fix" | "suggest">;

/** Only a listener in an executor is removed: elsewhere the end of the work may not be the end of what it started. */
function repair(sourceCode: SourceCode, leak: Leak, isUnsafe: boolean): Repair {
  const found = endWithPromise(sourceCode, leak);
  const fix = found && toReportFix(found.fix);
  if (!fix) return suggestAnySignal(sourceCode, leak);
  return found.isSafe || isUnsafe ? { fix } : { suggest: [{ messageId: "endWithPromise", fix }] };
}

/** Where a response is returned, whoever reads its body still needs the abort: no fix, and nothing is removed early. */
function suggestAnySignal(sourceCode: SourceCode, leak: Leak): Repair {
  const found = anySignal(sourceCode, leak);
  const fix = found && toReportFix(found.fix);
  return fix ? { suggest: [{ messageId: "anySignal", data: { signals: found.signals }, fix }] } : {};
}

const mistakeMessages = {
  "added-again": "addedAgain",
  "other-function": "otherFunction",
  "other-phase": "otherPhase",
} as const;

/** The receiver of `addEventListener`, the first argument of `addAbortListener`. */
function signalOf({ callee, arguments: [first] }: Leak["acquisition"]["node"]): TSESTree.Node {
  const method = unwrap(callee);
  const isMember =
    method.type === "MemberExpression" &&
    !(first && method.object.type === "Identifier" && method.object.name === "events");
  return isMember ? method.object : (first ?? callee);
}

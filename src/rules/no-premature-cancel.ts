import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { analyzeFile, hasCandidates } from "../analysis/analyze-file.ts";
import { bounded } from "../analysis/bounded.ts";
import { forms, type EarlyRelease, type Form } from "../analysis/obligations/early-release.ts";
import { catchAround } from "../ast/catch-around.ts";
import { calleePlace } from "../ast/callee-place.ts";
import { calleeWord } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { toReportFix } from "../fixes/fix.ts";
import { returnAwait } from "../fixes/return-await.ts";
import { knownIn } from "../resources/known.ts";
import { causesOption } from "./causes-option.ts";
import { createRule, type Rule } from "./create-rule.ts";

/** The options of no-premature-cancel. */
export interface Options {
  /** The forms that are reported; all but `perhaps` by default. */
  causes?: Form[];
}

type MessageId =
  Form | "usingReturned" | "timeoutReturned" | "timeoutBound" | "timeoutDropped" | "await" | "awaitCaught";

/**
 * Reports work that was given a context, a signal or a timeout which is released before the work is done. It says
 * nothing of work that may be synchronous, nor of work that is awaited after the release: that is cancelled on purpose.
 */
const rule: Rule<MessageId, [Options]> = createRule({
  name: "no-premature-cancel",
  meta: {
    type: "problem",
    docs: {
      description: "disallow releasing a context or timeout while work that needs it still runs",
      recommended: true,
      strict: { causes: [...forms] },
    },
    hasSuggestions: true,
    fixable: "code",
    schema: [
      {
        type: "object",
        properties: {
          causes: causesOption(forms, "The forms that are reported; all but `perhaps` by default."),
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ causes: forms.filter((form) => form !== "perhaps") }],
    messages: {
      returned: "{{release}} on line {{line}} runs before this promise settles, and ends its work. {{advice}}",
      bound: "{{release}} on line {{line}} runs before this promise settles, and ends its work. {{advice}}",
      dropped: "{{release}} on line {{line}} runs while this work still goes on, and ends it. Await the work first.",
      perhaps: "If this is a promise, {{release}} on line {{line}} runs before it settles. {{advice}}",
      usingReturned:
        "`{{handle}}` on line {{line}} is disposed before this promise settles, which ends its work. {{advice}}",
      timeoutReturned: "{{release}} on line {{line}} runs before this promise settles: it has no timeout. {{advice}}",
      timeoutBound: "{{release}} on line {{line}} runs before this promise settles: it has no timeout. {{advice}}",
      timeoutDropped:
        "{{release}} on line {{line}} runs while this work still goes on: it has no timeout. Await the work first.",
      await: "Return `await …`, so that {{release}} waits for the promise.",
      awaitCaught: "Return `await …`, so that {{release}} waits for the promise and `catch` sees its rejection.",
    },
  },
  create(context) {
    const { options, settings, sourceCode } = context;
    const [reported] = options;
    if (!hasCandidates(sourceCode, settings)) return {};
    const isUnsafe = knownIn(settings).settings.unsafeFixes === true;
    return {
      "Program:exit"() {
        for (const early of analyzeFile(context).earlyReleases()) {
          if (!isReported(early, reported)) continue;
          const suggest = bounded(sourceCode, early.work, () => suggestionsFor(sourceCode, early), []);
          const fix = isUnsafe ? suggest[0]?.fix : undefined;
          context.report({ loc: placeOf(early), ...describe(sourceCode, early), ...(fix ? { fix } : { suggest }) });
        }
      },
    };
  },
});

export default rule;

function isReported({ form }: EarlyRelease, { causes }: Options): boolean {
  return causes?.includes(form) ?? form !== "perhaps";
}

function placeOf({ work }: EarlyRelease): TSESTree.SourceLocation {
  return work.type === "CallExpression" ? calleePlace(work) : work.loc;
}

type Words = { messageId: MessageId; data: TSESLint.ReportDescriptorMessageData };

function describe(sourceCode: SourceCode, early: EarlyRelease): Words {
  const { form, release, obligation } = early;
  const line = release.loc.start.line;
  const advice = adviceFor(sourceCode, early);
  const isTimer = obligation.acquisition.resource.kind === "timer";
  const data = { release: releaseWords(release), handle: obligation.handle ?? "", line, advice };
  if (release.type === "VariableDeclarator") {
    const { id } = release;
    return { messageId: "usingReturned", data: { ...data, handle: id.type === "Identifier" ? id.name : "" } };
  }
  const timeouts = { returned: "timeoutReturned", bound: "timeoutBound", dropped: "timeoutDropped" } as const;
  return { messageId: isTimer && form !== "perhaps" ? timeouts[form] : form, data };
}

/** `cancel` for `cancel()`: the release as its callee names it. */
function releaseWords(release: TSESTree.Node): string {
  const word = release.type === "CallExpression" ? calleeWord(release) : undefined;
  return word ? `\`${word}\`` : "The release";
}

function adviceFor(sourceCode: SourceCode, { statement }: EarlyRelease): string {
  if (statement && returnAwait(sourceCode, statement)) return "Await it: `return await`.";
  return "Release once it has settled, in `.finally()`.";
}

function suggestionsFor(
  sourceCode: SourceCode,
  { statement, release }: EarlyRelease,
): TSESLint.ReportSuggestionArray<MessageId> & { fix: TSESLint.ReportFixFunction }[] {
  const fix = statement ? toReportFix(sourceCode, returnAwait(sourceCode, statement)) : undefined;
  if (!statement || !fix) return [];
  const messageId = catchAround(statement) ? "awaitCaught" : "await";
  return [{ messageId, data: { release: releaseWords(release) }, fix }];
}

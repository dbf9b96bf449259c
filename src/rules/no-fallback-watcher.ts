import type { TSESLint } from "@typescript-eslint/utils";
import { analyzeFile, hasWatchers } from "../analysis/analyze-file.ts";
import type { ForeignChild } from "../analysis/ownership/foreign/find-foreign-children.ts";
import { calleePlace } from "../ast/callee-place.ts";
import { toReportFix } from "../fixes/fix.ts";
import { passEmbedded, type Embedded } from "../fixes/pass-embedded.ts";
import type { LeaksSettings } from "../resources/settings.ts";
import { createRule, type Rule } from "./create-rule.ts";

const causes = ["watcher", "throws", "unpropagated", "hand-written", "signal-copy"] as const;
type Cause = (typeof causes)[number];
type MessageId =
  Exclude<Cause, "hand-written" | "signal-copy"> | "handWritten" | "signalCopy" | "embedded" | "embeddedLoses";

export interface Options {
  /** What a context of your own costs, as far as it is reported; all but `signal-copy` by default. */
  causes?: Cause[];
}

/**
 * Reports children that are derived from a context which their library does not know: a class of the user's, a copy, a
 * derived object. What that costs differs by library, and where it costs nothing there is no report.
 */
const rule: Rule<MessageId, [Options]> = createRule({
  name: "no-fallback-watcher",
  meta: {
    type: "problem",
    docs: {
      description: "disallow deriving contexts from a custom context that the library does not recognize",
      recommended: true,
      strict: { causes: [...causes] },
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          causes: {
            description:
              "What a context of your own costs, as far as it is reported; all but `signal-copy` by default.",
            type: "array",
            items: { type: "string", enum: [...causes] },
            uniqueItems: true,
          },
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ causes: causes.filter((cause): boolean => cause !== "signal-copy") }],
    messages: {
      watcher:
        "`{{derive}}` does not know {{wrapper}}: each child waits on it, and no cancel ends that. " +
        "Derive from the context inside of it.",
      throws: "`{{derive}}` throws a TypeError: {{wrapper}} is no context of its library.",
      unpropagated: "`{{derive}}` does not see the end of {{wrapper}}: this child is never cancelled with its parent.",
      handWritten:
        "Each child waits on `{{parent}}`, and no cancel ends that. " +
        "Keep the children in a set of the parent, and let a cancel delete its own.",
      signalCopy: "`{{consumer}}` throws a TypeError: a copy is no AbortSignal. Pass the signal itself.",
      embedded: "Derive from `{{text}}`, the context inside.",
      embeddedLoses: "Derive from `{{text}}`, the context inside; the child will not ask {{lost}} of the outer one.",
    },
  },
  create(context) {
    const { options, settings, sourceCode } = context;
    const [{ causes: reported }] = options;
    const has = (cause: Cause): boolean => reported?.includes(cause) ?? cause !== "signal-copy";
    const isUnsafe = (settings["leaks"] as LeaksSettings | undefined)?.unsafeFixes === true;
    if (!hasWatchers(sourceCode, settings)) return {};
    return {
      "Program:exit"() {
        const analysis = analyzeFile(context);
        for (const child of analysis.foreignParents()) {
          if (!has(child.consequence)) continue;
          const loc = calleePlace(child.acquisition.node);
          context.report({ loc, ...describe(child), ...repair(passEmbedded(sourceCode, child), isUnsafe) });
        }
        for (const { node, parent } of has("hand-written") ? analysis.handWrittenWatchers() : [])
          context.report({ loc: calleePlace(node), messageId: "handWritten", data: { parent } });
        for (const { copy, consumer } of has("signal-copy") ? analysis.signalCopies() : [])
          context.report({ node: copy, messageId: "signalCopy", data: { consumer } });
      },
    };
  },
});

export default rule;

function describe(child: ForeignChild): { messageId: MessageId; data: TSESLint.ReportDescriptorMessageData } {
  const data = { derive: child.acquisition.name, wrapper: wrapperWords(child) };
  return { messageId: child.consequence, data };
}

interface Repair {
  readonly fix?: TSESLint.ReportFixFunction;
  readonly suggest?: TSESLint.SuggestionReportDescriptor<MessageId>[];
}

function repair(embedded: Embedded | null, isUnsafe: boolean): Repair {
  const fix = embedded && toReportFix(embedded.fix);
  if (!embedded || !fix) return {};
  if (embedded.isSame || isUnsafe) return { fix };
  const { text, lost } = embedded;
  const messageId = lost.length === 0 ? "embedded" : "embeddedLoses";
  return { suggest: [{ messageId, data: { text, lost: lost.map((name) => `\`${name}\``).join(", ") }, fix }] };
}

/** The name and the place of what is passed: `Backoffer` (line 4). */
function wrapperWords({ parent, wrapper }: ForeignChild): string {
  const { name, node, file } = wrapper;
  if (file !== undefined) return `\`${name}\` (${file})`;
  if (name === undefined) return "this object";
  if (node === parent) return `\`${name}\``;
  return `\`${name}\` (line ${node.loc.start.line})`;
}

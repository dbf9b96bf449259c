import type { TSESLint } from "@typescript-eslint/utils";
import { analyzeFile, hasWatchers } from "../analysis/analyze-file.ts";
import type { ForeignChild } from "../analysis/ownership/foreign/find-foreign-children.ts";
import { calleePlace } from "../ast/callee-place.ts";
import { toReportFix } from "../fixes/fix.ts";
import { passEmbedded, type Embedded } from "../fixes/pass-embedded.ts";
import type { LeaksSettings } from "../resources/settings.ts";
import { createRule, type Rule } from "./create-rule.ts";

const causes = ["watcher", "throws", "unpropagated", "hand-written"] as const;
type Cause = (typeof causes)[number];
type MessageId = Exclude<Cause, "hand-written"> | "handWritten" | "embedded" | "embeddedLoses";

export interface Options {
  /** What a context of your own costs, as far as it is reported; all by default. */
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
    },
    fixable: "code",
    hasSuggestions: true,
    schema: [
      {
        type: "object",
        properties: {
          causes: {
            description: "What a context of your own costs, as far as it is reported; all by default.",
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
      watcher:
        "`{{derive}}` does not know {{wrapper}}: each child waits on it, and no cancel ends that. " +
        "Derive from the context inside of it.",
      throws: "`{{derive}}` throws a TypeError: {{wrapper}} is no context of its library.",
      unpropagated: "`{{derive}}` does not see the end of {{wrapper}}: this child is never cancelled with its parent.",
      handWritten:
        "Each child waits on `{{parent}}`, and no cancel ends that. " +
        "Keep the children in a set of the parent, and let a cancel delete its own.",
      embedded: "Derive from `{{text}}`, the context inside.",
      embeddedLoses: "Derive from `{{text}}`, the context inside; the child will not ask {{lost}} of the outer one.",
    },
  },
  create(context) {
    const { options, settings, sourceCode } = context;
    const [{ causes: reported }] = options;
    const isUnsafe = (settings["leaks"] as LeaksSettings | undefined)?.unsafeFixes === true;
    if (!hasWatchers(sourceCode, settings)) return {};
    return {
      "Program:exit"() {
        const analysis = analyzeFile(sourceCode, settings);
        for (const child of analysis.foreignParents()) {
          if (!reported.includes(child.consequence)) continue;
          const loc = calleePlace(child.acquisition.node);
          context.report({ loc, ...describe(child), ...repair(passEmbedded(sourceCode, child), isUnsafe) });
        }
        if (!reported.includes("hand-written")) return;
        for (const { node, parent } of analysis.handWrittenWatchers())
          context.report({ loc: calleePlace(node), messageId: "handWritten", data: { parent } });
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

import type { TSESLint } from "@typescript-eslint/utils";
import { analyzeFile, hasWatchers, mayMakeLookAlike } from "../analysis/analyze-file.ts";
import { bounded } from "../analysis/bounded.ts";
import type { ExportedWrapper } from "../analysis/ownership/foreign/find-exported-wrappers.ts";
import type { ForeignChild } from "../analysis/ownership/foreign/find-foreign-children.ts";
import type { Cost } from "../analysis/ownership/foreign/wrapper.ts";
import { calleePlace } from "../ast/callee-place.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { toReportFix } from "../fixes/fix.ts";
import { passEmbedded, type Embedded } from "../fixes/pass-embedded.ts";
import type { LookAlike } from "../resources/catalog/signals/look-alikes.ts";
import { knownIn } from "../resources/known.ts";
import { causesOption } from "./causes-option.ts";
import { createRule, type Rule } from "./create-rule.ts";

const causes = ["watcher", "throws", "unpropagated", "hand-written", "signal-look-alike", "exported-wrapper"] as const;
type Cause = (typeof causes)[number];

/** Left to `strict`: a line that no test gets past, and a class that may never be derived from. */
const strictOnly: readonly Cause[] = ["signal-look-alike", "exported-wrapper"];
const usual: Cause[] = causes.filter((cause) => !strictOnly.includes(cause));
type MessageId =
  Cost | "handWritten" | "refusedSignal" | "lostSignal" | "exportedWrapper" | "embedded" | "embeddedLoses";

const describesCauses: string =
  "What a context of your own costs, as far as it is reported; by default all but " +
  `${strictOnly.map((cause) => `\`${cause}\``).join(" and ")}.`;

/** The options of no-fallback-watcher. */
export interface Options {
  /** What a context of your own costs, as far as it is reported. */
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
          causes: causesOption(causes, describesCauses),
        },
        additionalProperties: false,
      },
    ],
    defaultOptions: [{ causes: usual }],
    messages: {
      watcher:
        "`{{derive}}` does not know {{wrapper}}: each child waits on it, and no cancel ends that. " +
        "Derive from the context inside of it.",
      throws: "`{{derive}}` throws a TypeError: {{wrapper}} is no context of its library.",
      unpropagated: "`{{derive}}` does not see the end of {{wrapper}}: this child is never cancelled with its parent.",
      handWritten:
        "Each child waits on `{{parent}}`, and no cancel ends that. " +
        "Keep the children in a set of the parent, and let a cancel delete its own.",
      refusedSignal: "`{{consumer}}` throws a TypeError: {{made}} is no AbortSignal. Pass a real one.",
      lostSignal: "`{{consumer}}` never passes on an abort of {{made}}: it follows real signals only. Pass one.",
      exportedWrapper:
        "{{library}} does not know {{wrapper}}: {{cost}}. " +
        "Derive in a method of the class, from the context inside of it.",
      embedded: "Derive from `{{text}}`, the context inside.",
      embeddedLoses: "Derive from `{{text}}`, the context inside; the child will not ask {{lost}} of the outer one.",
    },
  },
  create(context) {
    const { options, settings, sourceCode } = context;
    const reported = options[0].causes ?? usual;
    const has = (cause: Cause): boolean => reported.includes(cause);
    const isUnsafe = knownIn(settings).settings.unsafeFixes === true;
    const mayHave =
      hasWatchers(sourceCode, settings) || (has("signal-look-alike") && mayMakeLookAlike(sourceCode.text));
    if (!mayHave) return {};
    return {
      "Program:exit"() {
        const analysis = analyzeFile(context);
        for (const child of analysis.foreignParents()) {
          if (!has(child.consequence)) continue;
          const loc = calleePlace(child.derive.node);
          const embedded = bounded(sourceCode, child.derive.node, () => passEmbedded(sourceCode, child), null);
          context.report({ loc, ...describe(child), ...repair(sourceCode, embedded, isUnsafe) });
        }
        for (const wrapper of has("exported-wrapper") ? analysis.exportedWrappers() : [])
          context.report({ node: wrapper.node.id ?? wrapper.node, ...describeExported(wrapper) });
        for (const { node, parent } of has("hand-written") ? analysis.handWrittenWatchers() : [])
          context.report({ loc: calleePlace(node), messageId: "handWritten", data: { parent } });
        for (const { node, form, consumer, consequence } of has("signal-look-alike") ? analysis.signalLookAlikes() : [])
          context.report({
            node,
            messageId: consequence === "throws" ? "refusedSignal" : "lostSignal",
            data: { consumer, made: lookAlikeWords[form] },
          });
      },
    };
  },
});

export default rule;

interface Description {
  readonly messageId: MessageId;
  readonly data: TSESLint.ReportDescriptorMessageData;
}

function describe(child: ForeignChild): Description {
  const data = { derive: child.derive.name, wrapper: wrapperWords(child) };
  return { messageId: child.consequence, data };
}

/** What becomes of a child, for each cost. */
const costs: Readonly<Record<Cost, string>> = {
  watcher: "each child derived from one waits on it, and no cancel ends that",
  throws: "to derive from one throws a TypeError",
  unpropagated: "a child derived from one is never cancelled with it",
};

function describeExported({ node, module, consequence }: ExportedWrapper): Description {
  const wrapper = node.id ? `\`${node.id.name}\`` : "this class";
  return { messageId: "exportedWrapper", data: { library: `\`${module}\``, wrapper, cost: costs[consequence] } };
}

interface Repair {
  readonly fix?: TSESLint.ReportFixFunction;
  readonly suggest?: TSESLint.SuggestionReportDescriptor<MessageId>[];
}

function repair(sourceCode: SourceCode, embedded: Embedded | null, isUnsafe: boolean): Repair {
  const fix = embedded && toReportFix(sourceCode, embedded.fix);
  if (!embedded || !fix) return {};
  if (embedded.isSame || isUnsafe) return { fix };
  const { text, lost } = embedded;
  const messageId = lost.length === 0 ? "embedded" : "embeddedLoses";
  return { suggest: [{ messageId, data: { text, lost: lost.map((name) => `\`${name}\``).join(", ") }, fix }] };
}

const lookAlikeWords: Record<LookAlike, string> = {
  copy: "a copy",
  derived: "an object made of a signal",
  bare: "an object without listeners",
  own: "an object with listeners of its own",
  proxy: "a proxy",
};

/** The name and the place of what is passed: `Backoffer` (line 4). */
function wrapperWords({ parent, wrapper }: ForeignChild): string {
  const { name, node, file } = wrapper;
  if (file !== undefined) return `\`${name}\` (${file})`;
  if (name === undefined) return "this object";
  if (node === parent) return `\`${name}\``;
  return `\`${name}\` (line ${node.loc.start.line})`;
}

import type { TSESLint } from "@typescript-eslint/utils";
import { analyzeFile, hasCandidates } from "../analysis/analyze-file.ts";
import { causes, type Cause, type Leak } from "../analysis/obligations/leak.ts";
import type { Resource } from "../resources/resource.ts";
import { createRule, type Rule } from "./create-rule.ts";
import { describeEffectLeak, effectMessages } from "./effect-words.ts";
import { branchMessage, exceptionWords, jumpWord, placeOf, type BranchMessage } from "./leak-words.ts";

export interface Options {
  /** The kinds of leaks that are reported; all of them by default. */
  causes?: Cause[];
  /** Report timers of the module's top level too, whose end is that of the process. */
  topLevel?: boolean;
  /** Of objects and effects: only what certainly leaks, or also what may. */
  fields?: "certain" | "all";
}

type MessageId =
  | "discarded"
  | "neverReleased"
  | "earlyReturn"
  | "exception"
  | "overwritten"
  | BranchMessage
  | keyof typeof effectMessages;

/**
 * Reports a timer that nobody stops: an interval nobody can stop, and a timer that is stopped on some ways out of its
 * function but not on all. It says nothing of one-shot timers that are left to fire.
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
    schema: [
      {
        type: "object",
        properties: {
          causes: {
            description: "The kinds of leaks that are reported; all of them by default.",
            type: "array",
            items: { type: "string", enum: [...causes] },
            uniqueItems: true,
          },
          topLevel: {
            description: "Report timers of the module's top level too, whose end is that of the process.",
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
      neverReleased: "{{handle}} is never stopped. Call {{release}} once it is no longer needed.",
      earlyReturn: "{{handle}} is not stopped on the {{jump}} at line {{line}}. Call {{release}} in a `finally` block.",
      exception:
        "{{handle}} is not stopped when {{what}} on line {{line}}{{happens}}. Call {{release}} in a `finally` block.",
      branch: "{{handle}} is not stopped when the condition on line {{line}} is {{outcome}}. Call {{release}}.",
      noTurn: "{{handle}} is not stopped when the loop on line {{line}} has no turn. Call {{release}}.",
      fulfilled: "{{handle}} is not stopped when the promise on line {{line}} is fulfilled. Call {{release}}.",
      otherBranch: "{{handle}} is not stopped on every way past line {{line}}. Call {{release}}.",
      overwritten: "{{handle}} is overwritten on line {{line}} while its timer still runs. Call {{release}} before.",
      ...effectMessages,
    },
  },
  create(context) {
    const { options, settings, sourceCode } = context;
    const [reported] = options;
    if (!hasCandidates(sourceCode, settings)) return {};
    return {
      "Program:exit"() {
        for (const leak of analyzeFile(sourceCode, settings).leaks("timer")) {
          if (isReported(leak, reported)) context.report({ loc: placeOf(leak), ...describeLeak(leak) });
        }
      },
    };
  },
});

export default rule;

function isReported({ cause, topLevel, certain }: Leak, options: Options): boolean {
  return (
    (options.causes ?? causes).includes(cause) &&
    (options.topLevel === true || !topLevel) &&
    (options.fields === "all" || certain)
  );
}

function describeLeak(leak: Leak): { messageId: MessageId; data: TSESLint.ReportDescriptorMessageData } {
  const { cause, at, outcome, acquisition } = leak;
  const acquire = acquisition.name;
  const handle = leak.handle ? `\`${leak.handle}\`` : `The timer of \`${acquire}\``;
  const line = at?.loc.start.line ?? acquisition.node.loc.start.line;
  const data = { acquire, handle, line, release: `\`${releaseCall(leak)}\`` };
  const ofEffect = describeEffectLeak(leak, data);
  if (ofEffect) return ofEffect;
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

/** The call that would stop the timer, as the reader will write it. */
function releaseCall({ handle, acquisition: { name, resource } }: Leak): string {
  const { release } = resource;
  if (release.by === "call") return handle ? `${handle}()` : "it";
  if (release.by === "method") return `${handle ?? ""}.${release.names[0]}()`;
  return `${nameOfClear(name, release.of)}(${handle ?? ""})`;
}

/** Of several functions that stop a timer, the one that is named like the acquire: `setInterval`, `clearInterval`. */
function nameOfClear(acquire: string, names: Extract<Resource["release"], { by: "argument" }>["of"]): string {
  return names.find((name) => name.replace(/^[a-z]+/, "") === acquire.replace(/^[a-z]+/, "")) ?? names[0]!;
}

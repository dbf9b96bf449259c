import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { Leak } from "../analysis/obligations/leak.ts";
import { isForMerged } from "../analysis/ownership/listener/merged-signal.ts";
import { isReadLater } from "../analysis/ownership/uses/opened-leaves.ts";
import { receiverOf } from "../ast/members.ts";
import { calleeWord, isCallNamed, memberName } from "../ast/names.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { endsStream } from "../resources/catalog/signals/platform.ts";
import { describeCause, type CauseMessage } from "./leak-words.ts";

/** How a listener stays on a signal. */
export type ListenerMessage =
  | CauseMessage
  | "merged"
  | "opened"
  | "settled"
  | "closed"
  | "raced"
  | "racedOnce"
  | "disposable"
  | "unreached"
  | "bound"
  | "addedAgain"
  | "otherFunction"
  | "otherPhase";

/** What to say of it. */
export const listenerMessages: Readonly<Record<ListenerMessage, string>> = {
  discarded:
    "This listener stays on `{{signal}}` when the work is done: nothing can remove it. " +
    "Name it and call `removeEventListener`, or give it a `signal` of its own.",
  neverReleased:
    "`{{listener}}` stays on `{{signal}}` when the work is done. Call `removeEventListener` in a `finally` block.",
  merged:
    "{{Listener}} stays on `{{signal}}` when nobody needs the returned signal any more. " +
    "Return an `AbortSignal.any([…])` of the signals instead, which leaves nothing on them.",
  opened:
    "`{{listener}}` stays on `{{signal}}` for good. Call `removeEventListener` when what is returned has been read, " +
    "not before: an abort must still reach it.",
  settled:
    "{{Listener}} stays on `{{signal}}` when `{{settler}}` on line {{line}} settles the promise. " +
    "Call `removeEventListener` there.",
  closed:
    "{{Listener}} stays on `{{signal}}` when `{{settler}}` on line {{line}} ends the stream. " +
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
  bound: "{{Listener}} stays on `{{signal}}`, which `{{helper}}` adds it to. Remove it when the work is done.",
  overwritten:
    "`{{signal}}` is overwritten on line {{line}} while `{{listener}}` is on it. " +
    "Call `removeEventListener` before.",
  addedAgain:
    "This adds `{{listener}}` to `{{signal}}` once more, where things are ended. `removeEventListener` was meant.",
  otherFunction:
    "{{Listener}} stays on `{{signal}}`: line {{line}} removes another function, which is made there. " +
    "Give both calls the same one.",
  otherPhase:
    "{{Listener}} stays on `{{signal}}`: it is added with another `capture` than line {{line}} removes it with.",
};

/** The words for a leak of a listener. */
export function describeListenerLeak(
  sourceCode: SourceCode,
  leak: Leak,
): { messageId: ListenerMessage; data: TSESLint.ReportDescriptorMessageData } {
  const { cause, at, acquisition, handle, mistake, field } = leak;
  const data = {
    signal: sourceCode.getText(signalOf(acquisition.node)),
    listener: handle ?? "listener",
    Listener: handle === undefined ? "This listener" : `\`${handle}\``,
    line: at?.loc.start.line ?? acquisition.node.loc.start.line,
    settler: at ? sourceCode.getText(at) : "",
    helper: calleeWord(acquisition.node) ?? "",
  };
  if (mistake) return { messageId: mistakeMessages[mistake.kind], data };
  if (field?.teardown !== undefined) return { messageId: "unreached", data: { ...data, teardown: field.teardown } };
  if (acquisition.name === "addAbortListener") return { messageId: "disposable", data };
  if (!/^(?:once|addEventListener)$/.test(data.helper)) return { messageId: "bound", data };
  if (data.helper === "once") return { messageId: "racedOnce", data };
  if (leak.owner === "settlement") return { messageId: settlementMessage(at), data };
  if (at === undefined && isForMerged(sourceCode, acquisition)) return { messageId: "merged", data };
  if (cause === "never-released" && isReadLater(acquisition.node)) return { messageId: "opened", data };
  const { messageId, words } = describeCause(leak);
  return { messageId, data: { ...data, ...words } };
}

/** What is over: the race of a call, the stream of `controller.close`, or the promise of what settles it. */
function settlementMessage(at: TSESTree.Node | undefined): "raced" | "closed" | "settled" {
  if (at?.type === "CallExpression") return "raced";
  return at?.type === "MemberExpression" && endsStream.test(memberName(at) ?? "") ? "closed" : "settled";
}

const mistakeMessages = {
  "added-again": "addedAgain",
  "other-function": "otherFunction",
  "other-phase": "otherPhase",
} as const;

/** The receiver of `addEventListener`, the first argument of `addAbortListener` and of a helper. */
function signalOf(call: Leak["acquisition"]["node"]): TSESTree.Node {
  const receiver =
    call.type === "CallExpression" && isCallNamed(call, "addEventListener") ? receiverOf(call) : undefined;
  return receiver ?? call.arguments[0] ?? call.callee;
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { Leak } from "../analysis/obligations/leak.ts";
import { calleePlace } from "../ast/callee-place.ts";
import { calleeMatches, isCallNamed } from "../ast/names.ts";
import { isWithin } from "../ast/statement-list.ts";

/** The messages that tell of a leak on one side of a condition. */
export type BranchMessage = "branch" | "otherBranch" | "noTurn" | "fulfilled";

/** The messages that each rule about leaks has, by their causes. */
export type CauseMessage = "discarded" | "neverReleased" | "earlyReturn" | "exception" | "overwritten" | BranchMessage;

/** The name of the acquire, where it is called. */
export function placeOf({ acquisition: { node } }: Leak): TSESTree.SourceLocation {
  return calleePlace(node);
}

/** The message for the cause of a leak, with the words that only this cause has. */
export function describeCause(leak: Leak): {
  readonly messageId: CauseMessage;
  readonly words: Readonly<Record<string, string>>;
} {
  const { cause, at, outcome } = leak;
  switch (cause) {
    case "discarded":
      return { messageId: "discarded", words: {} };
    case "never-released":
      return { messageId: "neverReleased", words: {} };
    case "early-return":
      return { messageId: "earlyReturn", words: { jump: jumpWord(at) } };
    case "exception":
      return { messageId: "exception", words: exceptionWords(at) };
    case "branch":
      return { messageId: branchMessage(leak), words: { outcome: String(outcome) } };
    case "overwritten":
      return { messageId: "overwritten", words: {} };
  }
}

/** Is a handle overwritten by the next one of the same call, in the next turn of a loop? */
export function isOverwrittenByItself({ at, acquisition: { node } }: Leak): boolean {
  return at !== undefined && isWithin(node, at);
}

/** Which message tells of a leak on one side of a condition. */
function branchMessage({ at, outcome }: Leak): BranchMessage {
  if (at?.type === "ForOfStatement" || at?.type === "ForInStatement") return "noTurn";
  if (isCallNamed(at, /^(?:then|catch)$/)) return "fulfilled";
  return outcome === undefined ? "otherBranch" : "branch";
}

/** The keyword of a jump. */
export function jumpWord(at: TSESTree.Node | undefined): string {
  return at ? at.type.replace("Statement", "").toLowerCase() : "return";
}

/** What throws on the way that leaks, and what happens there. */
function exceptionWords(at: TSESTree.Node | undefined): { what: string; happens: string } {
  switch (at?.type) {
    case "ForOfStatement":
      return { what: "the `for await`", happens: " rejects" };
    case "YieldExpression":
      return { what: "the generator is left at the `yield`", happens: "" };
    case "CallExpression":
      return calleeMatches(at, /^(?:then|catch)$/)
        ? { what: "the promise", happens: " rejects" }
        : { what: "the call", happens: " throws" };
    case "NewExpression":
    case "TaggedTemplateExpression":
      return { what: "the call", happens: " throws" };
    default:
      return { what: "the `await`", happens: " rejects" };
  }
}

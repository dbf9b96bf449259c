import type { TSESTree } from "@typescript-eslint/utils";
import type { Leak } from "../analysis/obligations/leak.ts";
import { calleePlace } from "../ast/callee-place.ts";
import { calleeMatches, isCallNamed } from "../ast/names.ts";

/** The messages that tell of a leak on one side of a condition. */
export type BranchMessage = "branch" | "otherBranch" | "noTurn" | "fulfilled";

/** The name of the acquire, where it is called. */
export function placeOf({ acquisition: { node } }: Leak): TSESTree.SourceLocation {
  return calleePlace(node);
}

/** Which of them it is. */
export function branchMessage({ at, outcome }: Leak): BranchMessage {
  if (at?.type === "ForOfStatement" || at?.type === "ForInStatement") return "noTurn";
  if (isCallNamed(at, /^(?:then|catch)$/)) return "fulfilled";
  return outcome === undefined ? "otherBranch" : "branch";
}

/** The keyword of a jump. */
export function jumpWord(at: TSESTree.Node | undefined): string {
  return at ? at.type.replace("Statement", "").toLowerCase() : "return";
}

/** What throws on the way that leaks, and what happens there. */
export function exceptionWords(at: TSESTree.Node | undefined): { what: string; happens: string } {
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

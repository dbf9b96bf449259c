import type { TSESTree } from "@typescript-eslint/utils";
import { isMemberNamed, memberName } from "./names.ts";
import { matchesAt, someOccurrence } from "./occurrences.ts";
import { oncePer } from "./once.ts";
import { unwrap } from "./transparent.ts";

/** Is it `Promise.race(…)` or `Promise.any(…)`, of `globalThis` too? */
export function isRace({ callee }: TSESTree.CallExpression): boolean {
  const member = unwrap(callee);
  if (!isMemberNamed(member, /^(?:race|any)$/)) return false;
  const object = unwrap(member.object);
  const name = object.type === "MemberExpression" ? memberName(object) : object.type === "Identifier" && object.name;
  return name === "Promise";
}

/** Finds `Promise.race`, also where a line ends behind `Promise`. */
export const raceWord: RegExp = /\bPromise\s*\.\s*(?:race|any)\b/g;

const raced = new RegExp(raceWord, "y");

/** Does a file race anything? A look at its text, as for acquires. */
export const hasRaces: (program: TSESTree.Program, text: string) => boolean = oncePer((_program, text) =>
  someOccurrence(text, "Promis", (offset) => matchesAt(raced, text, offset)),
);

import type { TSESTree } from "@typescript-eslint/utils";
import { memberName } from "./names.ts";
import { unwrap } from "./transparent.ts";

/** Is it `Promise.race(…)` or `Promise.any(…)`, of `globalThis` too? */
export function isRace({ callee }: TSESTree.CallExpression): boolean {
  const member = unwrap(callee);
  if (member.type !== "MemberExpression" || !/^(?:race|any)$/.test(memberName(member) ?? "")) return false;
  const object = unwrap(member.object);
  const name = object.type === "MemberExpression" ? memberName(object) : object.type === "Identifier" && object.name;
  return name === "Promise";
}

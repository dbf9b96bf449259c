import type { TSESTree } from "@typescript-eslint/utils";
import { isMemberNamed, memberName } from "../../ast/names.ts";
import { unwrap } from "../../ast/transparent.ts";

/**
 * Is a member, by its name, a promise of a host that never rejects: `exited` of a process of Bun, `fonts.ready` and
 * `serviceWorker.ready` of browsers?
 */
export function isSurePromise(member: TSESTree.MemberExpression): boolean {
  const name = memberName(member);
  return name === "exited" || (name === "ready" && isMemberNamed(unwrap(member.object), /^(?:fonts|serviceWorker)$/));
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction, type FunctionNode } from "../../ast/functions.ts";
import { isWithin, placeOf } from "../../ast/statement-list.ts";
import { unwrap } from "../../ast/transparent.ts";
import type { Leak } from "../../analysis/obligations/leak.ts";
import { comesTo } from "../../analysis/ownership/outcomes/comes-to.ts";
import { meansTheSame } from "../../scope/is-seen-at.ts";
import type { Suggestion } from "../suggestion.ts";
import { insertBehind, insertFirst } from "../text/insert-statement.ts";
import type { CleanupDraft } from "./cleanup-draft.ts";
import { returnsOf } from "../../ast/returns-of.ts";

/**
 * For an effect whose cleanup is returned: clears in the cleanup that is there, returns one wherever the effect ends
 * early, or returns one at the end of the block that knows the handle.
 *
 * @returns `undefined` where the effect returns something else, goes on behind that block, never comes to its end, or
 *   may be left by a `throw`, behind which no cleanup is returned, and where another variable hides the handle
 */
export function returnCleanup(draft: CleanupDraft, { at, cause, obligation }: Leak): Suggestion | undefined {
  const { sourceCode, release, keeps } = draft;
  const suggest = (messageId: "returnCleanup" | "clearInCleanup", edits: Suggestion["fix"]["edits"]): Suggestion => ({
    messageId,
    data: { release: `\`${release}\`` },
    fix: { edits: [...keeps, ...edits] },
  });
  const written = `return () => ${release}`;
  const isKnownAt = (node: TSESTree.Node): boolean =>
    isWithin(node, draft.scope) && meansTheSame(sourceCode, release, node, draft.acquire);
  if (comesTo(sourceCode, obligation.acquisition.node, "throw")) return undefined;
  const returns = returnsOf(obligation.root as FunctionNode).filter(({ range }) => range[0] > draft.acquire.range[0]);
  if (cause === "early-return") {
    const bare = returns.filter(({ argument }) => !argument);
    if (at?.type !== "ReturnStatement" || at.argument || !bare.every(isKnownAt)) return undefined;
    return suggest(
      "returnCleanup",
      bare.map(({ range }) => ({ range, text: written + draft.semicolon })),
    );
  }
  if (cause !== "never-released" && cause !== "discarded") return undefined;
  const [only, ...more] = returns;
  if (only) {
    const cleanup = only.argument ? unwrap(only.argument) : undefined;
    const block = isFunction(cleanup) ? cleanup.body : undefined;
    const canClear = more.length === 0 && block?.type === "BlockStatement" && isKnownAt(block);
    return canClear
      ? suggest("clearInCleanup", [insertFirst(sourceCode, block, release + draft.semicolon)])
      : undefined;
  }
  const last = lastOf(draft);
  const end = draft.body.body.at(-1);
  if (!last || !end || !comesTo(sourceCode, obligation.acquisition.node, "end")) return undefined;
  const edits = [insertBehind(sourceCode, last, written + draft.semicolon)];
  // TypeScript's `noImplicitReturns` wants the other ways to say that they give nothing.
  if (draft.scope !== draft.body) edits.push(insertBehind(sourceCode, end, `return undefined${draft.semicolon}`));
  return suggest("returnCleanup", edits);
}

/** The last statement of the block that knows the handle, if nothing of the effect comes behind that block. */
function lastOf({ scope, body }: CleanupDraft): TSESTree.Statement | undefined {
  if (scope.type !== "BlockStatement") return undefined;
  for (let at: TSESTree.Node = scope; at !== body; at = at.parent!) {
    const place = placeOf(at);
    const isBranch = at.parent!.type === "IfStatement";
    if (!isBranch && (!place || place.index < place.list.length - 1)) return undefined;
    if (!isBranch && at.type !== "IfStatement" && at.type !== "BlockStatement") return undefined;
  }
  return scope.body.at(-1);
}

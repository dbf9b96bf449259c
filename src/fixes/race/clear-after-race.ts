import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import { isWithin } from "../../ast/statement-list.ts";
import type { Race } from "../../analysis/ownership/settlement/races.ts";
import type { TimerPromise } from "../../analysis/ownership/settlement/timer-promise.ts";
import { isGlobalAt } from "../../scope/is-global-at.ts";
import { isSeenAt } from "../../scope/is-seen-at.ts";
import { variableOf } from "../../scope/variables.ts";
import type { Fix } from "../fix.ts";
import { Draft } from "../text/draft.ts";
import { newName } from "../text/free-name.ts";
import { declarationOfId } from "./declare-id.ts";
import { hostOf } from "./host.ts";
import { keepId } from "./keep-id.ts";
import { madeBeside } from "./made-beside.ts";
import { releaseAfter } from "./release-after.ts";

/**
 * Keeps the id of a raced timer in a variable of the function around, and clears it when the race is over.
 *
 * @returns `null` where timer and race are of different functions, and where the code leaves no place for it
 */
export function clearAfterRace(
  sourceCode: SourceCode,
  { promise, race }: { readonly promise: TimerPromise; readonly race: Race },
): Fix | null {
  const { call } = race;
  const isInline = isWithin(promise.timer, call);
  const before = isInline ? undefined : madeBeside(promise.promise, call);
  if (!isInline && !before) return null;
  const host = hostOf(before ?? call);
  const clear = host && clearWordAt(sourceCode, promise.timer, host.node);
  if (!clear) return null;
  const name = newName(sourceCode, host.node, "timer", promise.timer);
  const draft = new Draft(sourceCode.text);
  const declaration = declarationOfId(sourceCode, name, promise.timer);
  const release = { declaration, call: `${clear}(${name})` };
  keepId(sourceCode, draft, promise, name);
  return releaseAfter(sourceCode, draft, call, release, before) ? { edits: draft.edits() } : null;
}

/** How a timer is cleared at another place; `undefined` where what is written in its start may mean others there. */
function clearWordAt(sourceCode: SourceCode, { callee }: TimerPromise["timer"], at: TSESTree.Node): string | undefined {
  if (!isSameName(sourceCode, rootOf(callee), at)) return undefined;
  if (callee.type === "MemberExpression") return sourceCode.getText(callee).replace(/\w+$/, "clearTimeout");
  return isGlobalAt(sourceCode, at, "clearTimeout") ? "clearTimeout" : undefined;
}

/** What `window.setTimeout` begins with: `typeof` takes names with dots alone. */
function rootOf(node: TSESTree.Node): TSESTree.Node {
  return node.type === "MemberExpression" && !node.computed && !node.optional ? rootOf(node.object) : node;
}

function isSameName(sourceCode: SourceCode, node: TSESTree.Node, at: TSESTree.Node): boolean {
  if (node.type !== "Identifier") return false;
  const variable = variableOf(sourceCode, node);
  return variable ? isSeenAt(sourceCode, variable, at) : isGlobalAt(sourceCode, at, node.name);
}

import type { TSESTree } from "@typescript-eslint/utils";
import { isWithin, placeOf } from "../../ast/statement-list.ts";
import { unwrap } from "../../ast/transparent.ts";
import type { Race } from "../../analysis/ownership/settlement/races.ts";
import type { TimerPromise } from "../../analysis/ownership/settlement/timer-promise.ts";
import { isGlobalAt } from "../../scope/is-global-at.ts";
import type { Fix } from "../fix.ts";
import { Draft } from "../text/draft.ts";
import { newName } from "../text/free-name.ts";
import { hostOf } from "./host.ts";
import { keepId } from "./keep-id.ts";
import type { RepairContext } from "./repair-context.ts";
import { releaseAfter } from "./release-after.ts";

/**
 * Keeps the id of a raced timer in a variable of the function around, and clears it when the race is over.
 *
 * @returns `null` where timer and race are of different functions, and where the code leaves no place for it
 */
export function clearAfterRace(
  { sourceCode, isTyped }: RepairContext,
  { promise, race }: { readonly promise: TimerPromise; readonly race: Race },
): Fix | null {
  const { call } = race;
  const isInline = isWithin(promise.timer, call);
  const before = isInline ? undefined : declarationOf(promise.promise, call);
  const callee = unwrap(promise.timer.callee);
  const owner = callee.type === "MemberExpression" ? `${sourceCode.getText(callee.object)}.` : "";
  if ((!isInline && !before) || (owner === "" && !isGlobalAt(sourceCode, call, "clearTimeout"))) return null;
  const host = hostOf(before ?? call);
  const name = host && newName(sourceCode, host.node, "timer", promise.timer);
  if (name === undefined) return null;
  const draft = new Draft(sourceCode.text);
  const declaration = isTyped ? `let ${name}: ReturnType<typeof ${owner}setTimeout> | undefined` : `let ${name}`;
  const release = { declaration, call: `${owner}clearTimeout(${name})` };
  const isWritten = keepId(sourceCode, draft, promise, name) && releaseAfter(sourceCode, draft, call, release, before);
  return isWritten ? { edits: draft.edits() } : null;
}

/** The declaration of the variable that holds the promise, if the race is of the same function. */
function declarationOf(promise: TSESTree.Node, race: TSESTree.Node): TSESTree.Node | undefined {
  const declarator: TSESTree.Node = promise.parent!;
  const statement = declarator.type === "VariableDeclarator" ? declarator.parent : undefined;
  const place = statement && placeOf(statement);
  return place && isWithin(race, place.parent) ? statement : undefined;
}

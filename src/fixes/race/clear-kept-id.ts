import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isCallNamed } from "../../ast/names.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { unwrap } from "../../ast/transparent.ts";
import { isWithin, placeOf } from "../../ast/statement-list.ts";
import type { Leak } from "../../analysis/obligations/leak.ts";
import type { Race } from "../../analysis/ownership/settlement/races.ts";
import { globalObjects } from "../../scope/global-objects.ts";
import { isGlobalAt } from "../../scope/is-global-at.ts";
import { isSeenAt } from "../../scope/is-seen-at.ts";
import { evaluatingStatement } from "../evaluating-statement.ts";
import type { Fix } from "../fix.ts";
import { Draft } from "../text/draft.ts";
import { removeStatement } from "../text/remove-statement.ts";
import { argumentOfClear } from "./argument-of-clear.ts";
import { typeForFunctions } from "./declare-id.ts";
import { madeBeside } from "./made-beside.ts";

/**
 * `.finally(() => clearTimeout(timer))` on a race whose timer a variable holds already, and that is cleared only if the
 * race is fulfilled, one of the racers is, or never. The statement directly behind the race that cleared it goes.
 *
 * @returns `null` where the variable is not seen at the race, or holds other timers too, where it leaks elsewhere, and
 *   where further races may come of the promise
 */
export function clearKeptId(
  sourceCode: SourceCode,
  { obligation, cause, at }: Leak,
  { call }: Race,
  promise: TSESTree.Node,
): Fix | null {
  const variable = obligation.holders[1]?.variable;
  const isOfRacer = /^(?:exception|branch)$/.test(cause) && !!at && isWithin(at, call);
  const isHere = cause === "never-released" || isOfRacer || (cause === "exception" && !!at && isWithin(call, at));
  if (
    !variable ||
    !isHere ||
    hasFinally(sourceCode, call) ||
    obligation.holders.length > 2 ||
    !(isWithin(promise, call) || madeBeside(promise, call)) ||
    !isSeenAt(sourceCode, variable, call)
  )
    return null;
  const isReassigned = variable.references.filter((each) => each.isWrite()).length > 1;
  if (isReassigned || !isGlobalAt(sourceCode, call, "clearTimeout")) return null;
  const { node } = obligation.acquisition;
  const draft = new Draft(sourceCode.text);
  if (node.type !== "CallExpression" || !typeForFunctions(sourceCode, draft, variable, node)) return null;
  const id = argumentOfClear(sourceCode, variable);
  if (id === undefined) return null;
  draft.insert(call.range[1], `.finally(() => clearTimeout(${id}))`, "close");
  const next = clearBehind(call, variable);
  const removal = next && removeStatement(sourceCode, next);
  if (removal) draft.replace(removal.range, removal.text);
  return { edits: draft.edits() };
}

/** Has the race a `finally` already? Then it leaks in a way that another one would not help. */
function hasFinally(sourceCode: SourceCode, race: TSESTree.Node): boolean {
  return /^\s*\.\s*finally\b/.test(sourceCode.text.slice(race.range[1]));
}

/** The statement directly behind the one that surely runs the race, if it does nothing but clear the variable. */
function clearBehind(race: TSESTree.Node, variable: TSESLint.Scope.Variable): TSESTree.Statement | undefined {
  const statement = evaluatingStatement(race);
  const place = statement && placeOf(statement);
  const next = place?.list[place.index + 1];
  const call = next?.type === "ExpressionStatement" ? next.expression : undefined;
  const [id, ...more] = call && isClear(call) ? call.arguments : [];
  const isItsClear = more.length === 0 && variable.references.some(({ identifier }) => identifier === id);
  return isItsClear ? next : undefined;
}

/** `clearTimeout(…)`, `window.clearTimeout(…)`: what releases under another name may do more. */
function isClear(node: TSESTree.Expression): node is TSESTree.CallExpression {
  if (!isCallNamed(node, /^clear(?:Timeout|Interval)$/)) return false;
  const callee = unwrap(node.callee);
  const object = callee.type === "MemberExpression" ? unwrap(callee.object) : undefined;
  return !object || (object.type === "Identifier" && globalObjects.has(object.name));
}

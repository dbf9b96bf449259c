import type { TSESTree } from "@typescript-eslint/utils";
import { calleeWord } from "../../ast/names.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { outermost, unwrap } from "../../ast/transparent.ts";
import { bounded } from "../../analysis/bounded.ts";
import type { Leak } from "../../analysis/obligations/leak.ts";
import { comesTo } from "../../analysis/ownership/outcomes/comes-to.ts";
import { findRaces, type Race } from "../../analysis/ownership/settlement/races.ts";
import { findTimerPromise } from "../../analysis/ownership/settlement/timer-promise.ts";
import { isUnstoppable } from "../../resources/acquisition.ts";
import type { LeaksSettings } from "../../resources/settings.ts";
import { readsOf } from "../../scope/variables.ts";
import type { Fix } from "../fix.ts";
import { onlySettles } from "../only-settles.ts";
import type { Repair } from "../repair-leaks.ts";
import type { SuggestionId } from "../suggestion.ts";
import { abortAfterRace } from "./abort-after-race.ts";
import { clearAfterRace } from "./clear-after-race.ts";
import { clearKeptId } from "./clear-kept-id.ts";
import { clearOnSettle } from "./clear-on-settle.ts";
import { onlyGives } from "./only-gives.ts";

/** What can be done, and whether nobody can tell the difference but by the timer that is gone. */
interface Candidate {
  readonly fix: Fix | null;
  readonly isSafe: boolean;
  readonly title: SuggestionId;
}

/**
 * What can be done about timers that lose a race. `--fix` clears one that does nothing but settle its own promise and
 * that is written in the race or in the executor it races with; the rest is for a person to decide on.
 *
 * @param leaks those that are reported, in the order of the text
 */
export function repairRaces(
  sourceCode: SourceCode,
  { unsafeFixes }: LeaksSettings,
  leaks: readonly Leak[],
): ReadonlyMap<Leak, Repair> {
  return new Map(
    leaks.map((leak) => {
      const choose = (): Candidate => chooseRepair(sourceCode, leak);
      const { fix, isSafe, title } = bounded(sourceCode, leak.acquisition.node, choose, none);
      const suggestions = fix && !isSafe ? [{ messageId: title, data: {}, fix }] : [];
      return [leak, { fix: isSafe || unsafeFixes === true ? fix : null, suggestions }];
    }),
  );
}

function chooseRepair(sourceCode: SourceCode, leak: Leak): Candidate {
  const { node } = leak.acquisition;
  if (node.type !== "CallExpression") return none;
  const promise = findTimerPromise(sourceCode, node);
  // A timer of another host, of which nobody knows what stops it.
  if (promise && isUnstoppable(leak.acquisition)) return none;
  if (promise && leak.at?.type === "Identifier") {
    const fix = clearOnSettle(sourceCode, promise, leak);
    return { fix, isSafe: onlySettles(promise), title: "clearOnSettle" };
  }
  const made = promise?.promise ?? node;
  const [race, ...more] = findRaces(sourceCode, made);
  if (!race || more.length > 0 || !comesTo(sourceCode, made, race.call)) return none;
  const isDirect = isHarmlessChain(race, made);
  const takesSignal = leak.acquisition.resource.harmless?.options !== undefined;
  if (!promise && !takesSignal) return none;
  if (!promise) return { fix: abortAfterRace(sourceCode, node, race), isSafe: isDirect, title: "abortAfterRace" };
  const isSafe = onlySettles(promise) && isDirect;
  if (leak.handle) {
    const fix = clearKeptId(sourceCode, leak, race, made);
    return {
      fix,
      isSafe: isSafe || (onlySettles(promise) && isOnlyRaced(sourceCode, race, made)),
      title: "clearAfterRace",
    };
  }
  const fix = leak.cause === "discarded" ? clearAfterRace(sourceCode, { promise, race }) : null;
  return { fix, isSafe, title: "clearAfterRace" };
}

/** Is a promise kept in a variable that nothing reads but the race, in whose list it stands by its name? */
function isOnlyRaced(sourceCode: SourceCode, { racer }: Race, promise: TSESTree.Node): boolean {
  const parent = outermost(promise).parent;
  const [variable] = parent.type === "VariableDeclarator" ? sourceCode.getDeclaredVariables(parent) : [];
  const [read, ...more] = readsOf(variable);
  return read !== undefined && more.length === 0 && outermost(read) === racer;
}

const none: Candidate = { fix: null, isSafe: false, title: "clearAfterRace" };

/** Does the promise stand in the race, with nothing behind it but reactions that only give something? */
function isHarmlessChain({ racer }: Race, promise: TSESTree.Node): boolean {
  let at = outermost(promise);
  while (at !== racer) {
    const member = at.parent;
    const call = outermost(member).parent;
    const isThen = call?.type === "CallExpression" && unwrap(call.callee) === member && calleeWord(call) === "then";
    if (!isThen || call.arguments.length !== 1 || !onlyGives(call.arguments[0]!)) return false;
    at = outermost(call);
  }
  return true;
}

import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { unwrap } from "../ast/transparent.ts";
import { isWithin, placeOf } from "../ast/statement-list.ts";
import { isOnceEnded } from "../analysis/ownership/races/once-ended.ts";
import type { RacedInLoop } from "../analysis/ownership/races/raced-in-loops.ts";
import { isGlobalAt } from "../scope/is-global-at.ts";
import { constantValue, readsOf, variableOf } from "../scope/variables.ts";
import { asksForEnd } from "./asks-for-end.ts";
import { evaluatingStatement } from "./evaluating-statement.ts";
import type { Fix } from "./fix.ts";
import { startOf } from "./text/directives.ts";
import { endOfArguments } from "./text/end-of-arguments.ts";
import { newName } from "./text/free-name.ts";
import { indentAt, lineBreakOf, ownLines } from "./text/lines.ts";

/**
 * `once(signal, "abort")` with a `signal` of its own, which is aborted when the race is over: the listener and the
 * promise end with the turn.
 *
 * A constant that was made before the loop keeps an end that comes between two waits; a listener of the turn does not,
 * so the loop must ask for it.
 *
 * @returns `null` where the racer is no such call, nor a constant that was one before the loop and has no other use,
 * where no statement can be put before the race, and where `AbortController` is something else
 */
export function endWithTurn(sourceCode: SourceCode, { race, racer, promise, loop }: RacedInLoop): Fix | null {
  const once = isWithin(promise, racer) ? onceOf(sourceCode, promise) : undefined;
  const statement = evaluatingStatement(race);
  if (!once || !statement || !placeOf(statement) || (once.declaration && !asksForEnd(sourceCode, loop))) return null;
  if (!isGlobalAt(sourceCode, race, "AbortController")) return null;
  const { text } = sourceCode;
  const start = startOf(sourceCode, statement);
  const name = newName(sourceCode, statement, "turn", race);
  const declaration = `const ${name} = new AbortController();${lineBreakOf(text)}${indentAt(text, start)}`;
  const [first, end] = [once.call.range[0], endOfArguments(sourceCode, once.call)];
  const call = `${text.slice(first, end)}, { signal: ${name}.signal }${text.slice(end, once.call.range[1])}`;
  return {
    edits: [
      ...(once.declaration ? [{ range: ownLines(text, once.declaration.range), text: "" }] : []),
      { range: [start, start], text: declaration },
      { range: promise.range, text: call },
      { range: [race.range[1], race.range[1]], text: `.finally(() => ${name}.abort())` },
    ],
  };
}

/** The call of `once`, and the statement that keeps its promise for all turns. */
interface Once {
  readonly call: TSESTree.CallExpression;
  readonly declaration: TSESTree.VariableDeclaration | undefined;
}

function onceOf(sourceCode: SourceCode, node: TSESTree.Node): Once | undefined {
  if (node.type === "CallExpression") return isOnceEnded(node) ? { call: node, declaration: undefined } : undefined;
  const variable = variableOf(sourceCode, node);
  const value = variable && constantValue(variable);
  const call = value && unwrap(value);
  const declaration = variable?.defs[0]?.node.parent;
  if (call?.type !== "CallExpression" || !isOnceEnded(call) || declaration?.type !== "VariableDeclaration")
    return undefined;
  const isOnlyUse = readsOf(variable).length === 1;
  return isOnlyUse && declaration.declarations.length === 1 && placeOf(declaration) ? { call, declaration } : undefined;
}

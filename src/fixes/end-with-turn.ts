import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { unwrap } from "../ast/transparent.ts";
import { placeOf } from "../ast/statement-list.ts";
import { isOnceAbort } from "../analysis/ownership/races/once-abort.ts";
import type { RacedInLoop } from "../analysis/ownership/races/raced-in-loops.ts";
import { constantValue, variableOf } from "../scope/variables.ts";
import type { Fix } from "./fix.ts";
import { freeName } from "./text/free-name.ts";
import { indentAt, lineBreakOf } from "./text/lines.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/**
 * `once(signal, "abort")` with a `signal` of its own, which is aborted when the race is over: the listener and the
 * promise end with the turn.
 *
 * @returns `null` where the racer is no such call, nor a constant that was one, and where no statement can be put before
 * the race
 */
export function endWithTurn(sourceCode: SourceCode, { race, racer }: RacedInLoop): Fix | null {
  const once = onceOf(sourceCode, racer);
  const statement = statementOf(race);
  if (!once || !statement || !placeOf(statement)) return null;
  const { text } = sourceCode;
  const [start] = statement.range;
  const name = freeName(sourceCode, race, "turn");
  const declaration = `const ${name} = new AbortController();${lineBreakOf(text)}${indentAt(text, start)}`;
  const call = sourceCode.getText(once).replace(/,?\s*\)$/, `, { signal: ${name}.signal })`);
  return {
    edits: [
      { range: [start, start], text: declaration },
      { range: racer.range, text: call },
      { range: [race.range[1], race.range[1]], text: `.finally(() => ${name}.abort())` },
    ],
  };
}

function onceOf(sourceCode: SourceCode, racer: TSESTree.Node): TSESTree.CallExpression | undefined {
  const node = unwrap(racer);
  const variable = node.type === "Identifier" ? variableOf(sourceCode, node) : undefined;
  const value = variable ? constantValue(variable) : node;
  const call = value && unwrap(value);
  return call?.type === "CallExpression" && isOnceAbort(call) ? call : undefined;
}

/** The statement whose value the race is part of; `undefined` where something comes between that may not run. */
function statementOf(race: TSESTree.Node): TSESTree.Statement | undefined {
  let at: TSESTree.Node = race;
  while (/^(?:AwaitExpression|MemberExpression|CallExpression|AssignmentExpression|TS\w+Expression)$/.test(at.type))
    at = at.parent!;
  if (at.type === "VariableDeclarator") return at.parent;
  return at.type === "ExpressionStatement" || at.type === "ReturnStatement" ? at : undefined;
}

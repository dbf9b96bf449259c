import type { TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../ast/source-code.ts";
import { isWithin, placeOf } from "../ast/statement-list.ts";
import { outermost } from "../ast/transparent.ts";
import type { Leak } from "../analysis/obligations/leak.ts";
import type { Obligation } from "../analysis/obligations/obligation.ts";
import { blockNames } from "../scope/names-inside.ts";
import { declareBefore } from "./declare-before.ts";
import { keepsMeaning, namesLost } from "./movable.ts";
import type { Suggestion } from "./suggestion.ts";
import { withoutSemicolon } from "./text/semicolon.ts";
import { statementsOf } from "./wrap.ts";
import { writeWraps } from "./write-wraps.ts";

/**
 * The one removal of a listener goes into a `finally` around the statements before it. A person must judge whether the
 * work that the listener would have stopped is over when those are left by an error.
 *
 * @returns `undefined` where there are several removals, or one that is no statement beside the listener, and where the
 *   statements cannot stand in a block
 */
export function suggestRemoval(sourceCode: SourceCode, { obligation, cause }: Leak): Suggestion | undefined {
  const last = cause === "exception" ? removalOf(obligation) : undefined;
  const list = last && placeOf(last)?.list;
  const acquire = list?.find((statement) => isWithin(obligation.acquisition.node, statement));
  const place = acquire && placeOf(acquire);
  if (!last || !place || last.range[0] < acquire.range[1]) return undefined;
  const statements = statementsOf({ place, acquire, last });
  if (statements.length < 2 || !keepsMeaning(sourceCode, statements, place)) return undefined;
  const isNamed = blockNames(sourceCode, statements).some(({ references }) =>
    references.some(({ identifier }) => isWithin(identifier, last)),
  );
  const lost = namesLost(sourceCode, statements);
  const split = lost.length > 0 ? declareBefore(sourceCode, lost) : { names: [], declarations: [], edits: [] };
  if (isNamed || !split) return undefined;
  const { declarations, edits } = split;
  const fix = writeWraps(sourceCode, [
    { acquire, place, last, removed: [last], releases: [last], declarations, edits },
  ]);
  const names = split.names.map((name) => `\`${name}\``).join(", ");
  const data = { handle: `\`${withoutSemicolon(sourceCode, last)}\``, names };
  return fix ? { messageId: names ? "declareBefore" : "moveIntoFinally", data, fix } : undefined;
}

/** The statement that does nothing but remove the listener, if nothing else does anything for that. */
function removalOf({ effects }: Obligation): TSESTree.ExpressionStatement | undefined {
  const [removal, ...more] = [...effects].filter(([, list]) => list.some(({ kind }) => kind !== "hold"));
  if (!removal || more.length > 0 || !removal[1].every(({ kind }) => kind === "release")) return undefined;
  const { parent } = outermost(removal[0]);
  return parent.type === "ExpressionStatement" ? parent : undefined;
}

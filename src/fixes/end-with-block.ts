import type { TSESTree } from "@typescript-eslint/utils";
import type { Leak } from "../analysis/obligations/leak.ts";
import { leavesOpen } from "../analysis/ownership/uses/opened-leaves.ts";
import { enclosingFunction, isFunction } from "../ast/functions.ts";
import { ownNodes } from "../ast/own-nodes.ts";
import { isAwaiting } from "../ast/pauses.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { placeOf, type StatementPlace } from "../ast/statement-list.ts";
import { unwrap } from "../ast/transparent.ts";
import type { Fix } from "./fix.ts";
import { canStandInBlock, namesLost } from "./movable.ts";
import { ownSignal } from "./own-signal.ts";
import { semicolonOfFile } from "./text/semicolon.ts";
import { writeWraps } from "./write-wraps.ts";

/**
 * A listener that nothing removes gets a `signal`, which is aborted in a `finally` around what follows in its block, or
 * behind the `if` that it is added in. A person must judge whether the work is over by then.
 *
 * @returns `null` where nothing follows that is waited for, where the function gives back what may still go on or is
 *   read behind it, for other owners, and where the listener or what follows cannot be written so
 */
export function endWithBlock(sourceCode: SourceCode, { acquisition, owner, cause, mistake, field }: Leak): Fix | null {
  const { node } = acquisition;
  const isRemoved = cause !== "discarded" && cause !== "never-released";
  if (owner !== "activation" || isRemoved || mistake || field) return null;
  const statement = statementAround(node);
  const place = statement && placeOf(statement);
  const rest = place?.list.slice(place.index + 1) ?? [];
  // The length of what follows is asked first: of many listeners in one list, each would look at all that is behind it.
  if (!place || rest.length === 0 || !canStandInBlock(sourceCode, rest) || !isWaitedFor(sourceCode, rest)) return null;
  if (rest.some((each) => givesWork(sourceCode, each)) || leavesOpen(sourceCode, rest)) return null;
  if (namesLost(sourceCode, rest).length > 0) return null;
  const own = ownSignal(sourceCode, acquisition, statement, "ended");
  if (!own) return null;
  const releases = [`${own.name}.abort()${semicolonOfFile(sourceCode.text)}`];
  return writeWraps(sourceCode, [
    { acquire: statement, place, last: rest.at(-1)!, removed: [], releases, edits: own.edits },
  ]);
}

/** The statement of a list in which a listener is added, perhaps under conditions: the outermost `if` around it. */
function statementAround(node: TSESTree.Node): TSESTree.Statement | undefined {
  const fn = enclosingFunction(node);
  let at = node;
  for (let place = placeOf(at); !place || isBranch(place); place = placeOf(at)) {
    at = at.parent!;
    if (at === fn || at.type === "Program") return undefined;
  }
  return at as TSESTree.Statement;
}

function isBranch({ parent }: StatementPlace): boolean {
  return parent.type === "BlockStatement" && parent.parent.type === "IfStatement";
}

function isWaitedFor(sourceCode: SourceCode, statements: readonly TSESTree.Statement[]): boolean {
  return statements.some((each) => ownNodes(sourceCode, each).some(isAwaiting));
}

/** Is there a `return` of a call that is not waited for? What it gives may be a promise, or something that is read. */
function givesWork(sourceCode: SourceCode, statement: TSESTree.Statement): boolean {
  return ownNodes(sourceCode, statement).some((node) => {
    if (node.type !== "ReturnStatement" || !node.argument) return false;
    const value = unwrap(node.argument);
    return isFunction(value) || /^(?:Chain|Call|New)Expression$/.test(value.type);
  });
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import type { SourceCode } from "../../ast/source-code.ts";
import { outermost } from "../../ast/transparent.ts";
import { isWithin, placeOf } from "../../ast/statement-list.ts";
import type { Leak } from "../../analysis/obligations/leak.ts";
import type { Setup } from "../../resources/lifecycle.ts";
import { releaseCall } from "../../resources/release-call.ts";
import type { Edit } from "../fix.ts";
import { newName } from "../text/free-name.ts";
import { semicolon } from "../text/semicolon.ts";

/** What every way to give a setup a cleanup starts from. */
export interface CleanupDraft {
  readonly sourceCode: SourceCode;
  readonly setup: Setup;
  /** The statement that acquires. */
  readonly acquire: TSESTree.Statement;
  readonly body: TSESTree.BlockStatement | TSESTree.Program;
  /** The block, or what else has names of its own, in which the handle is known. */
  readonly scope: TSESTree.Node;
  /** The call that releases, as it will be written. */
  readonly release: string;
  /** Keeps the handle, where it is dropped so far. */
  readonly keeps: readonly Edit[];
  readonly semicolon: string;
}

/**
 * Looks at the setup that a leak is of: how its cleanup will release, and where the handle is known.
 *
 * @returns `undefined` where the handle cannot be kept or is replaced, and for a setup without a body
 */
export function draftCleanup(sourceCode: SourceCode, { obligation }: Leak): CleanupDraft | undefined {
  const { acquisition, setup, root, holders } = obligation;
  const body = root.type === "Program" ? root : root.body;
  const acquire = statementOf(acquisition.node);
  if (!setup || !acquire || (body.type !== "BlockStatement" && body.type !== "Program")) return undefined;
  const common = { sourceCode, setup, acquire, body, semicolon: semicolon(sourceCode, acquire) };
  const release = (handle: string): string => releaseCall(acquisition, handle);
  if (obligation.handle) {
    if (isReplaced(holders[1]?.variable, acquire)) return undefined;
    const declared = holders[1]?.variable?.scope.block;
    const scope = declared && !isWithin(body, declared) ? declared : body;
    return { ...common, scope, release: release(obligation.handle), keeps: [] };
  }
  const place = placeOf(acquire);
  if (!place || acquire.type !== "ExpressionStatement" || acquire.expression !== outermost(acquisition.node))
    return undefined;
  const name = newName(sourceCode, acquire, acquisition.resource.expires ? "timeout" : "interval");
  const [start] = acquire.range;
  const keeps = [{ range: [start, start] as const, text: `const ${name} = ` }];
  return { ...common, scope: place.parent, release: release(name), keeps };
}

/** Does a variable get another value behind a statement? What a cleanup finds in it is not what was acquired there. */
function isReplaced(variable: TSESLint.Scope.Variable | undefined, { range }: TSESTree.Statement): boolean {
  return variable?.references.some((each) => each.isWrite() && each.identifier.range[0] >= range[1]) === true;
}

function statementOf(node: TSESTree.Node): TSESTree.Statement | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at && !/(?:Statement|^VariableDeclaration)$/.test(at.type)) at = at.parent;
  return at as TSESTree.Statement | undefined;
}

import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { outermost } from "../../ast/transparent.ts";
import { placeOf } from "../../ast/statement-list.ts";
import type { Leak } from "../../analysis/obligations/leak.ts";
import type { Setup } from "../../resources/lifecycle.ts";
import { releaseCall } from "../../resources/release-call.ts";
import type { Edit } from "../fix.ts";
import { freeName } from "../text/free-name.ts";

type SourceCode = Readonly<TSESLint.SourceCode>;

/** What every way to give a setup a cleanup starts from. */
export interface CleanupDraft {
  readonly sourceCode: SourceCode;
  readonly setup: Setup;
  /** The statement that acquires. */
  readonly acquire: TSESTree.Statement;
  readonly body: TSESTree.BlockStatement | TSESTree.Program;
  /** The block in which the handle is known. */
  readonly scope: TSESTree.Node;
  /** The call that releases, as it will be written. */
  readonly release: string;
  /** Keeps the handle, where it is dropped so far. */
  readonly keeps: readonly Edit[];
  readonly semicolon: string;
}

/** @returns `undefined` where the handle cannot be kept, and for a setup without a body */
export function draftCleanup(sourceCode: SourceCode, { obligation }: Leak): CleanupDraft | undefined {
  const { acquisition, setup, root, holders } = obligation;
  const body = root.type === "Program" ? root : root.body;
  const acquire = statementOf(acquisition.node);
  if (!setup || !acquire || (body.type !== "BlockStatement" && body.type !== "Program")) return undefined;
  const semicolon = sourceCode.getText(acquire).endsWith(";") ? ";" : "";
  const common = { sourceCode, setup, acquire, body, semicolon };
  const release = (handle: string): string => releaseCall(acquisition, handle);
  if (obligation.handle) {
    const declared = holders[1]?.variable?.scope.block;
    const isBlock = declared?.type === "BlockStatement" && declared !== body;
    return { ...common, scope: isBlock ? declared : body, release: release(obligation.handle), keeps: [] };
  }
  const place = placeOf(acquire);
  if (!place || acquire.type !== "ExpressionStatement" || acquire.expression !== outermost(acquisition.node))
    return undefined;
  const name = freeName(sourceCode, acquire, acquisition.resource.expires ? "timeout" : "interval");
  const [start] = acquire.range;
  const keeps = [{ range: [start, start] as const, text: `const ${name} = ` }];
  return { ...common, scope: place.parent, release: release(name), keeps };
}

function statementOf(node: TSESTree.Node): TSESTree.Statement | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at && !/(?:Statement|^VariableDeclaration)$/.test(at.type)) at = at.parent;
  return at as TSESTree.Statement | undefined;
}

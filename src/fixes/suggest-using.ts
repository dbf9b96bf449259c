import type { TSESTree } from "@typescript-eslint/utils";
import { enclosingFunction } from "../ast/functions.ts";
import type { SourceCode } from "../ast/source-code.ts";
import type { Leak } from "../analysis/obligations/leak.ts";
import type { Edit } from "./fix.ts";
import { isConstant } from "../scope/variables.ts";
import { ownReleases } from "./own-releases.ts";
import { acquireStatement } from "./safe-run.ts";
import type { Suggestion } from "./suggestion.ts";
import { hasComments } from "./text/chunk.ts";
import { removeStatement } from "./text/remove-statement.ts";
import { isAlone } from "./wrap-in-finally.ts";

/**
 * `const ctx = new Context()` → `await using ctx = new Context()`, where the catalog says that the value can be
 * disposed. The releases that are there go away.
 *
 * @returns `undefined` where `await` cannot be written, in a `case`, and where the value is used as anything but one
 * constant
 */
export function suggestUsing(sourceCode: SourceCode, { obligation }: Leak): Suggestion | undefined {
  const { resource, node } = obligation.acquisition;
  const declaration = acquireStatement(obligation);
  const keyword = resource.disposable === "async" ? "await using" : "using";
  if (!resource.disposable || declaration?.declarations.length !== 1) return undefined;
  const variable = obligation.holders[1]?.variable;
  const isWhole = declaration.declarations[0].id.type === "Identifier" && variable && isConstant(variable);
  if (!isWhole || declaration.parent.type === "SwitchCase" || !canDispose(node, keyword)) return undefined;
  const releases = obligation.effects.size > 1 ? ownReleases(obligation) : [];
  const removals = releases?.map(({ statement }) =>
    isAlone(statement) || hasComments(sourceCode, statement) ? undefined : removeStatement(sourceCode, statement),
  );
  if (!removals?.every((removal): removal is Edit => removal !== undefined)) return undefined;
  const start = declaration.range[0];
  const edits = [{ range: [start, start + declaration.kind.length] as const, text: keyword }, ...removals];
  return { messageId: "useUsing", data: { value: `\`${variable.name}\``, keyword }, fix: { edits } };
}

function canDispose(node: TSESTree.Node, keyword: string): boolean {
  const fn = enclosingFunction(node);
  if (fn.type === "Program") return fn.sourceType === "module";
  return keyword === "using" || fn.async;
}

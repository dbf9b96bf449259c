import type { TSESTree } from "@typescript-eslint/utils";
import { ownNodes } from "../ast/own-nodes.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { promiseSort } from "../analysis/ownership/outcomes/promise-valued.ts";
import type { Fix } from "./fix.ts";
import { releaseText } from "./own-releases.ts";
import type { SafeRun } from "./safe-run.ts";
import { hasComments } from "./text/chunk.ts";
import { removeStatement } from "./text/remove-statement.ts";

/**
 * `.finally(() => cancel())` on the one `await` of a safe run, where what it gives must be seen behind the run:
 * `const res = await fetch(url, { signal });`, and the release directly behind it.
 *
 * @returns `null` unless that is surely a promise of the platform, and nothing else can throw or leave
 */
export function finallyOnAwait(sourceCode: SourceCode, run: SafeRun): Fix | null {
  const { statements, releases, place, hasEarlyExits } = run;
  const [release] = releases;
  const statement = statements.at(-2);
  if (!release || releases.length > 1 || release.statement.parent !== place.parent || hasEarlyExits) return null;
  if (!statement || hasComments(sourceCode, release.statement)) return null;
  const awaited = awaitedBy(statement);
  const points = statements.flatMap((each) => ownNodes(sourceCode, each)).filter(isAwait);
  const awaitsOfRelease = release.call.parent.type === "AwaitExpression" ? 1 : 0;
  const isOnly = awaited && points.length === 1 + awaitsOfRelease;
  if (!isOnly || promiseSort(sourceCode, awaited) !== "native" || !takesMember.has(awaited.type)) return null;
  const removal = removeStatement(sourceCode, release.statement);
  const [, end] = awaited.range;
  const call = releaseText(sourceCode, release).replace(/^await\s+/, "");
  return removal ? { edits: [{ range: [end, end], text: `.finally(() => ${call})` }, removal] } : null;
}

function isAwait(node: TSESTree.Node): boolean {
  return /Await|Yield/.test(node.type) || (node.type === "ForOfStatement" && node.await);
}

/** What a statement does nothing but await, and perhaps bind. */
function awaitedBy(statement: TSESTree.Statement): TSESTree.Expression | undefined {
  if (statement.type === "VariableDeclaration") return argumentOf(statement.declarations.at(-1)?.init);
  if (statement.type !== "ExpressionStatement") return undefined;
  const { expression } = statement;
  const isBinding = expression.type === "AssignmentExpression" && expression.left.type === "Identifier";
  return argumentOf(isBinding ? expression.right : expression);
}

function argumentOf(node: TSESTree.Node | null | undefined): TSESTree.Expression | undefined {
  return node?.type === "AwaitExpression" ? node.argument : undefined;
}

/** Expressions that a member can be written behind without parentheses. */
const takesMember: ReadonlySet<string> = new Set([
  "CallExpression",
  "Identifier",
  "ImportExpression",
  "MemberExpression",
  "TaggedTemplateExpression",
]);

import type { TSESTree } from "@typescript-eslint/utils";
import { isChoice } from "../ast/choice.ts";
import { isNothing } from "../ast/nothing.ts";
import { ownNodes } from "../ast/own-nodes.ts";
import { isPause } from "../ast/pauses.ts";
import type { SourceCode } from "../ast/source-code.ts";
import { someNode } from "../ast/some-node.ts";
import { unwrap } from "../ast/transparent.ts";
import { keepsType } from "./expected-type.ts";
import type { Fix } from "./fix.ts";
import { releaseText } from "./own-releases.ts";
import type { SafeRun } from "./safe-run.ts";
import { isSurelyNative } from "./surely-native.ts";
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
  const points = statements.flatMap((each) => ownNodes(sourceCode, each)).filter(isPause);
  const awaitsOfRelease = release.call.parent.type === "AwaitExpression" ? 1 : 0;
  const isOnly = awaited && points.length === 1 + awaitsOfRelease;
  if (!isOnly || !takesMember.has(awaited.type) || asksBehind(sourceCode, statement)) return null;
  if (!isSurelyNative(sourceCode, awaited) || !keepsType(sourceCode, awaited)) return null;
  const removal = removeStatement(sourceCode, release.statement);
  const [, end] = awaited.range;
  const call = releaseText(sourceCode, release).replace(/^await\s+/, "");
  return removal ? { edits: [{ range: [end, end], text: `.finally(() => ${call})` }, removal] } : null;
}

/** What a statement does nothing but await, and perhaps bind. */
function awaitedBy(statement: TSESTree.Statement): TSESTree.Expression | undefined {
  if (statement.type === "VariableDeclaration") return argumentOf(statement.declarations.at(-1)?.init);
  if (statement.type !== "ExpressionStatement") return undefined;
  const { expression } = statement;
  if (isChoice(expression)) return undefined;
  const isBinding = expression.type === "AssignmentExpression" && expression.left.type === "Identifier";
  return argumentOf(isBinding ? expression.right : expression);
}

/** Does a pattern evaluate something when the promise is settled: `const { problem = ctx.err() } = await load(ctx)`? */
function asksBehind(sourceCode: SourceCode, statement: TSESTree.Statement): boolean {
  const pattern = statement.type === "VariableDeclaration" ? statement.declarations.at(-1)?.id : undefined;
  return (
    pattern !== undefined &&
    someNode(
      sourceCode,
      pattern,
      (each) =>
        (each.type === "AssignmentPattern" && !isFixedValue(each.right)) ||
        (each.type === "Property" && each.computed && !isFixedValue(each.key)),
    )
  );
}

/** Is it the same whenever it is evaluated: `0`, `undefined`, `[]`, `{}`? */
function isFixedValue(node: TSESTree.Node): boolean {
  const value = unwrap(node);
  if (value.type === "ArrayExpression") return value.elements.length === 0;
  if (value.type === "ObjectExpression") return value.properties.length === 0;
  return value.type === "Literal" || isNothing(value);
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

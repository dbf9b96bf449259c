import type { TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../ast/functions.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { placeOf } from "../../ast/statement-list.ts";
import type { FieldFault, Leak } from "../../analysis/obligations/leak.ts";
import { releaseCall } from "../../resources/release-call.ts";
import type { Suggestion } from "../suggestion.ts";
import { startOf } from "../text/directives.ts";
import { insertFirst } from "../text/insert-statement.ts";
import { indentAt, lineBreakOf } from "../text/lines.ts";
import { semicolon } from "../text/semicolon.ts";
import { isNullable } from "./is-nullable.ts";

/**
 * What can be done about a timer in a field: clear it first thing in the teardown that forgets it, or before the field
 * gets the next one. Never by `--fix`, since somebody may count on what the timer does.
 *
 * @returns `undefined` for a leak of another owner, for a teardown that is not written, and for a timer that comes too
 *   late: only its author knows what then says that the object is over
 */
export function suggestClear(sourceCode: SourceCode, leak: Leak): Suggestion | undefined {
  const { field, handle, acquisition } = leak;
  if (!field || handle === undefined) return undefined;
  const { by } = acquisition.resource.release;
  // A field may have nothing yet, which functions that clear do not mind.
  const kept = by === "argument" ? handle : by === "method" ? `${handle}?` : `${handle}?.`;
  const release = releaseCall(acquisition, kept);
  const target = targetOf(acquisition.node);
  const isAsked = by === "argument" && target !== undefined && isNullable(sourceCode, target);
  const clear = { handle, release, statement: isAsked ? `if (${handle}) ${release}` : release };
  if (field.kind === "unreached") return inTeardown(sourceCode, field, clear);
  if (field.kind === "rearmed" || field.kind === "endless") return undefined;
  return beforeNext(sourceCode, leak, clear);
}

interface Clear {
  readonly handle: string;
  readonly release: string;
  readonly statement: string;
}

function inTeardown(
  sourceCode: SourceCode,
  field: FieldFault,
  { handle, release, statement }: Clear,
): Suggestion | undefined {
  const fn = field.writtenAt;
  const body = isFunction(fn) && fn.body.type === "BlockStatement" ? fn.body : undefined;
  const [first] = body?.body ?? [];
  // Another name for `this` is not known there.
  if (!body || !first || /^(?!this\b)[a-z_$][\w$]*\./.test(handle)) return undefined;
  const edit = insertFirst(sourceCode, body, statement + semicolon(sourceCode, first));
  return {
    messageId: "clearInTeardown",
    data: { release: `\`${release}\``, tearDown: field.teardown },
    fix: { edits: [edit] },
  };
}

/** Before the statement that sets the field anew: the one that overwrites, or the arm itself where that runs again. */
function beforeNext(
  sourceCode: SourceCode,
  { field, at, acquisition }: Leak,
  { release, statement: clear }: Clear,
): Suggestion | undefined {
  const next = field?.kind === "overwritten" ? at : acquisition.node;
  const statement = next && statementAround(next);
  if (!statement || !placeOf(statement)) return undefined;
  const { text } = sourceCode;
  const start = startOf(sourceCode, statement);
  const written = clear + semicolon(sourceCode, statement);
  const edit = { range: [start, start] as const, text: written + lineBreakOf(text) + indentAt(text, start) };
  return { messageId: "clearBefore", data: { release: `\`${release}\`` }, fix: { edits: [edit] } };
}

/** What an expression is assigned to, through calls and conditions around it: `this.timer = setInterval(…).unref()`. */
function targetOf(node: TSESTree.Node): TSESTree.Node | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at && at.type !== "AssignmentExpression" && !isFunction(at)) at = at.parent;
  return at?.type === "AssignmentExpression" ? at.left : undefined;
}

function statementAround(node: TSESTree.Node): TSESTree.Node | undefined {
  let at: TSESTree.Node | undefined = node;
  while (at && at.type !== "ExpressionStatement" && !isFunction(at)) at = at.parent;
  return at?.type === "ExpressionStatement" ? at : undefined;
}

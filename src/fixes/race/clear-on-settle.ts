import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { callOf } from "../../ast/calls.ts";
import { enclosingFunction } from "../../ast/functions.ts";
import { isNothing } from "../../ast/nothing.ts";
import { isDirective } from "../../ast/directive.ts";
import { someNode } from "../../ast/some-node.ts";
import type { SourceCode } from "../../ast/source-code.ts";
import { outermost } from "../../ast/transparent.ts";
import { isWithin, placeOf } from "../../ast/statement-list.ts";
import type { Leak } from "../../analysis/obligations/leak.ts";
import type { TimerPromise } from "../../analysis/ownership/settlement/timer-promise.ts";
import { isGlobalAt } from "../../scope/is-global-at.ts";
import { isSeenAt } from "../../scope/is-seen-at.ts";
import { readsOf } from "../../scope/variables.ts";
import type { Fix } from "../fix.ts";
import { isHarmless } from "../harmless.ts";
import { startOf } from "../text/directives.ts";
import { Draft } from "../text/draft.ts";
import { newName } from "../text/free-name.ts";
import { indentAt, isFirstOnLine, lineBreakOf } from "../text/lines.ts";
import { semicolon, semicolonOfFile } from "../text/semicolon.ts";
import { argumentOfClear } from "./argument-of-clear.ts";
import { declarationOfId, typeForFunctions } from "./declare-id.ts";
import { keepId } from "./keep-id.ts";
import { runsBeforeDeclared } from "./runs-before-declared.ts";
import { wrapSettler, type Wrapping } from "./wrap-settler.ts";

/**
 * Clears the timer wherever something else settles its promise: beside each call of resolve and reject, and in a
 * function around each that is given away. Where a variable holds the id already, only where it leaks.
 *
 * @returns `null` where one of them is named in another way, or given away and maybe taken back, and where the variable
 *   that holds the id is not seen, or not declared yet
 */
export function clearOnSettle(sourceCode: SourceCode, promise: TimerPromise, leak: Leak): Fix | null {
  const { executor, timer, callback } = promise;
  const kept = leak.obligation.holders[1]?.variable;
  const sites = promise.settlers
    .flatMap(readsOf)
    .filter((each) => (kept ? each === leak.at : !isWithin(each, callback)));
  const isInside = (variable: TSESLint.Scope.Variable): boolean =>
    variable.defs[0]?.node !== undefined &&
    isWithin(variable.defs[0].node, executor) &&
    sites.every((site) => isSeenAt(sourceCode, variable, site));
  const isUsable = !kept || isInside(kept);
  if (!isUsable || executor.body.type !== "BlockStatement" || !isGlobalAt(sourceCode, timer, "clearTimeout"))
    return null;
  const name = kept?.name ?? newName(sourceCode, executor.body, "timer", timer);
  const id = kept ? argumentOfClear(sourceCode, kept) : name;
  if (id === undefined || (kept && holdsAnother(kept, timer))) return null;
  const draft = new Draft(sourceCode.text);
  const wrapping = { promise, id };
  for (const site of sites) {
    // What settles before the timer starts has nothing to clear.
    const isBefore =
      enclosingFunction(site) === executor && site.range[0] < timer.range[0] && callOf(site) !== undefined;
    if (isBefore) continue;
    if (!isGlobalAt(sourceCode, site, "clearTimeout")) return null;
    if (kept && runsBeforeDeclared(sourceCode, site, kept.identifiers[0]!)) return null;
    const isSeen = kept !== undefined || enclosingFunction(site) !== executor;
    if (!clearBeside(sourceCode, draft, site, { ...wrapping, isSeen })) return null;
  }
  if (!kept && !declare(sourceCode, draft, promise, { name, sites })) return null;
  if (draft.edits().length === 0 || (kept && !typeForFunctions(sourceCode, draft, kept, timer))) return null;
  return { edits: draft.edits() };
}

/** Is a variable given anything else than this timer, but nothing: the next one, that may not be cleared here? */
function holdsAnother({ references }: TSESLint.Scope.Variable, timer: TSESTree.Node): boolean {
  return references.some(({ writeExpr }) => writeExpr && !isWithin(timer, writeExpr) && !isNothing(writeExpr));
}

interface Clearing extends Wrapping {
  /** The variable is there already where the promise is settled. */
  readonly isSeen: boolean;
}

/**
 * Clears before a call that settles. Behind it, where making what it is given may throw, or wait: then it is not
 * settled yet, and may never be.
 */
function clearBeside(sourceCode: SourceCode, draft: Draft, site: TSESTree.Node, clearing: Clearing): boolean {
  const { text } = sourceCode;
  const { id, isSeen } = clearing;
  const value = outermost(site);
  const parent = value.parent;
  if (parent.type !== "CallExpression") return false;
  if (parent.callee !== value) return wrapSettler(sourceCode, draft, site, clearing);
  const isBehind = !parent.arguments.every((each) => cannotThrow(sourceCode, each));
  const call = outermost(parent);
  const user = call.parent;
  const clear = `clearTimeout(${id})`;
  if (user.type === "ArrowFunctionExpression") {
    if (sourceCode.getTokenBefore(call)!.value !== "=>") return false;
    draft.insert(call.range[0], isBehind ? "{ " : `{ ${clear}; `, "open");
    draft.insert(call.range[1], isBehind ? `; ${clear}; }` : "; }", "close");
    return true;
  }
  const isStatement = user.type === "ExpressionStatement" || (user.type === "ReturnStatement" && !isBehind);
  if (!isStatement || !isSeen || !placeOf(user) || !isFirstOnLine(text, user.range[0])) return false;
  const [start, end] = user.range;
  const next = lineBreakOf(text) + indentAt(text, start);
  const written = clear + semicolon(sourceCode, user);
  if (isBehind) draft.insert(end, next + written, "close");
  else draft.insert(start, written + next, "open");
  return true;
}

/**
 * Can making a value not throw? Members of what may be null can, operators that convert, and classes of others. It
 * does not see: a name that is not declared yet, and a template of what has no text.
 */
function cannotThrow(sourceCode: SourceCode, value: TSESTree.Node): boolean {
  if (!isHarmless(value)) return false;
  return !someNode(sourceCode, value, (node) => {
    if (node.type === "MemberExpression") return !node.optional && node.object.type !== "ThisExpression";
    if (node.type === "NewExpression") return !isErrorOfPlatform(sourceCode, node.callee);
    if (node.type === "BinaryExpression") return !/^[!=]==?$/.test(node.operator);
    return node.type === "UnaryExpression" && /^[-+~]$/.test(node.operator);
  });
}

function isErrorOfPlatform(sourceCode: SourceCode, callee: TSESTree.Node): boolean {
  const isError = callee.type === "Identifier" && /^(?:(?:Type|Range)?Error|DOMException)$/.test(callee.name);
  return isError && isGlobalAt(sourceCode, callee, callee.name);
}

/** May it run before the timer: it stands before, or in a function declaration that is named by what may? */
function runsBefore(
  sourceCode: SourceCode,
  node: TSESTree.Node,
  timer: TSESTree.Node,
  seen: Set<TSESTree.Node> = new Set(),
): boolean {
  if (node.range[0] < timer.range[1]) return true;
  for (let at = enclosingFunction(node); !isWithin(timer, at) && !seen.has(at); at = enclosingFunction(at)) {
    seen.add(at);
    const [name] = at.type === "FunctionDeclaration" ? sourceCode.getDeclaredVariables(at) : [];
    if (name?.references.some(({ identifier }) => runsBefore(sourceCode, identifier, timer, seen))) return true;
  }
  return false;
}

/** As a constant where the timer starts, if that stands before all its uses; otherwise at the top of the executor. */
function declare(
  sourceCode: SourceCode,
  draft: Draft,
  promise: TimerPromise,
  { name, sites }: { readonly name: string; readonly sites: readonly TSESTree.Node[] },
): boolean {
  const { executor, timer } = promise;
  const statement = outermost(timer).parent;
  const isFirst = sites.every((site) => !runsBefore(sourceCode, site, timer));
  const isOwn = statement.type === "ExpressionStatement" && statement.parent === executor.body;
  if (isFirst && isOwn) {
    keepId(sourceCode, draft, promise, `const ${name}`);
    return true;
  }
  const first = (executor.body as TSESTree.BlockStatement).body.find((each) => !isDirective(each));
  if (!first || first === statement) return false;
  const { text } = sourceCode;
  const end = semicolonOfFile(text);
  const start = startOf(sourceCode, first);
  const declaration = declarationOfId(sourceCode, name, timer);
  draft.insert(start, `${declaration}${end}${lineBreakOf(text)}${indentAt(text, start)}`, "open");
  keepId(sourceCode, draft, promise, name);
  return true;
}
